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
    const bands = kind === 'council-tax' && values.bandD != null ? bandValues(values.bandD) : {}
    return {
      area,
      areaName,
      from,
      until,
      labels,
      values: { ...values, ...bands },
      marks,
      file: names.get(fileId) ?? '',
    }
  })
}

function bandValues(bandD: number): Record<string, number> {
  const { D: _given, ...others } = bandsFrom(bandD)
  return Object.fromEntries(Object.entries(others).map(([band, tax]) => [`band${band}`, tax]))
}
