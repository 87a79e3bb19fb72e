import { currentBody, forceOf } from '#modules/body/index.js'
import { FORCES, forceNamed } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import {
  Button,
  Crumbs,
  DataLinks,
  EmptyState,
  Eyebrow,
  Filter,
  Heading,
  Select,
  Source,
  Table,
} from '#ui/components.js'
import { countOf, formatDate, formatNumber } from '#ui/format.js'
import { type TableRow, tableRows } from '../actions/table-rows.js'
import { tableFiles } from '../data/national-tables.queries.js'
import type { TableFile } from '../domain/table-file.js'
import { isPlaceKind, isTableKind, TABLE_KINDS, type TableKind } from '../domain/table-kind.js'
import { figureHead, kindAddress, labelHead } from './words.js'

const MOST_ROWS = 200

export const tablePage = page('/staff/national-tables/:kind', {
  permission: 'national-tables:read',
  load: async ({ deps, params, query }) => {
    const kind = found(isTableKind(params.kind) ? params.kind : undefined)
    const force = forceNamed(query.force ?? '')?.slug ?? (await ownForce(deps)) ?? 'avon-and-somerset'
    const area = forceNamed(force)?.code ?? ''
    const rows = isPlaceKind(kind) ? [] : await tableRows(deps.db, kind, { area })
    return { kind, force, files: await tableFiles(deps.db, kind), rows: newestRows(rows), all: rows.length }
  },
  title: ({ kind }) => TABLE_KINDS[kind].title,
  view: ({ kind, force, files, rows, all }) => (
    <>
      <Crumbs items={[{ label: 'National tables', href: '/staff/national-tables' }]} />
      <Eyebrow>{TABLE_KINDS[kind].publisher}</Eyebrow>
      <Heading>{TABLE_KINDS[kind].title}</Heading>
      {files.length === 0 ? <EmptyState title="No such table has been taken in yet" /> : <Files files={files} />}
      {files.length === 0 || isPlaceKind(kind) ? null : <Figures {...{ kind, force, rows, all }} />}
      {files[0] ? <Source>{files[0].attribution}</Source> : null}
    </>
  ),
})

/** The force of this office, if open data know it. */
async function ownForce({ db, today }: Deps): Promise<string | undefined> {
  const body = await currentBody(db, today())
  const force = body ? await forceOf(db, body.id, today()) : undefined
  return force ? forceNamed(force.name)?.slug : undefined
}

function newestRows(rows: readonly TableRow[]): TableRow[] {
  const newest = rows.at(-1)?.until
  return rows.filter(({ until }) => until === newest).slice(0, MOST_ROWS)
}

function Files({ files }: { files: readonly TableFile[] }) {
  return (
    <>
      <Heading level={2}>Files</Heading>
      <Table
        caption="Files taken in, the newest first"
        captionHidden
        stacks
        columns={[
          { label: 'File', width: 'third' },
          { label: 'Period' },
          { label: 'Rows', align: 'number' },
          { label: 'Changed', align: 'number' },
          { label: 'Taken in' },
        ]}
        rows={files.map((file) => [
          <a href={`${kindAddress(file.kind)}/files/${file.id}`}>{file.name}</a>,
          file.from && file.until ? `${formatDate(file.from)} to ${formatDate(file.until)}` : '–',
          formatNumber(file.rowsRead),
          formatNumber(file.changed + file.withdrawn),
          formatDate(file.importedAt),
        ])}
      />
    </>
  )
}

type FiguresProps = {
  readonly kind: TableKind
  readonly force: string
  readonly rows: readonly TableRow[]
  readonly all: number
}

function Figures({ kind, force, rows, all }: FiguresProps) {
  const labels = shownLabels(rows)
  const figures = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const [first] = rows
  return (
    <>
      <Heading level={2}>Figures</Heading>
      <Filter action={kindAddress(kind)} label="Choose a force">
        <Select
          field={{ name: 'force', id: 'force', value: force, values: [] }}
          label="Force"
          items={FORCES.filter(({ code }) => code).map(({ slug, area }) => ({ value: slug, text: area }))}
        />
        <Button kind="secondary">Show</Button>
      </Filter>
      {first ? (
        <Table
          caption={`${first.areaName}, ${periodWords(first)}${rows.length === MOST_ROWS ? `, the first ${MOST_ROWS} lines` : ''}`}
          columns={[
            ...labels.map((key) => ({ label: labelHead(key) })),
            ...figures.map((key) => ({ label: figureHead(key), align: 'number' as const })),
          ]}
          rows={rows.map((row) => [
            ...labels.map((key) => row.labels[key] ?? ''),
            ...figures.map((key) => numberWords(row, key)),
          ])}
        />
      ) : (
        <EmptyState title="The files say nothing of this force" />
      )}
      <DataLinks>
        <span>All periods, {countOf(all, 'line')} for this force:</span>{' '}
        <a href={`${kindAddress(kind)}/figures.csv?force=${force}`}>CSV of this force</a>
        <a href={`${kindAddress(kind)}/figures.csv`}>CSV of all forces</a>
      </DataLinks>
    </>
  )
}

/** The unit of a count stands in the head of its column. */
function shownLabels(rows: readonly TableRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.labels)))].filter((key) => key !== 'unit')
}

function periodWords({ from, until }: TableRow): string {
  return from === until ? formatDate(until) : `${formatDate(from)} to ${formatDate(until)}`
}

/** A number; where there is none, what the publisher's mark means. */
function numberWords({ values, marks }: TableRow, key: string): string {
  const value = values[key]
  if (value === undefined) return ''
  if (value === null) return marks[key] ?? 'not available'
  return formatNumber(value, Number.isInteger(value) ? 0 : 2)
}
