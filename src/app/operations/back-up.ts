import { existsSync } from 'node:fs'
import { chmod, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '#platform/config.js'
import { backUpPostgres, backUpSqlite } from '#platform/db/backup.js'
import { Obstacle } from '#platform/errors.js'
import { type BackupManifest, manifestBeside, writeBackupManifest } from '#platform/handover/backup-manifest.js'
import { filesBelow, sha256OfFile } from '#platform/handover/files.js'
import { copyLake, lakeBeside } from '#platform/lake/copy-lake.js'

/** What was copied where. */
export type BackupMade = {
  readonly file: string
  readonly manifest: BackupManifest
  /** The folder with the police data, when there are any. */
  readonly lake: string | null
  readonly policeImports: number
}

/**
 * Copies the register to one file and the police data to a folder beside it, while both are in use, and writes down the
 * fingerprint of every file. Police data that an earlier backup on the same disk holds take no room again.
 */
export async function backUp(config: Config, file: string, earlier?: string): Promise<BackupMade> {
  if (!config.databaseUrl && !existsSync(config.databaseFile))
    throw new Obstacle(`There is no register in ${config.dataFolder}: nothing to back up.`)
  const madeAt = new Date().toISOString()
  const state = config.databaseUrl
    ? await backUpPostgres(config.databaseUrl, file)
    : await backUpSqlite(config.databaseFile, file)
  await chmod(file, 0o600)
  const lake = lakeBeside(file)
  const policeImports = await copyLake(join(config.dataFolder, 'lake'), lake, earlier && lakeBeside(earlier))
  const register = { path: basename(file), bytes: (await stat(file)).size, sha256: await sha256OfFile(file) }
  const manifest: BackupManifest = {
    ...{ format: 'frankpledge-backup', formatVersion: 1, madeAt, register },
    engine: config.databaseUrl ? 'postgres' : 'sqlite',
    ...{ audit: state.audit, schema: [...state.schema], lake: await filesBelow(lake) },
  }
  await writeBackupManifest(file, manifest)
  return { file, manifest, policeImports, lake: policeImports > 0 ? lake : null }
}

/** Every file and folder that belongs to a backup. */
export function partsOfBackup(file: string): string[] {
  return [manifestBeside(file), lakeBeside(file), file]
}
