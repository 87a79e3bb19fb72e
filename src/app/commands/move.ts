import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import type { CommandAnswer } from '#platform/cli/command.js'
import { progressOn } from '#platform/cli/progress.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { refuseWhileServed } from '#platform/db/in-use.js'
import { moveFiles } from '#platform/db/kept-files.js'
import { openStore } from '#platform/files/open-store.js'
import { copyLake } from '#platform/lake/copy-lake.js'
import { openRegister, type RegisterPlace } from '../open-register.js'
import { moveRegister } from '../operations/move-office.js'
import type { HostCommand } from './host-command.js'

/** `frankpledge move`: takes the office to the other database, every table compared; the old register stays as it was. */
export const move: HostCommand = {
  name: 'move',
  summary: 'Take the office to another database, or its files to the store and back (stop the server first)',
  usage: '--to postgres://… | --to sqlite:<data folder> | --files-to store | --files-to register',
  options: { to: 'value', 'files-to': 'value' },
  arity: [0, 0],
  runOnHost: async ({ config, options, say }) => {
    const filesTo = options['files-to']
    if (filesTo !== undefined && options.to !== undefined)
      throw new UsageError('Move one thing at a time: --to, or --files-to')
    if (filesTo !== undefined) return moveFilesTo(config, filesTo, say)
    const target = targetOf(config, options.to)
    await refuseMissingOrServed(config)
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

async function refuseMissingOrServed(config: Config): Promise<void> {
  if (!config.databaseUrl && !existsSync(config.databaseFile))
    throw new UsageError(`There is no register in ${config.dataFolder}: nothing to move.`)
  await refuseWhileServed(config)
}

async function moveFilesTo(config: Config, to: string, say: (message: string) => void): Promise<CommandAnswer> {
  if (to !== 'store' && to !== 'register')
    throw new UsageError('Say where to: --files-to store, or --files-to register')
  const store = openStore(config.filesPlace)
  if (!store) throw new UsageError('No store of files is set: set FILES_S3_ENDPOINT and its like first.')
  await refuseMissingOrServed(config)
  const db = await openRegister(config)
  try {
    const bar = progressOn(process.stderr)
    say(to === 'store' ? `Taking files to ${store.name}…` : `Bringing files back from ${store.name}…`)
    const files = await moveFiles(db, to, (done, all) => bar('Moving', done, all))
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    const next =
      to === 'store'
        ? 'New files go there by themselves while the server runs.'
        : 'Now unset FILES_S3_ENDPOINT and its like, or the server takes them to the store again. What is in the bucket stays there.'
    return {
      lines: [
        `Moved ${countOf(files.length, 'file')}, ${countOf(bytes, 'byte')}: each has its SHA-256 where it is now.`,
        next,
      ],
      data: { to, store: store.name, files: files.length, bytes },
    }
  } finally {
    await db.close()
  }
}

function targetOf(config: Config, to: string | undefined): RegisterPlace {
  if (!to)
    throw new UsageError(
      'Say where to: --to postgres://user:password@host/database, --to sqlite:<data folder>, or --files-to store',
    )
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
