import type { IsoDate } from '#kernel/dates.js'
import type { CellKind, ReadTable, TableCell } from './table.js'

/** A cell on its way between two processes: text and plain numbers as they are, others with their kind. */
type PackedCell = string | number | null | readonly [CellKind | 'percent', string]
/** A row as its number and, for each cell, its place in the list of different cells; null for an empty one. */
type PackedRow = readonly [number, ...(number | null)[]]
type PackedTables = {
  readonly cells: readonly PackedCell[]
  readonly tables: readonly (Omit<ReadTable, 'rows'> & { readonly rows: readonly PackedRow[] })[]
}

/** Tables as one text, a small fraction of what their objects would take: each different cell stands in it once. */
export function packTables(tables: readonly ReadTable[]): string {
  const places = new Map<TableCell, number>()
  const placeOf = (cell: TableCell | null): number | null => {
    if (cell === null) return null
    const place = places.get(cell) ?? places.size
    places.set(cell, place)
    return place
  }
  const packed: PackedTables['tables'] = tables.map((table) => ({
    ...table,
    rows: table.rows.map(({ number, cells }): PackedRow => [number, ...cells.map(placeOf)]),
  }))
  const cells = [...places.keys()].map(packCell)
  return JSON.stringify({ cells, tables: packed } satisfies PackedTables)
}

function packCell(cell: TableCell): PackedCell {
  if (cell.kind === 'text') return cell.text
  if (cell.kind !== 'number') return [cell.kind, cell.text]
  return cell.isPercent ? ['percent', cell.text] : (cell.number ?? null)
}

/** The tables again. */
export function unpackTables(text: string): ReadTable[] {
  const packed = JSON.parse(text) as PackedTables
  const cells = packed.cells.map(unpackCell)
  const cellAt = (place: number | null) => (place === null ? null : (cells[place] ?? null))
  return packed.tables.map((table) => ({
    ...table,
    rows: table.rows.map(([number, ...places]) => ({ number, cells: places.map(cellAt) })),
  }))
}

function unpackCell(cell: PackedCell): TableCell | null {
  if (cell === null) return null
  if (typeof cell === 'string') return { kind: 'text', text: cell }
  if (typeof cell === 'number') return { kind: 'number', text: String(cell), number: cell }
  const [kind, text] = cell
  if (kind === 'percent') return { kind: 'number', text, number: Number(text), isPercent: true }
  return kind === 'date' ? { kind, text, date: text as IsoDate } : { kind, text }
}
