import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { Db } from './db.js'
import { dbOver, type Edges } from './open.js'
import { Seals } from './seals.js'
import { keepableOnly } from './unkeepable.js'

/** Opens the register in a file, durable at every commit. ':memory:' is for tests. */
export function openSqlite(file: string): Db {
  const isMade = file !== ':memory:' && makeForUs(file)
  try {
    return opened(file)
  } catch (problem) {
    if (isMade) rmSync(file, { force: true })
    throw problem
  }
}

function opened(file: string): Db {
  const writer = connect(file, false)
  checkSettings(writer, file)
  // A second connection, so that a page is never kept waiting by somebody's open transaction.
  const reader = file === ':memory:' ? writer : connect(file, true)
  const write = kyselyOver(writer, 'begin immediate')
  if (reader === writer) return { ...dbOver('sqlite', write, write), close: () => closeAll([write, writer]) }
  const read = kyselyOver(reader, 'begin')
  // The last to leave folds the log into the register, which one that only reads cannot.
  return { ...dbOver('sqlite', read, write, sealing(writer)), close: () => closeAll([read, reader], [write, writer]) }
}

/** Every transaction brings the seals of the tables that it changed up to date. */
function sealing(writer: DatabaseSync): Edges {
  const seals = new Seals(writer)
  return {
    onBegin: async () => seals.begin(),
    onEnd: (tx) => seals.settle(tx),
    sealAnew: () => seals.anew(),
  }
}

/** Nobody else on the machine may read the register, whatever folder it stands in. Says whether it was not there yet. */
function makeForUs(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const isMade = !existsSync(file)
  closeSync(openSync(file, 'a', 0o600))
  return isMade
}

function kyselyOver(database: DatabaseSync, begin: Begin): Kysely<never> {
  return new Kysely<never>({ dialect: new OurDialect({ database: adapted(database) }, begin) })
}

/** Kysely closes only what it has used; an unused connection would keep its lock on the file. */
async function closeAll(...connections: readonly (readonly [Kysely<never>, DatabaseSync])[]): Promise<void> {
  for (const [source, connection] of connections) {
    await source.destroy()
    if (connection.isOpen) connection.close()
  }
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly })
  database.exec('pragma busy_timeout = 10000')
  if (!readOnly) database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -32000')
  return database
}

/** A register that may lose what it acknowledged is refused (SQLite before 3.51.3 can corrupt a write-ahead log). */
function checkSettings(database: DatabaseSync, file: string): void {
  const value = (statement: string) => Object.values(database.prepare(statement).get() ?? {})[0]
  const [major = 0, minor = 0, patch = 0] = String(value('select sqlite_version()')).split('.').map(Number)
  const isOld = major * 1e6 + minor * 1e3 + patch < 3_051_003
  const isLoose = file !== ':memory:' && (value('pragma journal_mode') !== 'wal' || value('pragma synchronous') !== 2)
  if (isOld || isLoose)
    throw new Error('This SQLite cannot keep the register safely: use Node 24 or newer on a local disk')
}

/** The shape that Kysely's SQLite driver expects, over Node's own SQLite, with each statement prepared once. */
function adapted(database: DatabaseSync) {
  const prepared = new Map<string, ReturnType<typeof adaptedStatement>>()
  return {
    prepare(text: string) {
      const known = prepared.get(text)
      if (known) return known
      const statement = adaptedStatement(database.prepare(text))
      if (prepared.size < 500) prepared.set(text, statement)
      return statement
    },
    close: () => database.close(),
  }
}

function adaptedStatement(statement: StatementSync) {
  const bound = (parameters: readonly unknown[]) => keepableOnly(parameters) as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...bound(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...bound(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...bound(parameters)),
  }
}

/** A writer takes the lock at once: a transaction that reads first and writes later would else fail as busy. */
type Begin = 'begin immediate' | 'begin'

class OurDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]
  readonly #begin: Begin
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0], begin: Begin) {
    super(config)
    this.#config = config
    this.#begin = begin
  }
  override createDriver(): SqliteDriver {
    return new OurDriver(this.#config, this.#begin)
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class OurDriver extends SqliteDriver {
  readonly #begin: Begin
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0], begin: Begin) {
    super(config)
    this.#begin = begin
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin))
  }
  /** On some faults, a full disk among them, SQLite has rolled back by itself: the fault is what is to be told. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((problem: Error) => {
      if (!/no transaction is active/.test(problem.message)) throw problem
    })
  }
}

/** SQLite rolls back schema changes like any other; Kysely assumes it does not. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
