import { type AuditEntry, auditActorIds, auditEntries } from '#platform/audit/audit.queries.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Pagination, Small, Table } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { accountNames } from '../data/account.queries.js'
import { addressOf, auditQuestion, narrowedBy } from '../domain/audit-question.js'
import { actionInWords, detailInWords, subjectInWords } from '../domain/audit-words.js'
import { AuditFilter } from './audit-filter.js'

const HERE = '/staff/audit'
const A_PAGE = 50
/** Who is in the trail and has no account. */
const NO_ACCOUNT: Readonly<Record<string, string>> = {
  system: 'Command line, set-up and timers',
  public: 'Nobody signed in',
}

export const auditPage = page(HERE, {
  permission: 'people:read-audit',
  load: async ({ deps: { db }, query }) => {
    const before = /^[1-9]\d{0,14}$/.test(query.before ?? '') ? Number(query.before) : undefined
    const asked = auditQuestion(query)
    const entries = await auditEntries(db, A_PAGE + 1, { before, ...narrowedBy(asked) })
    const names = await accountNames(db)
    const people = (await auditActorIds(db)).map((id) => ({ value: id, text: names.get(id) ?? NO_ACCOUNT[id] ?? id }))
    return {
      ...{ asked, names, people: people.toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')) },
      entries: entries.slice(0, A_PAGE),
      hasOlder: entries.length > A_PAGE,
      isFirst: before === undefined,
    }
  },
  title: () => 'Audit trail',
  view: ({ asked, people, entries, names, hasOlder, isFirst }) => {
    const oldest = entries.at(-1)?.seq
    return (
      <>
        <Heading>Audit trail</Heading>
        <Lede>Everything that anyone has done, newest first. Entries are only ever added.</Lede>
        <LinkButton kind="secondary" href="/staff/audit/proof">
          Prove it, or take it away
        </LinkButton>
        <AuditFilter asked={asked} people={people} />
        {entries.length === 0 ? (
          <EmptyState title="There is no such entry" />
        ) : (
          <Entries entries={entries} names={names} />
        )}
        <Pagination
          label="Pages of the audit trail"
          {...(isFirst ? {} : { previous: addressOf(HERE, asked) })}
          {...(hasOlder && { next: addressOf(HERE, asked, oldest) })}
          {...(entries.length > 0 && { where: `Entries ${entries[0]?.seq} to ${oldest}` })}
        />
      </>
    )
  },
})

type Names = ReadonlyMap<string, string>

function Entries({ entries, names }: { entries: readonly AuditEntry[]; names: Names }) {
  return (
    <Table
      caption="Entries of the audit trail"
      captionHidden
      stacks
      columns={[
        { label: 'When' },
        { label: 'Who' },
        { label: 'What', width: 'half' },
        { label: 'No.', align: 'number' },
      ]}
      rows={entries.map((entry) => [
        formatMoment(entry.at),
        entry.actorName,
        <What key={entry.seq} entry={entry} names={names} />,
        entry.seq,
      ])}
    />
  )
}

function What({ entry: { action, subject, detail, cameFrom }, names }: { entry: AuditEntry; names: Names }) {
  const account = names.get(subject.replace(/^people[.]account:/, ''))
  const about = account ? `Account of ${account}` : capital(subjectInWords(subject))
  const facts = [about, ...detailInWords(detail), ...(cameFrom ? [`From ${cameFrom}`] : [])]
  return (
    <>
      {actionInWords(action)}
      <Small>{facts.join('; ')}</Small>
    </>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
