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

export const breakSeries: Command = {
  name: 'measures break',
  summary: 'Record that a series breaks: nothing is compared across the day',
  usage: `<measure> --from <day> [--kind ${BREAK_KINDS.join('|')}] ${WHO}`,
  options: { from: 'value', kind: 'value', ...SAID },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, options, say } = context
    const said = await saidBy(context)
    const startsOn = dayOption('from', options.from ?? '')
    if (!startsOn.ok) return refused(say, startsOn.error)
    const kind = breakKind(options.kind)
    if (!kind.ok) return refused(say, kind.error)
    const result = await recordBreak(deps, actor, { ...said, startsOn: startsOn.value, kind: kind.value })
    return answered(context, result, `The series breaks on ${startsOn.value}`)
  },
}

function breakKind(text = 'other'): Result<BreakKind, string> {
  const kind = BREAK_KINDS.find((each) => each === text)
  return kind ? ok(kind) : err(`--kind: write one of ${BREAK_KINDS.join(', ')}`)
}

export const acknowledgeBreakCommand: Command = {
  name: 'measures acknowledge',
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

export const rebaseSeries: Command = {
  name: 'measures rebase',
  summary: 'Set average and limits anew from a month on',
  usage: `<measure> --from <day> [--baseline <months>] ${WHO}`,
  options: { from: 'value', baseline: 'value', ...SAID },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, options, say } = context
    const said = await saidBy(context)
    const startsOn = dayOption('from', options.from ?? '')
    if (!startsOn.ok) return refused(say, startsOn.error)
    const baseline = numberOption('baseline', options.baseline)
    if (!baseline.ok) return refused(say, baseline.error)
    const request = { ...said, startsOn: startsOn.value, baselinePoints: baseline.value }
    return answered(context, await rebaseMeasure(deps, actor, request), `Average and limits begin anew`)
  },
}

export const setTargetCommand: Command = {
  name: 'measures target',
  summary: 'Set a target with its source, from a day on',
  usage: `<measure> --value <number> --from <day> --source <text> ${WHO}`,
  options: { value: 'value', from: 'value', source: 'value', ...SAID },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, options, say } = context
    const said = await saidBy(context)
    const startsOn = dayOption('from', options.from ?? '')
    if (!startsOn.ok) return refused(say, startsOn.error)
    const value = numberOption('value', options.value)
    if (!value.ok) return refused(say, value.error)
    const target = { value: value.value ?? Number.NaN, startsOn: startsOn.value, source: options.source ?? '' }
    return answered(context, await setTarget(deps, actor, { ...said, ...target }), 'The target is set')
  },
}

export const takeBackMark: Command = {
  name: 'measures take-back',
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
