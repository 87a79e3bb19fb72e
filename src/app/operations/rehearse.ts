import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config.js'
import { restorePostgres, restoreSqlite } from '#platform/db/restore.js'
import { Obstacle } from '#platform/errors.js'
import { filesBeside, isSqlite, verifyBackup } from '#platform/handover/backup-manifest.js'
import { copyLake, lakeBeside } from '#platform/lake/copy-lake.js'
import { depsOver } from '../application.js'
import { openRegister } from '../open-register.js'
import { type Check, problemsIn, verifyOffice } from './verify-office.js'

/** What came of trying a backup out. */
export type Rehearsal = { readonly checks: readonly Check[]; readonly problems: readonly string[] }

/** Restores a backup to a place of its own, proves all of it there, and takes the place away again. */
export async function rehearse(config: Config, file: string): Promise<Rehearsal> {
  const { manifest, problems } = await verifyBackup(file)
  if (problems.length > 0) return { checks: [], problems }
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  await sweepFolders(config.dataFolder)
  const folder = await mkdtemp(join(config.dataFolder, FOLDER))
  try {
    const filesPlace = { kind: 'folder', folder: filesBeside(file) } as const
    const away = { ...config, ...awayIn(folder), filesPlace }
    await copyLake(lakeBeside(file), join(folder, 'lake'), lakeBeside(file))
    const checks = (await isSqlite(file))
      ? await restoredFile({ ...away, databaseUrl: undefined }, file)
      : await restoredDump(away, file)
    const wrong = problemsIn(checks)
    const entries = checks.find(({ name }) => name === 'Audit trail')?.checked
    if (manifest && wrong.length === 0 && entries !== manifest.audit.entries)
      wrong.push(`The audit trail has ${entries} entries and not the ${manifest.audit.entries} that were backed up`)
    return { checks, problems: wrong }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const FOLDER = 'rehearsal-'
const DATABASE = 'frankpledge_rehearsal_'

/** After so long whoever tried a backup out is dead, and what it left is taken away by the next. */
const LEFT_AFTER_MS = 2 * 3_600_000
const isLeft = (since: number) => Date.now() - since > LEFT_AFTER_MS

async function sweepFolders(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const path = join(dataFolder, name)
    if (name.startsWith(FOLDER) && isLeft((await stat(path)).mtimeMs)) await rm(path, { recursive: true, force: true })
  }
}

async function sweepDatabases(server: string): Promise<void> {
  const found = await onServer<{ name: string }>(
    server,
    `select datname as name from pg_database where datname ~ '^${DATABASE}[0-9]+$'`,
  )
  for (const { name } of found.filter((each) => isLeft(Number(each.name.slice(DATABASE.length))))) {
    // Another office's, on the same PostgreSQL, is for that office to drop.
    await onServer(server, `drop database if exists ${name}`).catch(() => [])
  }
}

const awayIn = (folder: string) => ({
  ...{ dataFolder: folder, databaseFile: join(folder, 'register.sqlite'), backupFolder: folder },
})

async function restoredFile(away: Config, file: string): Promise<Check[]> {
  await restoreSqlite(away.databaseFile, file, false)
  return checked(away)
}

async function checked(away: Config): Promise<Check[]> {
  const db = await openRegister(away)
  const deps = await depsOver(db, away)
  try {
    return await verifyOffice(deps)
  } finally {
    await deps.lake.close()
    await db.close()
  }
}

/** A database of its own on the same server, or on the one that REHEARSAL_DATABASE_URL names. */
async function restoredDump(away: Config, file: string): Promise<Check[]> {
  const server = away.rehearsalUrl ?? away.databaseUrl
  if (!server) throw new Obstacle('This backup is of PostgreSQL: set REHEARSAL_DATABASE_URL to a server to try it on.')
  await sweepDatabases(server)
  const name = `${DATABASE}${Date.now()}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  try {
    const url = withDatabase(server, name)
    await restorePostgres(url, file, false)
    return await checked({ ...away, databaseUrl: url })
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`)
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return (await client.query<Row>(statement)).rows
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new Obstacle(
      `No database could be made to try the backup in (${reason}): let the account create databases (alter role … createdb), or set REHEARSAL_DATABASE_URL.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
