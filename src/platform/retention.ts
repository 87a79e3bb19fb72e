import type { Db, Tx } from './db/db.js'

/** One kind of record that is not kept for ever: how long, why, and how to count and remove what is past its time. */
export type RetentionRule = {
  /** A name for commands: 'imports.draft'. */
  readonly kind: string
  /** The tables that they stand in, by their names in the register. */
  readonly tables: readonly string[]
  /** What the records are, as people call them: 'Files that were never taken in'. */
  readonly what: string
  /** How long they are kept unless the office decides otherwise. */
  readonly days: number
  /** The most that the office may decide, where the program itself removes them at the latest then. */
  readonly most?: number
  /** From when the days count, and why they suffice. */
  readonly why: string
  /** How many records are older than the moment given. */
  readonly count: (db: Db, before: string) => Promise<number>
  /** Removes them. */
  readonly remove: (tx: Tx, before: string) => Promise<void>
}
