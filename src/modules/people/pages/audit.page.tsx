import { type AuditEntry, auditEntries } from '#platform/audit/audit.queries.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, Pagination, Small, Table } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { accountNames } from '../data/account.queries.js'
import { actionInWords, detailInWords, subjectInWords } from '../domain/audit-words.js'

const A_PAGE = 50

export const auditPage = page('/staff/audit', {
  permission: 'people:read-audit',
  load: async ({ deps, query }) => {
    const before = /^[1-9]\d{0,14}$/.test(query.before ?? '') ? Number(query.before) : undefined
    const entries = await auditEntries(deps.db, A_PAGE + 1, before)
    return {
      entries: entries.slice(0, A_PAGE),
      names: await accountNames(deps.db),
      hasOlder: entries.length > A_PAGE,
      isFirst: before === undefined,
    }
  },
  title: () => 'Audit trail',
  view: ({ entries, names, hasOlder, isFirst }) => {
    const oldest = entries.at(-1)?.seq
    const older = hasOlder ? `/staff/audit?before=${oldest}` : undefined
    return (
      <>
        <Heading>Audit trail</Heading>
        <Lede>Everything that anyone has done, newest first. Entries are only ever added.</Lede>
        {entries.length === 0 ? (
          <EmptyState title="Nothing has been done yet" />
        ) : (
          <Entries entries={entries} names={names} />
        )}
        <Pagination
          label="Pages of the audit trail"
          {...(isFirst ? {} : { previous: '/staff/audit' })}
          {...(older && { next: older })}
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
