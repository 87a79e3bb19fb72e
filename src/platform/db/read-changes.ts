import { CELL, type Cell, SealSum } from './seal-sum.js'

const [TABLE, INSERT, UPDATE, DELETE] = [0x54, 18, 23, 9]

/**
 * What SQLite's own list of a transaction's changes (sqlite.org/session/c_changeset.html) comes to, table by table: the
 * sum of what came less the sum of what went.
 */
export function sumsOfChanges(list: Uint8Array): Map<string, SealSum> {
  const from = new ChangeReader(list)
  const sums = new Map<string, SealSum>()
  let table = { name: '', isKey: [] as boolean[] }
  let sum = new SealSum('')
  while (!from.isAtEnd) {
    const what = from.byte()
    if (what === TABLE) {
      table = from.table()
      sum = sums.get(table.name) ?? new SealSum(table.name)
      sums.set(table.name, sum)
      continue
    }
    // Whether a trigger did it.
    from.byte()
    const { isKey } = table
    const cells = () => isKey.map(() => from.cell())
    const whole = () => cells().map((cell) => cell ?? { kind: CELL.nothing })
    if (what === INSERT) sum.row(1, whole(), isKey)
    else if (what === DELETE) sum.row(-1, whole(), isKey)
    else if (what === UPDATE) sum.change(cells(), cells(), isKey)
    else throw new Error('SQLite lists a change of an unknown kind')
  }
  return sums
}

class ChangeReader {
  readonly #list: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(list: Uint8Array) {
    this.#list = list
    this.#view = new DataView(list.buffer, list.byteOffset, list.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#list.length
  }

  byte(): number {
    const byte = this.#view.getUint8(this.#at)
    this.#at += 1
    return byte
  }

  table(): { name: string; isKey: boolean[] } {
    const columns = this.#length()
    const isKey = Array.from({ length: columns }, () => this.byte() !== 0)
    const end = this.#list.indexOf(0, this.#at)
    const name = Buffer.from(this.#list.subarray(this.#at, end)).toString()
    this.#at = end + 1
    return { name, isKey }
  }

  /** A value; undefined where the list leaves it out because it did not change. */
  cell(): Cell | undefined {
    const kind = this.byte()
    if (kind === 0) return undefined
    if (kind === 1 || kind === 2) return { kind: CELL.number, number: this.#number(kind) || 0 }
    if (kind === CELL.nothing) return { kind }
    const length = this.#length()
    const bytes = this.#list.subarray(this.#at, this.#at + length)
    this.#at += length
    return { kind: kind === CELL.text ? CELL.text : CELL.bytes, bytes }
  }

  #number(kind: 1 | 2): number {
    const at = this.#at
    this.#at += 8
    return kind === 1 ? Number(this.#view.getBigInt64(at)) : this.#view.getFloat64(at)
  }

  /** A length as SQLite writes it: seven bits a byte, the highest says that more follow. */
  #length(): number {
    let length = 0
    for (let byte = 0x80; byte & 0x80; ) {
      byte = this.byte()
      length = length * 128 + (byte & 0x7f)
    }
    return length
  }
}
