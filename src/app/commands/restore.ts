import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import { verifyAudit } from '#platform/audit/audit.queries.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { putFilesBack } from '#platform/db/kept-files.js'
import { restorePostgres, restoreSqlite } from '#platform/db/restore.js'
import { folderStore } from '#platform/files/folder-store.js'
import { filesBeside } from '#platform/handover/backup-manifest.js'
import { copyLake, lakeBeside } from '#platform/lake/copy-lake.js'
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
    say('Checking the backup and putting it in place…')
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
    const policeImports = await copyLake(lakeBeside(file), join(config.dataFolder, 'lake'))
    return {
      refused: problems.length > 0,
      lines: [
        `Restored ${file}: ${chain.entries} audit entries, chain intact.`,
        ...(files > problems.length ? [filesBack(config, files - problems.length)] : []),
        ...problems,
        ...(policeImports > 0 ? [`Police data of ${countOf(policeImports, 'import')} put in place.`] : []),
        ...(kept ? [`What stood before is kept in ${kept}`] : []),
      ],
      data: { file, kept: kept ?? null, chain, policeImports, files, problems },
    }
  },
}

function filesBack({ filesPlace }: Config, files: number): string {
  return `${countOf(files, 'file')} put back ${filesPlace ? 'into the store' : 'into the register, as no store is set'}.`
}
