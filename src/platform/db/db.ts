import type { Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { FileStore } from '../files/file-store.js'

export { sql } from 'kysely'

/** Which engine holds the register. Only this folder may ask. */
export type Engine = 'sqlite' | 'postgres'

/** Something that can be read: the register, or a transaction in progress. */
export type Db = {
  readonly engine: Engine
  /** Where reads go. Use `reading()`. */
  readonly source: Kysely<never>
  /** Runs the work in one transaction: all of it is kept, or none. Writers take turns. */
  readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Reads the register as it is at one moment, whatever is written meanwhile. */
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** Where the bytes of files go that need not stay in the register; undefined where all of them do (ADR 0031). */
  readonly files?: FileStore
  /** In a transaction on SQLite: lets the seals of all tables be worked out anew at its end (seals.ts). */
  readonly sealAnew?: () => void
  readonly close: () => Promise<void>
}

/** A transaction in progress. Only this can be written to. */
export type Tx = Db & { readonly tx: true }

/** Reads a module's own tables. The type has no insert, update or delete. */
export function reading<Tables>(db: Db): ReadonlyKysely<Tables> {
  return db.source as unknown as ReadonlyKysely<Tables>
}

/** Writes a module's own tables. Needs a transaction: a plain `Db` does not compile. */
export function writing<Tables>(tx: Tx): Kysely<Tables> {
  return tx.source as unknown as Kysely<Tables>
}

/** Splits a list for `in (…)`, which has a limit on some engines. */
export function inChunks<T>(items: readonly T[], size = 500): T[][] {
  const chunks: T[][] = []
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size))
  return chunks
}
