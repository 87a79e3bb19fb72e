import { ok, type Result } from '#kernel/result.js'
import type { Command, CommandContext } from '#platform/cli/command.js'
import { type FiguresRefusal, recordFigures } from '../actions/record-figures.js'
import { typedSource } from '../domain/import-source.js'
import { type ObservationStatus, STATUSES } from '../domain/observation.js'
import { isOneOfFigures } from '../domain/period.js'
import { TYPED_EXAMPLES, typedPeriodOf } from '../domain/period-in-words.js'
import { dayOption, measureNamed, numberOption, refused } from './options.js'

export const recordFigure: Command = {
  name: 'measures record',
  permission: 'measures:import',
  summary: 'Type one figure, or correct one: the earlier figure stays beside it',
  usage:
    '<measure> --period <period> [--value <n>] [--numerator <n> --denominator <n>] [--status <status>] [--note <text>] [--area <code>] [--known-on <day>] --reason <text> [--accept] [--dry-run]',
  options: {
    ...{ period: 'value', value: 'value', numerator: 'value', denominator: 'value', status: 'value', note: 'value' },
    ...{ area: 'value', 'known-on': 'value', reason: 'value', accept: 'flag', 'dry-run': 'flag' },
  } as const,
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options, say } = context
    const measure = await measureNamed(context, args[0] ?? '')
    const typed = typedPeriodOf(options.period ?? '', measure.frequency)
    const period = typed.ok ? typed.value.period : undefined
    if (!period || !isOneOfFigures(period))
      return refused(
        say,
        `--period: '${options.period ?? ''}' is no period of a figure. Write it like ${TYPED_EXAMPLES}`,
      )
    const words = figureWords(options)
    if (!words.ok) return refused(say, words.error)
    const known = options['known-on'] === undefined ? ok(undefined) : dayOption('known-on', options['known-on'])
    if (!known.ok) return refused(say, known.error)
    const source = typedSource(measure, options.reason ?? '')
    const vintage = { kind: 'typed' as const, source, ...(known.value && { knownOn: known.value }) }
    const figure = { measureId: measure.id, area: options.area ?? '', period, ...words.value }
    const dryRun = options['dry-run'] === 'true'
    const result = await recordFigures(deps, actor, {
      vintage,
      figures: [figure],
      dryRun,
      accept: options.accept === 'true',
    })
    if (!result.ok) return refused(say, whyNot(result.error), { why: result.error })
    for (const { question } of result.value.questions) say(`${question}. ${CONFIRM}`)
    const [change] = result.value.changes
    const line = { new: 'New figure', changed: 'The earlier figure stays beside it', unchanged: 'It says so already' }
    return { lines: [line[change?.kind ?? 'unchanged']], data: { ...result.value, dryRun } }
  },
}

function figureWords(options: CommandContext['options']): Result<
  {
    readonly numerator: number | null
    readonly denominator: number | null
    readonly value: number | null
    readonly status: ObservationStatus
    readonly note: string
    readonly interval: null
  },
  string
> {
  const numerator = numberOption('numerator', options.numerator)
  if (!numerator.ok) return numerator
  const denominator = numberOption('denominator', options.denominator)
  if (!denominator.ok) return denominator
  const value = numberOption('value', options.value)
  if (!value.ok) return value
  const status = STATUSES.find((each) => each === (options.status ?? 'final'))
  if (!status) return { ok: false, error: `--status: write one of ${STATUSES.join(', ')}` }
  const numbers = { numerator: numerator.value, denominator: denominator.value, value: value.value }
  return ok({ ...numbers, status, note: options.note ?? '', interval: null })
}

const CONFIRM = 'If that is right, say so: --accept'

function whyNot(refusal: FiguresRefusal): string {
  switch (refusal.code) {
    case 'no-reason':
      return 'Say why: --reason <text>'
    case 'problems':
      return refusal.problems.map(({ column, problem, fix }) => `${column}: ${problem}. ${fix}.`).join(' ')
    case 'known-later':
      return `--known-on: ${refusal.knownOn} has not come yet`
    case 'questions':
      return `${refusal.questions.map(({ question }) => question).join('. ')}. ${CONFIRM}`
    case 'source-incomplete':
      return `The source lacks ${refusal.missing.join(', ')}`
  }
}
