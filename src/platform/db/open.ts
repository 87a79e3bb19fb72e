import type { Kysely } from 'kysely'
import type { FileStore } from '../files/file-store.js'
import type { Db, Engine, Tx } from './db.js'

/** The `Db` over one engine. `onBegin` runs first in every transaction. */
export function dbOver(
  engine: Engine,
  read: Kysely<never>,
  write: Kysely<never>,
  onBegin: (trx: Kysely<never>) => Promise<void> = async () => {},
): Db {
  return {
    engine,
    source: read,
    transaction: (work) =>
      write.transaction().execute(async (trx) => {
        await onBegin(trx)
        return work(txOver(engine, trx))
      }),
    snapshot: (work) => {
      const reads = read.transaction()
      const asOne =
        engine === 'postgres' ? reads.setIsolationLevel('repeatable read').setAccessMode('read only') : reads
      return asOne.execute((trx) => work(txOver(engine, trx)))
    },
    close: async () => {
      // The last to leave a SQLite register folds its log into it, which one that only reads cannot.
      if (read !== write) await read.destroy()
      await write.destroy()
    },
  }
}

function txOver(engine: Engine, trx: Kysely<never>): Tx {
  const tx: Tx = {
    engine,
    source: trx,
    tx: true,
    // Work inside work is part of the same whole.
    transaction: (work) => work(tx),
    snapshot: (work) => work(tx),
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
