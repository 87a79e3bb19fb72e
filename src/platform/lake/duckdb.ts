import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance, DuckDBType, DuckDBValue } from '@duckdb/node-api'
import { Obstacle } from '../errors.js'
import { type LakeValue, quotedList } from './lake.js'

/** How much the engine may use. */
export type EngineLimits = { readonly megabytes: number; readonly threads?: number }

type Duckdb = typeof import('@duckdb/node-api')

const NOT_INSTALLED =
  'Police data need the optional package @duckdb/node-api, which is not installed here. ' +
  'Install it with "npm install --include=optional" on a machine that it is made for (Linux, macOS or Windows, 64 bits).'

/** Whether the optional package stands among the installed ones. */
export function isDuckdbInstalled(): boolean {
  try {
    const from = createRequire(import.meta.url)
    createRequire(from.resolve('@duckdb/node-api')).resolve('@duckdb/node-bindings')
    return true
  } catch {
    return false
  }
}

/** The package itself, or an Obstacle that says how to install it. */
export async function loadDuckdb(): Promise<Duckdb> {
  try {
    return await import('@duckdb/node-api')
  } catch {
    throw new Obstacle(NOT_INSTALLED)
  }
}

/** An engine in memory, with limits, that fetches no extension; what does not fit goes to `folder`/tmp. */
export async function openEngine(folder: string, limits: EngineLimits): Promise<DuckDBInstance> {
  const { DuckDBInstance: Instance } = await loadDuckdb()
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  return Instance.create(':memory:', {
    memory_limit: `${limits.megabytes}MB`,
    threads: String(limits.threads ?? Math.min(8, availableParallelism())),
    temp_directory: temporary,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
}

/** From now on the engine reads and writes nothing outside these folders, and its settings stay as they are. */
export async function confine(connection: DuckDBConnection, folders: readonly string[]): Promise<void> {
  await connection.run(`set allowed_directories = ${quotedList(folders.map((folder) => `${folder}/`))}`)
  await connection.run('set enable_external_access = false')
  await connection.run('set lock_configuration = true')
}

/** The values of a query with their types: whole numbers stay whole, so that files can be skipped by them. */
export function bound({ BIGINT, DOUBLE, LIST, VARCHAR, listValue }: Duckdb, values: readonly LakeValue[]) {
  const one = (value: LakeValue): { value: DuckDBValue; type: DuckDBType | undefined } => {
    if (typeof value === 'number')
      return Number.isInteger(value) ? { value: BigInt(value), type: BIGINT } : { value, type: DOUBLE }
    if (typeof value !== 'object' || value === null) return { value, type: undefined }
    const isText = value.every((each) => typeof each === 'string')
    if (isText) return { value: listValue(value), type: LIST(VARCHAR) }
    return { value: listValue(value.map((each) => BigInt(each))), type: LIST(BIGINT) }
  }
  const each = values.map(one)
  return { values: each.map(({ value }) => value), types: each.map(({ type }) => type as DuckDBType) }
}
