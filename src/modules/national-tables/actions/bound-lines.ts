import { populationOf } from '#modules/geography/index.js'
import type { Db } from '#platform/db/db.js'
import { everyRowOf, type PastRow, tableFiles } from '../data/national-tables.queries.js'
import type { TableFile } from '../domain/table-file.js'
import { type SliceSeries, seriesFrom, type TableFrequency } from '../domain/table-series.js'
import type { SliceLine, TableSlice } from '../domain/table-slice.js'

/** What a table said of a slice once a file had been taken in. */
export type FileSeries = { readonly file: TableFile; readonly series: SliceSeries }

/** The figures of a slice after each file that said something of its force, in the order in which they were taken in. */
export async function seriesByFile(db: Db, slice: TableSlice, frequency: TableFrequency): Promise<FileSeries[]> {
  const rows = await everyRowOf(db, slice.kind, slice.force)
  const files = (await tableFiles(db, slice.kind)).toReversed()
  const order = new Map(files.map(({ id }, at) => [id, at]))
  const place = (id: string) => order.get(id) ?? Number.POSITIVE_INFINITY
  const speaking = files.filter(({ id }) => rows.some(({ fileId, replacedBy }) => fileId === id || replacedBy === id))
  return speaking.map((file) => {
    const at = place(file.id)
    const then = rows.filter(({ fileId, replacedBy }) => {
      return place(fileId) <= at && (replacedBy === null || place(replacedBy) > at)
    })
    return { file, series: seriesFrom(then.map(lineOf), slice, frequency) }
  })
}

/** The lines of a table of a force that hold. */
export async function linesHeld(db: Db, { kind, force }: Pick<TableSlice, 'kind' | 'force'>): Promise<SliceLine[]> {
  return (await everyRowOf(db, kind, force)).filter(({ replacedBy }) => replacedBy === null).map(lineOf)
}

function lineOf({ from, until, labels, figures }: PastRow): SliceLine {
  const values = Object.fromEntries(Object.entries(figures).map(([key, { value }]) => [key, value]))
  return { from, until, labels, values }
}

/** The residents of a force's area in a year, or the nearest known. */
export async function residentsIn(db: Db, { force }: Pick<TableSlice, 'force'>, year: number) {
  return populationOf(db, force, year)
}
