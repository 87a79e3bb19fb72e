import { execFile } from 'node:child_process'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import pg from 'pg'
import { environmentWith } from '../config.js'
import { Obstacle } from '../errors.js'

const run = promisify(execFile)

/** What a register was when it was copied: where its audit trail ended, and which schema it had. */
export type RegisterState = {
  readonly audit: { readonly entries: number; readonly head: string }
  readonly schema: readonly string[]
}

const HEAD = 'select seq as entries, hash as head from audit_head'
const STEPS = 'select name from schema_migration order by name'

/** Copies a SQLite register to a file while others use it; the file appears only when it is whole, checked and on disk. */
export async function backUpSqlite(register: string, file: string): Promise<RegisterState> {
  const unfinished = `${file}.unfinished`
  await beginFile(unfinished)
  try {
    copySqlite(register, unfinished)
    const state = checkSqliteFile(unfinished)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return state
  } finally {
    for (const end of ['', '-journal']) await rm(`${unfinished}${end}`, { force: true })
  }
}

/** An empty file that nobody else on the machine may read; both engines write to it. */
async function beginFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await rm(file, { force: true })
  await writeFile(file, '', { mode: 0o600 })
}

function copySqlite(register: string, to: string): void {
  const source = new DatabaseSync(register)
  try {
    source.exec('pragma busy_timeout = 10000')
    source.prepare('vacuum into ?').run(to)
  } finally {
    source.close()
  }
}

/** Throws unless the file is a whole SQLite database with our audit trail in it; answers with what it is a copy of. */
export function checkSqliteFile(file: string): RegisterState {
  const copy = new DatabaseSync(file, { readOnly: true })
  try {
    const [verdict] = copy.prepare('pragma integrity_check').all()
    if (verdict?.integrity_check !== 'ok') throw new Obstacle(`${file} is damaged: ${String(verdict?.integrity_check)}`)
    const head = copy.prepare(HEAD).get()
    const schema = copy.prepare(STEPS).all()
    return {
      audit: { entries: Number(head?.entries ?? 0), head: String(head?.head ?? '') },
      schema: schema.map(({ name }) => String(name)),
    }
  } finally {
    copy.close()
  }
}

/** How the schemas are named in which a restore keeps what stood there before. They are no part of the register. */
export const KEPT_SCHEMA = 'register_before_restore_'

/** Dumps a PostgreSQL register with its own pg_dump, whole and consistent, while others use it. */
export async function backUpPostgres(url: string, file: string): Promise<RegisterState> {
  const unfinished = `${file}.unfinished`
  await beginFile(unfinished)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    // The dump sees just what this transaction sees, so what is said of it is true of it.
    const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
    const head = await client.query<{ entries: string; head: string }>(HEAD)
    const steps = await client.query<{ name: string }>(STEPS)
    await postgresTool(
      'pg_dump',
      [
        ...['--format=custom', '--no-owner', `--exclude-schema=${KEPT_SCHEMA}*`],
        ...[`--snapshot=${rows[0]?.name}`, `--file=${unfinished}`],
      ],
      url,
    )
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    const [end] = head.rows
    return {
      audit: { entries: Number(end?.entries ?? 0), head: end?.head ?? '' },
      schema: steps.rows.map(({ name }) => name),
    }
  } finally {
    await client.end()
    await rm(unfinished, { force: true })
  }
}

/**
 * Runs one of PostgreSQL's own programs, or says how to get it. The password goes by the environment: what stands on a
 * command line can be read by everybody on the machine.
 */
export async function postgresTool(program: string, args: readonly string[], url?: string): Promise<void> {
  try {
    const address = url === undefined ? undefined : new URL(url)
    const password = decodeURIComponent(address?.password ?? '')
    if (address) address.password = ''
    const database = address ? [`--dbname=${address.href}`] : []
    await run(program, [...database, ...args], { env: environmentWith(password ? { PGPASSWORD: password } : {}) })
  } catch (problem) {
    const { code, stderr } = problem as { code?: string | number; stderr?: string }
    if (code === 'ENOENT') throw new Obstacle(`${program} is not installed: apt-get install postgresql-client`)
    throw new Obstacle(`${program} failed: ${stderr?.trim() || `it ended with ${code ?? 'a signal'}`}`)
  }
}

/** A renamed file is safe from a power cut only when its folder is on disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
