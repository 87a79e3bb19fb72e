import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { Obstacle } from '../errors.js'
import { checkSqliteFile, KEPT_SCHEMA, postgresTool, syncFolder } from './backup.js'
import { isOpen } from './in-use.js'

/**
 * Puts a backup in the place of a SQLite register. The backup is checked first; a register that stands there is
 * moved aside, and its new name is returned. Refused while a server has it open.
 */
export async function restoreSqlite(
  register: string,
  backup: string,
  canReplace: boolean,
): Promise<string | undefined> {
  await refuseUnlessAsked({ databaseFile: register }, canReplace)
  checkBackup(backup)
  const isThere = existsSync(register)
  if (isThere && isOpen(register)) throw new Obstacle('The register is in use: stop the server first, then restore.')
  await mkdir(dirname(register), { recursive: true, mode: 0o700 })
  const unfinished = `${register}.unfinished`
  await copyWhole(backup, unfinished)
  const aside = isThere ? join(dirname(register), `register-before-restore-${Date.now()}.sqlite`) : undefined
  if (aside) await rename(register, aside)
  await rm(`${register}-wal`, { force: true })
  await rm(`${register}-shm`, { force: true })
  await rename(unfinished, register)
  await syncFolder(dirname(register))
  return aside
}

/** The copy is on disk, or there is none. */
async function copyWhole(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to)
    await chmod(to, 0o600)
    const copy = await open(to, 'r+')
    await copy.sync()
    await copy.close()
  } catch (problem) {
    await rm(to, { force: true })
    throw problem
  }
}

function checkBackup(backup: string): void {
  try {
    checkSqliteFile(backup)
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new Obstacle(`${backup} cannot be restored, so nothing was changed: ${reason}`)
  }
}

/**
 * Puts a dump in the place of a PostgreSQL register. The dump is read whole first; a register that stands there moves
 * to a schema of its own, whose name is returned, and comes back if the dump cannot be restored.
 */
export async function restorePostgres(url: string, backup: string, canReplace: boolean): Promise<string | undefined> {
  await refuseUnlessAsked({ databaseUrl: url }, canReplace)
  await postgresTool('pg_restore', ['--file=/dev/null', backup])
  const isThere = await holdsRegister(url)
  const aside = isThere ? `${KEPT_SCHEMA}${Date.now()}` : undefined
  if (aside) await inDatabase(url, `alter schema public rename to ${aside}; create schema public`)
  try {
    await postgresTool('pg_restore', ['--no-owner', '--single-transaction', '--exit-on-error', backup], url)
  } catch (problem) {
    if (aside) await inDatabase(url, `drop schema public cascade; alter schema ${aside} rename to public`)
    throw problem
  }
  return aside && `the schema ${aside} of the same database`
}

/** A register is replaced only where that was asked for: told before a backup of many gigabytes is read. */
export async function refuseUnlessAsked(
  { databaseUrl, databaseFile = '' }: { readonly databaseUrl?: string | undefined; readonly databaseFile?: string },
  canReplace: boolean,
): Promise<void> {
  if (canReplace || !(databaseUrl ? await holdsRegister(databaseUrl) : existsSync(databaseFile))) return
  const what = databaseUrl ? 'This database holds a register already' : `${databaseFile} exists`
  throw new Obstacle(`${what}. To put the backup in its place, add --replace.`)
}

async function holdsRegister(url: string): Promise<boolean> {
  const query = "select 1 from pg_tables where schemaname = 'public' and tablename = 'audit_entry'"
  return (await inDatabase(url, query)) > 0
}

/** How many rows a statement gave, on a connection of its own. */
async function inDatabase(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
