import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import { type RowFilter, rowsOf, tableFiles } from '../data/national-tables.queries.js'
import { bandsFrom } from '../domain/bands.js'
import type { ForceKind } from './read-figures.js'

/** A line of a national table for whoever reads it: numbers, what their absence means, and the file that says them. */
export type TableRow = {
  /** The official code of the area; its name where it has none. */
  readonly area: string
  readonly areaName: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly labels: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, number | null>>
  /** Why a number is missing, in the publisher's meaning. */
  readonly marks: Readonly<Record<string, string>>
  readonly file: string
}

/** The lines of a table of forces that hold. Precepts have the tax of every band beside them. */
export async function tableRows(db: Db, kind: ForceKind, filter: RowFilter = {}): Promise<TableRow[]> {
  const names = new Map((await tableFiles(db, kind)).map(({ id, name }) => [id, name]))
  return (await rowsOf(db, kind, filter)).map(({ area, areaName, from, until, labels, figures, fileId }) => {
    const entries = Object.entries(figures)
    const values = Object.fromEntries(entries.map(([key, { value }]) => [key, value]))
    const marks = Object.fromEntries(
      entries.flatMap(([key, { value, why }]) => (value === null ? [[key, why ?? '']] : [])),
    )
    const shown = kind === 'council-tax' ? withBands(values) : values
    return { area, areaName, from, until, labels, values: shown, marks, file: names.get(fileId) ?? '' }
  })
}

/** Requirement and base, and the tax of every band in order. */
function withBands({ bandD, ...others }: TableRow['values']): TableRow['values'] {
  if (bandD === undefined) return others
  if (bandD === null) return { ...others, bandD }
  const bands = Object.entries(bandsFrom(bandD)).map(([band, tax]) => [`band${band}`, tax] as const)
  return { ...others, ...Object.fromEntries(bands) }
}
