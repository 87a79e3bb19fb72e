import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'
import { tableFiles } from '../data/national-tables.queries.js'
import type { TableFile } from '../domain/table-file.js'
import { TABLE_KINDS, type TableKind } from '../domain/table-kind.js'
import { kindAddress } from './words.js'

export const tableListPage = page('/staff/national-tables', {
  permission: 'national-tables:read',
  load: async ({ deps, actor }) => ({
    newest: newestByKind(await tableFiles(deps.db)),
    mayImport: may(actor, 'national-tables:import'),
  }),
  title: () => 'National tables',
  view: ({ newest, mayImport }) => (
    <>
      <Heading>National tables</Heading>
      <Lede>
        What the Home Office, the Office for National Statistics and the ministry for local government publish of every
        force and place, and which file each figure is from.
      </Lede>
      {mayImport ? <LinkButton href="/staff/national-tables/import">Take in a table</LinkButton> : null}
      <Table
        caption="Kinds of table"
        captionHidden
        columns={[
          { label: 'Table', width: 'half' },
          { label: 'Newest file' },
          { label: 'Rows', align: 'number' },
          { label: 'Taken in' },
        ]}
        rows={(Object.keys(TABLE_KINDS) as TableKind[]).map((kind) => rowOf(kind, newest.get(kind)))}
      />
    </>
  ),
})

function newestByKind(files: readonly TableFile[]): Map<TableKind, TableFile> {
  return new Map(files.toReversed().map((file) => [file.kind, file]))
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
