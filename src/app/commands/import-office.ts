import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import { progressOn } from '#platform/cli/progress.js'
import { UsageError } from '#platform/cli/run.js'
import { readManifest } from '#platform/handover/read-office.js'
import { whereIs } from '../open-register.js'
import { takeInOffice } from '../operations/move-office.js'
import type { HostCommand } from './host-command.js'

/** `frankpledge import-office`: fills an empty installation with an exported office, every fingerprint compared. */
export const importOffice: HostCommand = {
  name: 'import-office',
  summary: 'Fill an empty installation with an exported office, on either database',
  usage: '<folder>',
  arity: [1, 1],
  runOnHost: async ({ config, args, say }) => {
    const folder = resolve(args[0] ?? '')
    if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`)
    const manifest = await readManifest(folder)
    const bar = progressOn(process.stderr)
    say(`Taking in the office that was exported on ${manifest.madeAt}…`)
    const onPart = (done: number, all: number) => bar('Filling', done, all)
    const { entries, policeImports } = await takeInOffice(config, folder, { manifest, onPart })
    return {
      lines: [
        `${whereIs(config)} now holds the office: ${countOf(manifest.tables.length, 'table')} as exported, ${countOf(entries, 'audit entry', 'audit entries')}, chain intact.`,
        ...(policeImports > 0 ? [`Police data of ${countOf(policeImports, 'import')} put in place.`] : []),
        'The key that seals secrets (secret.key) is not part of an export: people set up their second factor anew, unless you put that file in place too.',
      ],
      data: { tables: manifest.tables.length, auditEntries: entries, auditHead: manifest.audit.head, policeImports },
    }
  },
}
