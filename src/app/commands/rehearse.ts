import { resolve } from 'node:path'
import { UsageError } from '#platform/cli/run.js'
import { newestBackup, tryOut } from '../operations/daily-backup.js'
import type { HostCommand } from './host-command.js'
import { withOffice } from './with-office.js'

/** `frankpledge rehearse`: restores a backup to a place of its own, proves all of it there, and records what came of it. */
export const rehearseCommand: HostCommand = {
  name: 'rehearse',
  summary: 'Try a backup out, the last daily one unless named: restore it elsewhere, prove it whole, record the result',
  usage: '[<backup>]',
  arity: [0, 1],
  runOnHost: ({ config, args: [given], say }) =>
    withOffice(config, async (deps) => {
      const file = given === undefined ? await newestBackup(deps) : resolve(given)
      if (file === undefined) throw new UsageError('There is no daily backup yet: name a file.')
      say(`Restoring ${file} to a place of its own…`)
      const problems = await tryOut(deps, config, file)
      return {
        refused: problems.length > 0,
        lines:
          problems.length === 0
            ? [`${file} can be relied upon: it was restored, and everything in it is whole.`]
            : [`${file} can NOT be relied upon:`, ...problems],
        data: { file, isWell: problems.length === 0, problems: [...problems] },
      }
    }),
}
