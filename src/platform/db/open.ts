import type { Kysely } from 'kysely'
import type { FileStore } from '../files/file-store.js'
import type { Db, Engine, Tx } from './db.js'

/** What an engine does at the edges of every transaction, as part of it. */
export type Edges = {
  readonly onBegin?: (trx: Kysely<never>) => Promise<void>
  readonly onEnd?: (tx: Tx) => Promise<void>
  readonly sealAnew?: () => void
}

/** The `Db` over one engine. */
export function dbOver(engine: Engine, read: Kysely<never>, write: Kysely<never>, edges: Edges = {}): Db {
  return {
    engine,
    source: read,
    transaction: (work) =>
      write.transaction().execute(async (trx) => {
        await edges.onBegin?.(trx)
        const tx = txOver(engine, trx, edges)
        const done = await work(tx)
        await edges.onEnd?.(tx)
        return done
      }),
    snapshot: (work) => {
      const reads = read.transaction()
      const asOne =
        engine === 'postgres' ? reads.setIsolationLevel('repeatable read').setAccessMode('read only') : reads
      return asOne.execute((trx) => work(txOver(engine, trx)))
    },
    close: async () => {
      await write.destroy()
      if (read !== write) await read.destroy()
    },
  }
}

function txOver(engine: Engine, trx: Kysely<never>, { sealAnew }: Edges = {}): Tx {
  const tx: Tx = {
    engine,
    source: trx,
    tx: true,
    // Work inside work is part of the same whole.
    transaction: (work) => work(tx),
    snapshot: (work) => work(tx),
    ...(sealAnew && { sealAnew }),
    close: async () => {},
  }
  return tx
}

/** The same register, whose files may also stand in a store. */
export function withFiles(db: Db, files: FileStore): Db {
  return {
    ...db,
    files,
    transaction: (work) => db.transaction((tx) => work(txWithFiles(tx, files))),
    snapshot: (work) => db.snapshot((still) => work(withFiles(still, files))),
  }
}

function txWithFiles(plain: Tx, files: FileStore): Tx {
  const tx: Tx = { ...plain, files, transaction: (work) => work(tx), snapshot: (work) => work(tx) }
  return tx
}
