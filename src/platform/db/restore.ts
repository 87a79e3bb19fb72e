import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { checkSqliteFile, postgresTool, syncFolder } from './backup.js'

/**
 * Puts a backup in the place of a SQLite register. The backup is checked first; a register that stands there is
 * moved aside, and its new name is returned. Refused while a server has it open.
 */
export async function restoreSqlite(
  register: string,
  backup: string,
  canReplace: boolean,
): Promise<string | undefined> {
  checkBackup(backup)
  const isThere = existsSync(register)
  if (isThere && !canReplace) throw new Error(`${register} exists. To put the backup in its place, add --replace.`)
  if (isThere) refuseWhileOpen(register)
  await mkdir(dirname(register), { recursive: true, mode: 0o700 })
  const unfinished = `${register}.unfinished`
  await copyFile(backup, unfinished)
  const copy = await open(unfinished, 'r+')
  await copy.sync()
  await copy.close()
  const aside = isThere ? join(dirname(register), `register-before-restore-${Date.now()}.sqlite`) : undefined
  if (aside) await rename(register, aside)
  await rm(`${register}-wal`, { force: true })
  await rm(`${register}-shm`, { force: true })
  await rename(unfinished, register)
  await syncFolder(dirname(register))
  return aside
}

function checkBackup(backup: string): void {
  try {
    checkSqliteFile(backup)
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new Error(`${backup} cannot be restored, so nothing was changed: ${reason}`)
  }
}

/** Leaving write-ahead mode needs to be alone with the file, and folds the log into it. */
function refuseWhileOpen(register: string): void {
  const database = new DatabaseSync(register)
  try {
    database.exec('pragma journal_mode = delete')
  } catch {
    throw new Error('The register is in use: stop the server first, then restore.')
  } finally {
    database.close()
  }
}

/** Puts a dump in the place of a PostgreSQL register; one that stands there must be replaced on purpose. */
export async function restorePostgres(url: string, backup: string, canReplace: boolean): Promise<undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query("select 1 from information_schema.tables where table_name = 'audit_entry'")
    if (rows.length > 0 && !canReplace) {
      throw new Error('This database holds a register already. To put the backup in its place, add --replace.')
    }
    if (rows.length > 0) await client.query('drop schema public cascade; create schema public')
  } finally {
    await client.end()
  }
  await postgresTool('pg_restore', ['--no-owner', '--single-transaction', '--exit-on-error', `--dbname=${url}`, backup])
  return undefined
}
