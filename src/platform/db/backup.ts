import { execFile } from 'node:child_process'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { Obstacle } from '../errors.js'

const run = promisify(execFile)

/** Copies a SQLite register to a file while others use it; the file appears only when it is whole, checked and on disk. */
export async function backUpSqlite(register: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  await mkdir(dirname(file), { recursive: true })
  await rm(unfinished, { force: true })
  const source = new DatabaseSync(register)
  try {
    source.exec('pragma busy_timeout = 10000')
    source.prepare('vacuum into ?').run(unfinished)
  } finally {
    source.close()
  }
  checkSqliteFile(unfinished)
  await rename(unfinished, file)
  await syncFolder(dirname(file))
}

/** Throws unless the file is a whole SQLite database with our audit trail in it. */
export function checkSqliteFile(file: string): void {
  const copy = new DatabaseSync(file, { readOnly: true })
  try {
    const [verdict] = copy.prepare('pragma integrity_check').all()
    if (verdict?.integrity_check !== 'ok') throw new Obstacle(`${file} is damaged: ${String(verdict?.integrity_check)}`)
    copy.prepare('select count(*) from audit_entry').get()
  } finally {
    copy.close()
  }
}

/** How the schemas are named in which a restore keeps what stood there before. They are no part of the register. */
export const KEPT_SCHEMA = 'register_before_restore_'

/** Dumps a PostgreSQL register with its own pg_dump, whole and consistent, while others use it. */
export async function backUpPostgres(url: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  await mkdir(dirname(file), { recursive: true })
  await postgresTool('pg_dump', [
    '--format=custom',
    '--no-owner',
    `--exclude-schema=${KEPT_SCHEMA}*`,
    `--file=${unfinished}`,
    url,
  ])
  await rename(unfinished, file)
  await syncFolder(dirname(file))
}

/** Runs one of PostgreSQL's own programs, or says how to get it. */
export async function postgresTool(program: string, args: readonly string[]): Promise<void> {
  try {
    await run(program, [...args])
  } catch (problem) {
    const { code, stderr } = problem as { code?: string | number; stderr?: string }
    if (code === 'ENOENT') throw new Obstacle(`${program} is not installed: apt-get install postgresql-client`)
    throw new Obstacle(`${program} failed: ${stderr || String(problem)}`)
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
