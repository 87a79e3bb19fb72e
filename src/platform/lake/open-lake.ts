import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { bound, confine, type EngineLimits, isDuckdbInstalled, loadDuckdb, openEngine } from './duckdb.js'
import type { Lake, LakeValue } from './lake.js'

/** Of memory, for the queries of pages and commands; imports run in a process of their own. */
const READING: EngineLimits = { megabytes: 1024 }

type Engine = { readonly instance: DuckDBInstance; readonly idle: DuckDBConnection[] }

/** The lake in this folder. The folder is made, and the engine started, when the first query asks. */
export function openLake(folder: string, limits: EngineLimits = READING): Lake {
  const home = resolve(folder)
  let opening: Promise<Engine> | undefined
  const withConnection = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    opening ??= start(home, limits)
    const engine = await opening
    const connection = engine.idle.pop() ?? (await engine.instance.connect())
    try {
      return await work(connection)
    } finally {
      engine.idle.push(connection)
    }
  }
  return {
    folder: home,
    isThere: isDuckdbInstalled,
    rows: (sql, values = []) => withConnection((connection) => readRows(connection, sql, values)),
    run: (sql, values = []) => withConnection(async (connection) => void (await readRows(connection, sql, values))),
    close: async () => {
      const engine = await opening
      opening = undefined
      for (const connection of engine?.idle ?? []) connection.closeSync()
      engine?.instance.closeSync()
    },
  }
}

async function start(folder: string, limits: EngineLimits): Promise<Engine> {
  mkdirSync(folder, { recursive: true })
  const instance = await openEngine(folder, limits)
  const connection = await instance.connect()
  await connection.run('set parquet_metadata_cache = true')
  await confine(connection, [folder])
  return { instance, idle: [connection] }
}

async function readRows<T>(connection: DuckDBConnection, sql: string, given: readonly LakeValue[]): Promise<T[]> {
  const duckdb = await loadDuckdb()
  const { values, types } = bound(duckdb, given)
  const reader = await connection.runAndReadAll(sql, values, types)
  const dates = new Set(reader.columnNames().filter((_, index) => reader.columnType(index) === duckdb.DATE))
  const names = reader.columnNames()
  // In place: a map has a row for each of thousands of small areas and months.
  const rows: Record<string, unknown>[] = reader.getRowObjectsJS()
  for (const row of rows) for (const name of names) row[name] = plainValue(row[name], dates.has(name))
  return rows as T[]
}

function plainValue(value: unknown, isDate: boolean): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return isDate ? value.toISOString().slice(0, 10) : value.toISOString()
  if (Array.isArray(value)) return value.map((each) => plainValue(each, false))
  return value
}
