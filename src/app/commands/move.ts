import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import { progressOn } from '#platform/cli/progress.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { refuseWhileServed } from '#platform/db/in-use.js'
import { copyLake } from '#platform/lake/copy-lake.js'
import { openRegister, type RegisterPlace } from '../open-register.js'
import { moveRegister } from '../operations/move-office.js'
import type { HostCommand } from './host-command.js'

/** `frankpledge move`: takes the office to the other database, every table compared; the old register stays as it was. */
export const move: HostCommand = {
  name: 'move',
  summary: 'Take the office to another database, from SQLite to PostgreSQL or back (stop the server first)',
  usage: '--to postgres://… | --to sqlite:<data folder>',
  options: { to: 'value' },
  arity: [0, 0],
  runOnHost: async ({ config, options, say }) => {
    const target = targetOf(config, options.to)
    if (!config.databaseUrl && !existsSync(config.databaseFile))
      throw new UsageError(`There is no register in ${config.dataFolder}: nothing to move.`)
    await refuseWhileServed(config)
    const from = await openRegister(config)
    try {
      const bar = progressOn(process.stderr)
      say('Copying every table…')
      const { tables, entries, head } = await moveRegister(from, target, (done, all) => bar('Moving', done, all))
      const isElsewhere = target.dataFolder !== config.dataFolder
      const lake = isElsewhere ? await copyLake(join(config.dataFolder, 'lake'), join(target.dataFolder, 'lake')) : 0
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      return {
        lines: [
          `Moved ${countOf(tables.length, 'table')} with ${countOf(rows, 'row')}: each has the same SHA-256 on both sides.`,
          `Audit trail: ${countOf(entries, 'entry', 'entries')}, chain intact, the last with the hash ${head}`,
          next(target),
          'The old register stays as it was. Keep it until you are sure, and start no server on it.',
        ],
        data: { tables: [...tables], rows, auditEntries: entries, auditHead: head, policeImports: lake },
      }
    } finally {
      await from.close()
    }
  },
}

function targetOf(config: Config, to: string | undefined): RegisterPlace {
  if (!to)
    throw new UsageError('Say where to: --to postgres://user:password@host/database, or --to sqlite:<data folder>')
  if (/^postgres(ql)?:\/\//.test(to)) {
    if (to === config.databaseUrl) throw new UsageError('The office is there already.')
    return { ...config, databaseUrl: to }
  }
  const folder = /^sqlite:(.+)$/.exec(to)?.[1]
  if (!folder) throw new UsageError(`'${to}' is neither postgres://… nor sqlite:<data folder>`)
  const dataFolder = resolve(folder)
  const databaseFile = join(dataFolder, 'register.sqlite')
  if (!config.databaseUrl && databaseFile === config.databaseFile) throw new UsageError('The office is there already.')
  return { ...config, databaseUrl: undefined, dataFolder, databaseFile }
}

function next({ databaseUrl, dataFolder }: RegisterPlace): string {
  return databaseUrl
    ? 'Now set DATABASE_URL to that address (and keep FRANKPLEDGE_DATA as it is), then start the server.'
    : `Now unset DATABASE_URL and set FRANKPLEDGE_DATA=${dataFolder}, copy secret.key there, then start the server.`
}
