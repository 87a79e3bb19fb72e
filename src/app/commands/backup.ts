import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { auditHead } from '#platform/audit/audit.queries.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { backUpPostgres, backUpSqlite } from '#platform/db/backup.js'
import { copyLake, lakeBeside } from '#platform/lake/copy-lake.js'
import { openRegister } from '../open-register.js'
import type { HostCommand } from './host-command.js'

/**
 * `frankpledge backup`: a whole, checked copy of the register in one file, taken while it is in use; and beside it the
 * police data, whose files never change once they are there.
 */
export const backup: HostCommand = {
  name: 'backup',
  summary: 'Copy the register to one file, and the police data to a folder beside it, while they are in use',
  usage: '[<file>]',
  arity: [0, 1],
  runOnHost: async ({ config, args, say }) => {
    const file = resolve(args[0] ?? defaultFile(config))
    if (existsSync(file)) throw new UsageError(`${file} exists already: a backup never overwrites. Name another file.`)
    if (!config.databaseUrl && !existsSync(config.databaseFile)) {
      throw new UsageError(`There is no register in ${config.dataFolder}: nothing to back up.`)
    }
    say('Copying the register…')
    if (config.databaseUrl) await backUpPostgres(config.databaseUrl, file)
    else await backUpSqlite(config.databaseFile, file)
    const db = await openRegister(config)
    const entries = await auditHead(db)
    await db.close()
    const sha256 = await fingerprint(file)
    const policeImports = await copyLake(join(config.dataFolder, 'lake'), lakeBeside(file))
    const lake = policeImports > 0 ? lakeBeside(file) : null
    return {
      lines: [file, `sha256 ${sha256}`, ...(lake ? [`${lake} (police data: keep it beside the file)`] : [])],
      data: { file, sha256, auditEntries: entries, lake, policeImports },
    }
  },
}

function defaultFile(config: Config): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  return join(config.dataFolder, 'backups', `frankpledge-${stamp}.${config.databaseUrl ? 'pgdump' : 'sqlite'}`)
}

async function fingerprint(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
