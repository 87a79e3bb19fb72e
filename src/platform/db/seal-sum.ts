/** A value of one cell as it stands in a row or in a list of changes: a number, the bytes of text or of a file, nothing. */
export type Cell = { readonly kind: CellKind; readonly number?: number; readonly bytes?: Uint8Array }

/** The kinds of values, by the numbers that SQLite's lists of changes give them; whole numbers and others count alike. */
export const CELL = { number: 1, text: 3, bytes: 4, nothing: 5 } as const
type CellKind = (typeof CELL)[keyof typeof CELL]

const NOUGHT: Cell = { kind: CELL.nothing }
const scratch = new DataView(new ArrayBuffer(8))

/** A cell from a value as a query gives it. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return { kind: CELL.text, bytes: Buffer.from(value) }
  if (value instanceof Uint8Array) return { kind: CELL.bytes, bytes: value }
  // Nought has one form in a table, whatever sign it came with.
  if (typeof value === 'number' || typeof value === 'bigint') return { kind: CELL.number, number: Number(value) || 0 }
  return NOUGHT
}

/**
 * Two running numbers of 32 bits over bytes. Each step can be undone, so two texts of one length that differ in one byte
 * never come to the same: made to find damage, not to withstand an attacker.
 */
class Mark {
  a: number
  b: number

  constructor(a = 0x811c9dc5, b = 0x9e3779b9) {
    this.a = a
    this.b = b
  }

  byte(byte: number): void {
    this.a = Math.imul(this.a ^ byte, 0x01000193)
    this.b = Math.imul(this.b ^ byte, 0x85ebca6b)
    this.b ^= this.b >>> 15
  }

  cell({ kind, number, bytes }: Cell): void {
    this.byte(kind)
    if (number !== undefined) {
      scratch.setFloat64(0, number)
      for (let at = 0; at < 8; at += 1) this.byte(scratch.getUint8(at))
    }
    for (const byte of bytes ?? []) this.byte(byte)
  }
}

/** The sum over all rows of a table, whatever their order; kept up to date by what comes and what goes. */
export class SealSum {
  a = 0
  b = 0
  readonly #table: Mark

  constructor(table: string) {
    this.#table = new Mark()
    for (const byte of Buffer.from(table)) this.#table.byte(byte)
  }

  /** A row that came (1) or went (-1), cell by cell in the order of the table's columns. */
  row(sign: 1 | -1, cells: readonly Cell[], isKey: readonly boolean[]): void {
    const key = this.#keyOf(cells, isKey)
    this.#add(sign, key)
    for (const [at, cell] of cells.entries()) if (!isKey[at]) this.#cell(sign, key, at, cell)
  }

  /** Cells of one row that changed; those that did not are undefined. The key stands in what was. */
  change(was: readonly (Cell | undefined)[], is: readonly (Cell | undefined)[], isKey: readonly boolean[]): void {
    const key = this.#keyOf(was, isKey)
    for (const [at, cell] of was.entries()) if (cell && !isKey[at]) this.#cell(-1, key, at, cell)
    for (const [at, cell] of is.entries()) if (cell && !isKey[at]) this.#cell(1, key, at, cell)
  }

  #keyOf(cells: readonly (Cell | undefined)[], isKey: readonly boolean[]): Mark {
    const key = new Mark(this.#table.a, this.#table.b)
    for (const [at, cell] of cells.entries()) if (isKey[at]) key.cell(cell ?? NOUGHT)
    return key
  }

  #cell(sign: 1 | -1, key: Mark, at: number, cell: Cell): void {
    const mark = new Mark(key.a, key.b)
    mark.byte(at & 255)
    mark.byte(at >> 8)
    mark.cell(cell)
    this.#add(sign, mark)
  }

  #add(sign: 1 | -1, { a, b }: Mark): void {
    this.a = (this.a + sign * a) >>> 0
    this.b = (this.b + sign * b) >>> 0
  }
}
