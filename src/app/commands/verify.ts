import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import type { CommandAnswer } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { stepsTaken } from '#platform/db/catalogue.js'
import type { Deps } from '#platform/deps.js'
import { verifyBackup } from '#platform/handover/backup-manifest.js'
import { problemsWithOffice, readManifest } from '#platform/handover/read-office.js'
import { openAsItIs, whereIs, withReasons } from '../open-register.js'
import { checksInWords, problemsIn, verifyOffice } from '../operations/verify-office.js'
import type { HostCommand } from './host-command.js'
import { withOffice } from './with-office.js'

/** `frankpledge verify`: is everything there, and as it was? Of this installation, of a backup, or of an exported office. */
export const verify: HostCommand = {
  name: 'verify',
  summary:
    'Prove that the database, every file and the audit trail are whole: here, in a backup or in an exported office',
  usage: '[<backup> | <exported office>]',
  arity: [0, 1],
  runOnHost: async ({ config, args: [given], say }) => {
    if (given === undefined) return ofInstallation(config, say)
    const path = resolve(given)
    if (!existsSync(path)) throw new UsageError(`There is no ${path}.`)
    return (await stat(path)).isDirectory() ? ofOffice(path) : ofBackup(path)
  },
}

async function ofInstallation(config: Config, say: (message: string) => void): Promise<CommandAnswer> {
  if (!config.databaseUrl && !existsSync(config.databaseFile))
    throw new UsageError(`There is no register in ${config.dataFolder}: nothing to verify.`)
  const verified = async (deps: Deps) => {
    if ((await stepsTaken(deps.db)).length === 0) throw new UsageError(`${whereIs(config)} holds no register yet.`)
    return verifyOffice(deps, (name) => say(`Reading: ${name}`))
  }
  const checks = await withReasons(config, () => withOffice(config, verified, openAsItIs))
  const problems = problemsIn(checks)
  return {
    refused: problems.length > 0,
    lines: [...checksInWords(checks), '', conclusion(whereIs(config), problems)],
    data: { what: 'installation', isWell: problems.length === 0, checks, problems },
  }
}

async function ofBackup(file: string): Promise<CommandAnswer> {
  const { manifest, problems } = await verifyBackup(file)
  const told = manifest
    ? [
        `Made ${manifest.madeAt}: ${countOf(manifest.audit.entries, 'audit entry', 'audit entries')}, the last with the hash`,
        `${manifest.audit.head}; ${countOf(manifest.lake.length, 'file')} of police data, ${countOf(manifest.files.length, 'file')} from the store.`,
      ]
    : ['No manifest stands beside it, so only what the file says of itself was checked.']
  return {
    refused: problems.length > 0,
    lines: [
      ...told,
      ...problems,
      conclusion('The backup', problems),
      ...(problems.length === 0 ? [`To try it out: frankpledge rehearse ${file}`] : []),
    ],
    data: { what: 'backup', isWell: problems.length === 0, manifest: manifest ?? null, problems: [...problems] },
  }
}

async function ofOffice(folder: string): Promise<CommandAnswer> {
  const manifest = await readManifest(folder)
  const problems = await problemsWithOffice(folder, manifest)
  const files = manifest.tables.length + manifest.files.length + manifest.lake.length
  return {
    refused: problems.length > 0,
    lines: [`Exported ${manifest.madeAt}: ${countOf(files, 'file')}.`, ...problems, conclusion('The office', problems)],
    data: { what: 'office', isWell: problems.length === 0, audit: manifest.audit, problems },
  }
}

function conclusion(what: string, problems: readonly string[]): string {
  return problems.length === 0
    ? `${what} is whole: nothing is missing, nothing was changed.`
    : `${what} is NOT as it should be: ${countOf(problems.length, 'problem')}.`
}
