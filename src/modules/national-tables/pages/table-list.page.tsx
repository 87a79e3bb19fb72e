import { BindingList } from '#modules/bindings/index.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'
import { measuresBound } from '../actions/measures-bound.js'
import { tableFiles } from '../data/national-tables.queries.js'
import type { TableFile } from '../domain/table-file.js'
import { isPlaceKind, TABLE_KINDS, type TableKind } from '../domain/table-kind.js'
import { kindAddress } from './words.js'

export const tableListPage = page('/staff/national-tables', {
  permission: 'national-tables:read',
  load: async ({ deps, actor }) => ({
    newest: newestByKind(await tableFiles(deps.db)),
    bound: await measuresBound(deps.db),
    mayImport: may(actor, 'national-tables:import'),
    mayBind: may(actor, 'national-tables:bind'),
  }),
  title: () => 'National tables',
  view: ({ newest, bound, mayImport, mayBind }) => (
    <>
      <Heading>National tables</Heading>
      <Lede>
        What the Home Office, the Office for National Statistics and the ministry for local government publish of every
        force and place, and which file each figure is from.
      </Lede>
      {mayImport ? <LinkButton href="/staff/national-tables/import">Take in a table</LinkButton> : null}
      <BindingList
        bound={bound}
        at="/staff/national-tables"
        head="Lines of tables"
        none="No table fills a measure yet. One that does takes in every new file by itself."
        another={mayBind ? 'Let a table fill a measure' : undefined}
      />
      <Heading level={2}>Of forces</Heading>
      <Kinds caption="Tables of forces" kinds={KINDS.filter((kind) => !isPlaceKind(kind))} newest={newest} />
      <Heading level={2}>Of places</Heading>
      <p>
        Districts, wards and small areas of England and Wales, their forces and the residents of 2020 come with
        Frankpledge. What is taken in here comes before them.
      </p>
      <Kinds caption="Tables of places" kinds={KINDS.filter(isPlaceKind)} newest={newest} />
    </>
  ),
})

function newestByKind(files: readonly TableFile[]): Map<TableKind, TableFile> {
  return new Map(files.toReversed().map((file) => [file.kind, file]))
}

const KINDS = Object.keys(TABLE_KINDS) as TableKind[]

type KindsProps = {
  readonly caption: string
  readonly kinds: readonly TableKind[]
  readonly newest: ReadonlyMap<TableKind, TableFile>
}

function Kinds({ caption, kinds, newest }: KindsProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      stacks
      columns={[
        { label: 'Table', width: 'half' },
        { label: 'Newest file' },
        { label: 'Rows', align: 'number' },
        { label: 'Taken in', width: 'fifth' },
      ]}
      rows={kinds.map((kind) => rowOf(kind, newest.get(kind)))}
    />
  )
}

function rowOf(kind: TableKind, file: TableFile | undefined) {
  const { title, use } = TABLE_KINDS[kind]
  return [
    <>
      <a href={kindAddress(kind)}>{title}</a>
      <br />
      <span class="small">{use}</span>
    </>,
    file ? file.name : 'None yet',
    file ? formatNumber(file.rowsRead) : '–',
    file ? formatDate(file.importedAt) : '–',
  ]
}
