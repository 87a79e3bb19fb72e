import type { IsoDate } from '#kernel/dates.js'
import { formatDate } from '#kernel/words.js'
import { EmptyState } from '#ui/components.js'
import type { RoleTerm } from '../domain/account.js'
import { rolesInWords } from '../domain/role-words.js'

/** The roles of an account with their days. */
export function RoleList({ roles, today }: { roles: readonly RoleTerm[]; today: IsoDate }) {
  if (roles.length === 0) return <EmptyState title="No role: they see their own account only" />
  const byDays = Map.groupBy(roles, (term) => termInWords(term, today))
  return (
    <ul class="govuk-list">
      {[...byDays].map(([days, terms]) => (
        <li key={days}>
          {rolesInWords(terms.map(({ role }) => role))}, {days}
        </li>
      ))}
    </ul>
  )
}

/** From when until when a role holds, in words, as seen on a day. */
function termInWords({ from, until }: RoleTerm, today: IsoDate): string {
  const since = from > today ? `from ${formatDate(from)}` : `since ${formatDate(from)}`
  if (until === null) return since
  return until < today ? `over since ${formatDate(until)}` : `${since}, until ${formatDate(until)}`
}
