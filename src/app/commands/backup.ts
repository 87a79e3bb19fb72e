import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import type { CommandAnswer } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { filesBeside, manifestBeside } from '#platform/handover/backup-manifest.js'
import { backUp, partsOfBackup } from '../operations/back-up.js'
import { dailyBackup } from '../operations/daily-backup.js'
import type { HostCommand } from './host-command.js'
import { withOffice } from './with-office.js'

/**
 * `frankpledge backup`: a whole, checked copy of the register in one file, taken while it is in use; and beside it the
 * police data, whose files never change once they are there.
 */
export const backup: HostCommand = {
  name: 'backup',
  summary: 'Copy the register to one file, and the police data to a folder beside it, while they are in use',
  usage: '[<file> | --daily [--if-due]]',
  options: { daily: 'flag', 'if-due': 'flag' },
  arity: [0, 1],
  runOnHost: async ({ config, args, options, say }) => {
    if (options.daily === 'true') return ofTheDay(config, options['if-due'] === 'true', say)
    const file = resolve(args[0] ?? defaultFile(config))
    const inTheWay = partsOfBackup(file).find((part) => existsSync(part))
    if (inTheWay) throw new UsageError(`${inTheWay} exists already: a backup never overwrites. Name another file.`)
    if (!config.databaseUrl && !existsSync(config.databaseFile)) {
      throw new UsageError(`There is no register in ${config.dataFolder}: nothing to back up.`)
    }
    say('Copying the register…')
    const { manifest, lake, policeImports } = await backUp(config, file)
    const { sha256 } = manifest.register
    const files = manifest.files.length
    return {
      lines: [
        file,
        `sha256 ${sha256}`,
        `${manifestBeside(file)} (the fingerprint of every file: keep it beside the file)`,
        ...(lake ? [`${lake} (police data: keep it beside the file)`] : []),
        ...(files > 0
          ? [`${filesBeside(file)} (${countOf(files, 'file')} from the store: keep them beside the file)`]
          : []),
      ],
      data: {
        ...{ file, sha256, manifest: manifestBeside(file), lake, policeImports, files },
        ...{ auditEntries: manifest.audit.entries, auditHead: manifest.audit.head },
      },
    }
  },
}

/**
 * For a timer of the system's own, or after a fault was mended: `frankpledge serve` does the same at BACKUP_AT, and leaves
 * what has failed alone for an hour (`--if-due`).
 */
async function ofTheDay(config: Config, ifDue: boolean, say: (message: string) => void): Promise<CommandAnswer> {
  const made = await withOffice(config, (deps) => dailyBackup(deps, config, ifDue))
  if (!made) {
    say(
      ifDue
        ? "Today's backup is not due: it has been taken, another process is at it, or it failed within the hour."
        : "Today's backup has been taken already, or another process is at it: /staff/operations says which.",
    )
    return { lines: [], data: { taken: false } }
  }
  for (const problem of made.problems) say(problem)
  const isWell = made.problems.length === 0
  const told = isWell ? 'It was restored to a place of its own and is whole.' : 'It cannot be relied upon.'
  return {
    refused: !isWell,
    lines: [made.file, told, ...(made.forgotten > 0 ? [`${countOf(made.forgotten, 'older backup')} removed.`] : [])],
    data: { taken: true, ...made },
  }
}

function defaultFile(config: Config): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  return join(config.backupFolder, `frankpledge-${stamp}.${config.databaseUrl ? 'pgdump' : 'sqlite'}`)
}
