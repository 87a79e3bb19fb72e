import type { AskedDay } from '#modules/measures/index.js'
import { EmptyState } from '#ui/components.js'
import { formatDate, formatMonth } from '#ui/format.js'
import type { NoCrime } from '../actions/crime-in-place.js'

type Why = NoCrime | { readonly code: 'no-force'; readonly first?: null }

/** Says kindly that there is nothing to tell, and why. */
export function NothingYet({ why, asked, path }: { why: Why; asked: AskedDay; path: string }) {
  if (why.code === 'no-files' && why.first && asked.knownOn)
    return (
      <EmptyState title={`Nothing was known on ${formatDate(asked.knownOn)}`}>
        <p>
          The oldest files that are held here are of the release of {formatMonth(why.first)}.{' '}
          <a href={path}>See what is known now</a>
        </p>
      </EmptyState>
    )
  return (
    <EmptyState title="No police records have been taken in yet">
      <p>
        When the office takes in the street-level files that the police publish, crime in the police area and in each
        district and ward will stand here.
      </p>
    </EmptyState>
  )
}
