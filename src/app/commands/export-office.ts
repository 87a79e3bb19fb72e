import { join, resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import { progressOn } from '#platform/cli/progress.js'
import { UsageError } from '#platform/cli/run.js'
import { writeOffice } from '#platform/handover/write-office.js'
import type { HostCommand } from './host-command.js'
import { withOffice } from './with-office.js'

/** `frankpledge export-office`: everything that the office has, in open formats, for a successor or another system. */
export const exportOffice: HostCommand = {
  name: 'export-office',
  summary: 'Write the whole office to a new folder in open formats: every table, file and fingerprint',
  usage: '--out <folder>',
  options: { out: 'value' },
  arity: [0, 0],
  runOnHost: ({ config, options, say }) => {
    const { out } = options
    if (!out) throw new UsageError('Say where to: --out <folder>')
    const folder = resolve(out)
    return withOffice(config, async ({ db, now }) => {
      const bar = progressOn(process.stderr)
      const onTable = (done: number, all: number) => bar('Writing', done, all)
      say('Writing the office as it is now; people may go on working.')
      const manifest = await writeOffice(db, folder, { lake: join(config.dataFolder, 'lake'), now: now(), onTable })
      const { tables, files, lake, audit } = manifest
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      return {
        lines: [
          folder,
          `${countOf(tables.length, 'table')} with ${countOf(rows, 'row')}, ${countOf(files.length, 'file')}, ${countOf(lake.length, 'file')} of police data`,
          `${countOf(audit.entries, 'audit entry', 'audit entries')}; the last has the hash ${audit.head}`,
          'It holds personal data and password hashes: keep it as safely as the register itself.',
        ],
        data: { folder, tables: tables.length, rows, files: files.length, lake: lake.length, audit },
      }
    })
  },
}
