import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import { verifyAudit } from '#platform/audit/audit.queries.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { refuseWhileServed } from '#platform/db/in-use.js'
import { putFilesBack } from '#platform/db/kept-files.js'
import { refuseUnlessAsked, restorePostgres, restoreSqlite } from '#platform/db/restore.js'
import { Obstacle } from '#platform/errors.js'
import { folderStore } from '#platform/files/folder-store.js'
import { filesBeside, isSqlite, verifyBackup } from '#platform/handover/backup-manifest.js'
import { putLakeBack } from '#platform/handover/put-lake-back.js'
import { lakeBeside } from '#platform/lake/copy-lake.js'
import { openRegister } from '../open-register.js'
import type { HostCommand } from './host-command.js'

/** `frankpledge restore`: puts a backup in place; what stood there before is kept aside, never thrown away. */
export const restore: HostCommand = {
  name: 'restore',
  summary: 'Put a backup in the place of the register (stop the server first)',
  usage: '<file> [--replace]',
  options: { replace: 'flag' },
  arity: [1, 1],
  runOnHost: async ({ config, args, options, say }) => {
    const file = resolve(args[0] ?? '')
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
    const canReplace = options.replace === 'true'
    await refuseOtherEngine(config, file)
    await refuseUnlessAsked(config, canReplace)
    await refuseWhileServed(config)
    say('Checking the backup and putting it in place…')
    const { manifest, problems: damage } = await verifyBackup(file)
    if (damage.length > 0)
      throw new Obstacle([`${file} cannot be restored, so nothing was changed:`, ...damage].join('\n'))
    const kept = config.databaseUrl
      ? await restorePostgres(config.databaseUrl, file, canReplace)
      : await restoreSqlite(config.databaseFile, file, canReplace)
    const db = await openRegister(config)
    const chain = await verifyAudit(db)
    const { files, problems } = await putFilesBack(db, folderStore(filesBeside(file)))
    await db.close()
    if (!chain.intact) {
      return {
        refused: true,
        lines: [`Restored, but the audit trail in this backup is damaged: ${chain.problem}.`],
        data: { file, kept: kept ?? null, chain },
      }
    }
    const lake = await putLakeBack(lakeBeside(file), join(config.dataFolder, 'lake'), manifest?.lake ?? [])
    return {
      refused: problems.length > 0,
      lines: [
        `Restored ${file}: ${chain.entries} audit entries, chain intact.`,
        ...(files > problems.length ? [filesBack(config, files - problems.length)] : []),
        ...problems,
        ...(lake.imports > 0 ? [`Police data of ${countOf(lake.imports, 'import')} put in place.`] : []),
        ...(lake.aside ? [`Police data that were not as they were backed up are kept in ${lake.aside}`] : []),
        ...(kept ? [`What stood before is kept in ${kept}`] : []),
        ...(manifest ? [] : ['No manifest stands beside it, so only what the file says of itself was checked.']),
      ],
      data: { file, kept: kept ?? null, chain, policeImports: lake.imports, files, problems },
    }
  },
}

/** A backup goes back to the engine that it is of; from there `move` takes the office to the other. */
async function refuseOtherEngine({ databaseUrl }: Config, file: string): Promise<void> {
  const isFile = await isSqlite(file)
  if (isFile === (databaseUrl === undefined)) return
  throw new Obstacle(
    isFile
      ? `${file} is a backup of SQLite: unset DATABASE_URL, restore it to a folder, then take it over with ‘frankpledge move --to postgres://…’.`
      : `${file} cannot be restored, so nothing was changed: it is no SQLite register. If it is a backup of PostgreSQL, set DATABASE_URL to an empty database first.`,
  )
}

function filesBack({ filesPlace }: Config, files: number): string {
  return `${countOf(files, 'file')} put back ${filesPlace ? 'into the store' : 'into the register, as no store is set'}.`
}
