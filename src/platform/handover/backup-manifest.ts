import { access, open, readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { checkSqliteFile, postgresTool } from '../db/backup.js'
import { Obstacle } from '../errors.js'
import { lakeBeside } from '../lake/copy-lake.js'
import { problemsWithFiles, sha256OfFile } from './files.js'
import { HANDED_FILE } from './manifest.js'

const BACKUP_MANIFEST = z.object({
  format: z.literal('frankpledge-backup'),
  formatVersion: z.literal(1),
  madeAt: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  register: HANDED_FILE,
  audit: z.object({ entries: z.number().int().nonnegative(), head: z.string() }),
  schema: z.array(z.string()),
  lake: z.array(HANDED_FILE),
  /** Files that the register names and that stood in a store; backups made before there was one have none. */
  files: z.array(HANDED_FILE).default([]),
})

/** What a backup says of itself: its files with their fingerprints, and where the audit trail ends in it. */
export type BackupManifest = z.infer<typeof BACKUP_MANIFEST>

/** Where the manifest of a backup stands. */
export function manifestBeside(file: string): string {
  return `${file}.manifest.json`
}

/** Where the files of a backup stand that are not in its register, each under its SHA-256. */
export function filesBeside(file: string): string {
  return `${file}.files`
}

/** Writes the manifest beside the backup. */
export async function writeBackupManifest(file: string, manifest: BackupManifest): Promise<void> {
  await writeFile(manifestBeside(file), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** The manifest of a backup; undefined where none stands beside it. */
async function backupManifest(file: string): Promise<BackupManifest | undefined> {
  const text = await readFile(manifestBeside(file), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return BACKUP_MANIFEST.parse(JSON.parse(text))
  } catch {
    throw new Obstacle(`${manifestBeside(file)} cannot be read: it is cut off, or was changed.`)
  }
}

/** What was found of a backup without restoring it. */
export type BackupVerdict = { readonly manifest: BackupManifest | undefined; readonly problems: readonly string[] }

/** Reads a backup whole: every file against the manifest, and the register by its own engine's check. */
export async function verifyBackup(file: string): Promise<BackupVerdict> {
  await access(file).catch(() => {
    throw new Obstacle(`There is no file ${file}.`)
  })
  const manifest = await backupManifest(file)
  const problems: string[] = []
  if (manifest && (await sha256OfFile(file)) !== manifest.register.sha256)
    problems.push(`${file} is not what was backed up: its SHA-256 differs`)
  problems.push(...(await unreadable(file)))
  if (manifest) {
    problems.push(...(await problemsWithFiles(lakeBeside(file), manifest.lake)))
    problems.push(...(await problemsWithFiles(filesBeside(file), manifest.files)))
  }
  return { manifest, problems }
}

async function unreadable(file: string): Promise<string[]> {
  try {
    if (await isSqlite(file)) checkSqliteFile(file)
    else await postgresTool('pg_restore', ['--file=/dev/null', file])
    return []
  } catch (problem) {
    return [`${file} cannot be read whole: ${problem instanceof Error ? problem.message.trim() : String(problem)}`]
  }
}

/** Which engine a backup is for: SQLite's files say so in their first bytes; anything else is given to PostgreSQL's. */
export async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(15), 0, 15, 0)
    return buffer.toString('latin1') === 'SQLite format 3'
  } finally {
    await handle.close()
  }
}
