import type { IsoDate } from '#kernel/dates.js'
import type { TableKind } from './table-kind.js'

/** A file that was taken in: what it was, whose, by whom and when, and what it changed. */
export type TableFile = {
  readonly id: string
  readonly kind: TableKind
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly publisher: string
  readonly licence: string
  readonly attribution: string
  readonly rowsRead: number
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  readonly unchanged: number
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly warnings: readonly string[]
  readonly importedAt: string
  readonly importedBy: string
}
