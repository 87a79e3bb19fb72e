import { setOfficeRule } from '#modules/disclosure/index.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { type SmallNumbers, setMeasureRule, smallNumbers } from '../actions/small-numbers.js'

export const smallNumbersCommand: Command = {
  name: 'measures small-numbers',
  permission: 'disclosure:decide',
  summary: 'Show or set which small numbers are withheld from the public',
  usage: '[--below <number>|none|office] [--zero shown|withheld] [--measure <measure>] [--reason <text>]',
  options: { below: 'value', zero: 'value', measure: 'value', reason: 'value' },
  arity: [0, 0],
  run: async (context) => {
    const { deps, options } = context
    if (options.below === undefined && options.zero === undefined) return answerOf(await smallNumbers(deps.db))
    const refusal = options.measure === undefined ? await setForOffice(context) : await setForMeasure(context)
    const now = answerOf(await smallNumbers(deps.db))
    return refusal === undefined ? now : { lines: [refusal], data: { refusal }, refused: true }
  },
}

const REFUSALS = {
  'not-a-threshold': 'The threshold is a whole number from 2 to 100, or none',
  'no-reason': 'Say why: --reason "…"',
  incomplete: 'The measure must be complete first',
} as const

async function setForOffice({ deps, actor, options }: CommandContext): Promise<string | undefined> {
  const { rule } = await smallNumbers(deps.db)
  const suppressBelow = options.below === undefined ? rule.suppressBelow : thresholdOf(options.below)
  const { zero = rule.showsZero ? 'shown' : 'withheld', reason = '' } = options
  if (zero !== 'shown' && zero !== 'withheld') throw new UsageError('Nought is either shown or withheld')
  const result = await setOfficeRule(deps, actor, { suppressBelow, showsZero: zero === 'shown', reason })
  if (result.ok) return undefined
  return REFUSALS[result.error.code]
}

async function setForMeasure({ deps, actor, options }: CommandContext): Promise<string | undefined> {
  const { measure = '', below = '', reason = '' } = options
  if (options.zero !== undefined) throw new UsageError('Whether nought is shown is the same for all measures')
  const threshold = below === 'none' ? 0 : thresholdOf(below)
  const result = await setMeasureRule(deps, actor, { slug: measure, below: threshold, reason })
  if (result.ok) return undefined
  return REFUSALS[result.error.code]
}

/** "none" and "office" leave it to nobody, or to the office. */
function thresholdOf(words: string): number | null {
  if (words === 'none' || words === 'office') return null
  return /^\d+$/.test(words) ? Number(words) : Number.NaN
}

function answerOf({ rule, own, sums, withheld }: SmallNumbers): CommandAnswer {
  const { suppressBelow, showsZero, reason, recordedAt } = rule
  return {
    lines: [
      suppressBelow === null
        ? 'The office withholds no small numbers, but where a measure says so.'
        : `The office withholds numbers below ${suppressBelow}; nought is ${showsZero ? 'shown' : 'withheld too'}.`,
      ...(recordedAt ? [`Decided ${recordedAt.slice(0, 10)}: ${reason}`] : []),
      ...own.map(({ measure, below }) => `${measure.slug}: ${below === 0 ? 'none withheld' : `below ${below}`}`),
      ...sums.map(({ whole, parts }) => `${whole.slug} is the sum of ${parts.map(({ slug }) => slug).join(', ')}`),
      `Withheld now: ${withheld} recorded figures of public measures`,
    ],
    data: {
      ...{ suppressBelow, showsZero, reason, decidedAt: recordedAt, withheld },
      measures: own.map(({ measure, below }) => ({ measure: measure.slug, suppressBelow: below })),
      sums: sums.map(({ whole, parts }) => ({ whole: whole.slug, parts: parts.map(({ slug }) => slug) })),
    },
  }
}
