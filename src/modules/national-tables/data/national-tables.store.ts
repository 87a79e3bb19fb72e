import { inChunks, type Tx, writing } from '#platform/db/db.js'
import { type FigureRow, figureText, labelText } from '../domain/figure.js'
import type { TableFile } from '../domain/table-file.js'
import type { TableKind } from '../domain/table-kind.js'
import type { NationalTablesTables } from './national-tables.tables.js'

/** A line on its way into the register, its area settled. */
export type PlacedRow = Omit<FigureRow, 'area'> & { readonly area: string; readonly areaName: string }

/** Keeps that a file was taken in. */
export async function insertFile(tx: Tx, file: TableFile): Promise<void> {
  const { from, until, warnings, rowsRead, importedAt, importedBy, ...rest } = file
  await writing<NationalTablesTables>(tx)
    .insertInto('national_tables_file')
    .values({
      ...rest,
      ...{ rows_read: rowsRead, from_on: from, until_on: until, warnings: JSON.stringify(warnings) },
      ...{ imported_at: importedAt, imported_by: importedBy },
    })
    .execute()
}

/** Marks lines as replaced by a file. They stay. */
export async function replaceRows(tx: Tx, ids: readonly string[], fileId: string): Promise<void> {
  for (const chunk of inChunks(ids))
    await writing<NationalTablesTables>(tx)
      .updateTable('national_tables_row')
      .set({ replaced_by: fileId })
      .where('id', 'in', chunk)
      .execute()
}

/** Adds the lines of a file. */
export async function insertRows(
  tx: Tx,
  { id, kind }: { readonly id: string; readonly kind: TableKind },
  rows: readonly PlacedRow[],
): Promise<void> {
  const values = rows.map(({ area, areaName, from, until, labels, figures }, at) => ({
    ...{ id: `${id}:${at}`, kind, area, area_name: areaName, from_on: from, until_on: until },
    ...{ labels: labelText(labels), figures: figureText(figures), file_id: id, replaced_by: null },
  }))
  for (const chunk of inChunks(values))
    await writing<NationalTablesTables>(tx).insertInto('national_tables_row').values(chunk).execute()
}
