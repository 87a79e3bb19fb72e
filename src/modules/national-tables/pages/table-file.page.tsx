import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Heading, Source, SummaryList, Table } from '#ui/components.js'
import { formatDate, formatMoment, formatNumber } from '#ui/format.js'
import { type KeptRow, revisionsBy, tableFiles } from '../data/national-tables.queries.js'
import { isTableKind, TABLE_KINDS } from '../domain/table-kind.js'
import { figureHead, kindAddress } from './words.js'

const MOST_SHOWN = 200

export const tableFilePage = page('/staff/national-tables/:kind/files/:fileId', {
  permission: 'national-tables:read',
  load: async ({ deps, params }) => {
    const kind = found(isTableKind(params.kind) ? params.kind : undefined)
    const file = found((await tableFiles(deps.db, kind)).find(({ id }) => id === params.fileId))
    return { file, revisions: await revisionsBy(deps.db, file.id) }
  },
  title: ({ file }) => file.name,
  view: ({ file, revisions }) => (
    <>
      <Crumbs
        items={[
          { label: 'National tables', href: '/staff/national-tables' },
          { label: TABLE_KINDS[file.kind].title, href: kindAddress(file.kind) },
        ]}
      />
      <Heading>{file.name}</Heading>
      <SummaryList
        rows={[
          { key: 'Taken in', value: `${formatMoment(file.importedAt)} by ${file.importedBy}` },
          { key: 'Publisher', value: file.publisher },
          { key: 'Licence', value: file.licence },
          { key: 'Rows', value: formatNumber(file.rowsRead) },
          {
            key: 'Against what was known',
            value: `${formatNumber(file.added)} new, ${formatNumber(file.changed)} changed, ${formatNumber(file.withdrawn)} withdrawn, ${formatNumber(file.unchanged)} the same`,
          },
          { key: 'SHA-256', value: <code>{file.sha256}</code> },
          ...file.warnings.map((warning) => ({ key: 'Note', value: warning })),
        ]}
      />
      {revisions.length > 0 ? <Revisions revisions={revisions} /> : null}
      <Source>{file.attribution}</Source>
    </>
  ),
})

function Revisions({ revisions }: { revisions: Awaited<ReturnType<typeof revisionsBy>> }) {
  const shown = revisions.slice(0, MOST_SHOWN)
  return (
    <Table
      caption={`Lines that this file changed${shown.length < revisions.length ? `, the first ${MOST_SHOWN} of ${formatNumber(revisions.length)}` : ''}`}
      columns={[{ label: 'Area' }, { label: 'To' }, { label: 'What' }, { label: 'Before' }, { label: 'After' }]}
      rows={shown.map(({ before, after }) => [
        before.areaName,
        formatDate(before.until),
        whatOf(before),
        figuresIn(before, after),
        after ? figuresIn(after, before) : 'Withdrawn',
      ])}
    />
  )
}

function whatOf({ labels }: KeptRow): string {
  return Object.entries(labels)
    .flatMap(([key, value]) => (key === 'unit' ? [] : [value]))
    .join(', ')
}

/** The numbers of a line that differ from those of the other. */
function figuresIn(row: KeptRow, other: KeptRow | null): string {
  const differing = Object.entries(row.figures).filter(([key, { value }]) => value !== other?.figures[key]?.value)
  return differing
    .map(
      ([key, { value, why }]) =>
        `${figureHead(key)}: ${value === null ? (why ?? 'none') : formatNumber(value, Number.isInteger(value) ? 0 : 2)}`,
    )
    .join('; ')
}
