import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '#platform/config.js'
import { backUpPostgres, backUpSqlite } from '#platform/db/backup.js'
import { tablesOf } from '#platform/db/catalogue.js'
import { KEPT_FILES } from '#platform/db/kept-files.js'
import { Obstacle } from '#platform/errors.js'
import {
  type BackupManifest,
  filesBeside,
  manifestBeside,
  writeBackupManifest,
} from '#platform/handover/backup-manifest.js'
import { copyFiles } from '#platform/handover/copy-files.js'
import { filesBelow, handedFile } from '#platform/handover/files.js'
import type { HandedFile } from '#platform/handover/manifest.js'
import { copyLake, lakeBeside } from '#platform/lake/copy-lake.js'
import { openAsItIs } from '../open-register.js'

/** What was copied where. */
export type BackupMade = {
  readonly file: string
  readonly manifest: BackupManifest
  /** The folder with the police data, when there are any. */
  readonly lake: string | null
  readonly policeImports: number
}

/**
 * Copies the register to one file, the police data to a folder beside it and the files that stand in a store to another,
 * while all are in use, and writes down the fingerprint of every file. What an earlier backup on the same disk holds
 * takes no room again.
 */
export async function backUp(config: Config, file: string, earlier?: string): Promise<BackupMade> {
  if (!config.databaseUrl && !existsSync(config.databaseFile))
    throw new Obstacle(`There is no register in ${config.dataFolder}: nothing to back up.`)
  try {
    return await copyAll(config, file, earlier)
  } catch (problem) {
    // Half a backup helps nobody, and takes room that may be what was missing.
    for (const part of partsOfBackup(file)) await rm(part, { recursive: true, force: true })
    throw problem
  }
}

async function copyAll(config: Config, file: string, earlier: string | undefined): Promise<BackupMade> {
  const madeAt = new Date().toISOString()
  const state = config.databaseUrl
    ? await backUpPostgres(config.databaseUrl, file)
    : await backUpSqlite(config.databaseFile, file)
  const lake = lakeBeside(file)
  const policeImports = await copyLake(join(config.dataFolder, 'lake'), lake, earlier && lakeBeside(earlier))
  const files = await filesOfStore(config, filesBeside(file), earlier && filesBeside(earlier))
  const register = await handedFile(file, basename(file))
  const manifest: BackupManifest = {
    ...{ format: 'frankpledge-backup', formatVersion: 1, madeAt, register },
    engine: config.databaseUrl ? 'postgres' : 'sqlite',
    ...{ audit: state.audit, schema: [...state.schema], lake: await filesBelow(lake), files },
  }
  await writeBackupManifest(file, manifest)
  return { file, manifest, policeImports, lake: policeImports > 0 ? lake : null }
}

/** Every file and folder that belongs to a backup. */
export function partsOfBackup(file: string): string[] {
  return [manifestBeside(file), lakeBeside(file), filesBeside(file), file]
}

/** A register that has yet to take the step which tells its files apart has all of them in it. */
async function filesOfStore(config: Config, to: string, earlier?: string): Promise<HandedFile[]> {
  const db = openAsItIs(config)
  try {
    const hasTable = (await tablesOf(db)).some(({ name }) => name === KEPT_FILES)
    return hasTable ? await copyFiles(db, to, earlier) : []
  } finally {
    await db.close()
  }
}
