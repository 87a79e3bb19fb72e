import { countOf } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import type { RetentionRule } from '#platform/retention.js'
import { recordsKept, removePastRecords } from '../actions/keep-records.js'
import { daysInWords, type Keeping } from '../domain/keeping.js'

/** `frankpledge retention`: how long each kind of record is kept, and what is past its time; it removes only when told to. */
export function retentionCommand(rules: readonly RetentionRule[]): Command {
  return {
    name: 'retention',
    permission: 'operations:read',
    summary: 'List how long records are kept and how many are past their time; with --remove, remove those',
    usage: '[--remove]',
    options: { remove: 'flag' },
    arity: [0, 0],
    run: async ({ deps, actor, options, say }) => {
      const removes = options.remove === 'true'
      const keepings = removes ? await removePastRecords(deps, actor, rules) : await recordsKept(deps, rules)
      const past = keepings.reduce((sum, keeping) => sum + keeping.past, 0)
      if (!removes && past > 0)
        say('Nothing was removed. To remove what is past its time: frankpledge retention --remove')
      return {
        lines: keepings.map((keeping) => lineFor(keeping, removes)),
        data: keepings.map(({ decision, ...keeping }) => ({
          ...keeping,
          decision: decision ?? null,
          removed: removes,
        })),
      }
    },
  }
}

function lineFor({ kind, what, days, past }: Keeping, isRemoved: boolean): string {
  const told =
    past === 0 ? 'none past its time' : `${countOf(past, 'record')} ${isRemoved ? 'removed' : 'past their time'}`
  return `${kind.padEnd(24)}  ${daysInWords(days).padEnd(8)}  ${told}  (${what})`
}
