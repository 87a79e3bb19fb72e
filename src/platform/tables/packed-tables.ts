import type { IsoDate } from '#kernel/dates.js'
import type { CellKind, ReadTable, TableCell, TableRow } from './table.js'

/** A cell on its way between two processes: text and plain numbers as they are, others with their kind. */
type PackedCell = string | number | null | readonly [CellKind | 'percent', string]
type PackedTable = Omit<ReadTable, 'rows'> & { readonly rows: readonly (readonly [number, ...PackedCell[]])[] }

/** Tables as one text, a small fraction of what their objects would take. */
export function packTables(tables: readonly ReadTable[]): string {
  const packed = tables.map((table): PackedTable => ({ ...table, rows: table.rows.map(packRow) }))
  return JSON.stringify(packed)
}

function packRow({ number, cells }: TableRow): [number, ...PackedCell[]] {
  return [number, ...cells.map(packCell)]
}

function packCell(cell: TableCell | null): PackedCell {
  if (cell === null) return null
  if (cell.kind === 'text') return cell.text
  if (cell.kind !== 'number') return [cell.kind, cell.text]
  return cell.isPercent ? ['percent', cell.text] : (cell.number ?? null)
}

/** The tables again. */
export function unpackTables(text: string): ReadTable[] {
  const packed = JSON.parse(text) as readonly PackedTable[]
  return packed.map((table) => ({
    ...table,
    rows: table.rows.map(([number, ...cells]) => ({ number, cells: cells.map(unpackCell) })),
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
