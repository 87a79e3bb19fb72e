import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { rebaseMeasure } from '../actions/rebase-measure.js'
import { acknowledgeBreak, recordBreak } from '../actions/record-break.js'
import { setTarget } from '../actions/set-target.js'
import { withdrawMark } from '../actions/withdraw-mark.js'
import { BREAK_KINDS, type BreakKind, type Recorded } from '../domain/series-marks.js'
import { dayOption, measureNamed, numberOption, refused, saidRefusal } from './options.js'

/** Who says what, as every one of these commands is told. */
async function saidBy(context: CommandContext) {
  const { args, options } = context
  const { id: measureId } = await measureNamed(context, args[0] ?? '')
  return { measureId, reason: options.reason ?? '', by: options.by ?? '' }
}

function answered(
  { say, args }: CommandContext,
  result: Result<Recorded | null, { readonly code: string }>,
  words: string,
): CommandAnswer {
  if (!result.ok) return saidRefusal(say, result.error)
  return { lines: [words], data: { code: args[0] ?? '', recorded: result.value?.id ?? null } }
}

const SAID = { reason: 'value', by: 'value' } as const
const WHO = '--reason <text> --by <name>'

type SaidFrom = Awaited<ReturnType<typeof saidBy>> & { readonly startsOn: IsoDate }

/** A command that records something of a series from a day on. What its own options lack is said in words. */
function fromDay(
  words: Pick<Command, 'name' | 'permission' | 'summary'> & {
    readonly usage: string
    readonly options: readonly string[]
  },
  record: (context: CommandContext, said: SaidFrom) => Promise<CommandAnswer>,
): Command {
  const own = Object.fromEntries(['from', ...words.options].map((name) => [name, 'value' as const]))
  return {
    ...words,
    usage: `<measure> ${words.usage} ${WHO}`,
    options: { ...own, ...SAID },
    arity: [1, 1],
    run: async (context) => {
      const said = await saidBy(context)
      const startsOn = dayOption('from', context.options.from ?? '')
      return startsOn.ok ? record(context, { ...said, startsOn: startsOn.value }) : refused(context.say, startsOn.error)
    },
  }
}

export const breakSeries = fromDay(
  {
    name: 'measures break',
    permission: 'measures:edit',
    summary: 'Record that a series breaks: nothing is compared across the day',
    usage: `--from <day> [--kind ${BREAK_KINDS.join('|')}]`,
    options: ['kind'],
  },
  async (context, said) => {
    const kind = breakKind(context.options.kind)
    if (!kind.ok) return refused(context.say, kind.error)
    const result = await recordBreak(context.deps, context.actor, { ...said, kind: kind.value })
    return answered(context, result, `The series breaks on ${said.startsOn}`)
  },
)

function breakKind(text = 'other'): Result<BreakKind, string> {
  const kind = BREAK_KINDS.find((each) => each === text)
  return kind ? ok(kind) : err(`--kind: write one of ${BREAK_KINDS.join(', ')}`)
}

export const rebaseSeries = fromDay(
  {
    name: 'measures rebase',
    permission: 'measures:edit',
    summary: 'Set average and limits anew from a month on',
    usage: '--from <day> [--baseline <months>]',
    options: ['baseline'],
  },
  async (context, said) => {
    const baseline = numberOption('baseline', context.options.baseline)
    if (!baseline.ok) return refused(context.say, baseline.error)
    const result = await rebaseMeasure(context.deps, context.actor, { ...said, baselinePoints: baseline.value })
    return answered(context, result, 'Average and limits begin anew')
  },
)

export const setTargetCommand = fromDay(
  {
    name: 'measures target',
    permission: 'measures:edit',
    summary: 'Set a target with its source, from a day on',
    usage: '--value <number> --from <day> --source <text>',
    options: ['value', 'source'],
  },
  async (context, said) => {
    const { value, source = '' } = context.options
    const number = numberOption('value', value)
    if (!number.ok) return refused(context.say, number.error)
    const target = { ...said, value: number.value ?? Number.NaN, source }
    return answered(context, await setTarget(context.deps, context.actor, target), 'The target is set')
  },
)

export const acknowledgeBreakCommand: Command = {
  name: 'measures acknowledge',
  permission: 'measures:edit',
  summary: 'Say in writing why figures across a break may be compared all the same',
  usage: `<measure> --break <id> ${WHO}`,
  options: { break: 'value', ...SAID },
  arity: [1, 1],
  run: async (context) => {
    const said = await saidBy(context)
    const breakId = context.options.break ?? ''
    const result = await acknowledgeBreak(context.deps, context.actor, { ...said, breakId })
    return answered(context, result, 'Acknowledged: it is shown with every comparison across the break')
  },
}

export const takeBackMark: Command = {
  name: 'measures take-back',
  permission: 'measures:edit',
  summary: 'Take back a break, a rebase or a target; it stays known for the days that it stood',
  usage: `<measure> --kind break|phase|target --id <id> ${WHO}`,
  options: { kind: 'value', id: 'value', ...SAID },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, options, say } = context
    const said = await saidBy(context)
    const kind = (['break', 'phase', 'target'] as const).find((each) => each === options.kind)
    if (!kind) return refused(say, '--kind: write break, phase or target')
    return answered(context, await withdrawMark(deps, actor, { ...said, kind, markId: options.id ?? '' }), 'Taken back')
  },
}
