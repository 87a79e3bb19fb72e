import type { IsoDate } from '#kernel/dates.js'
import { formatSigned } from '#kernel/words.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { dueDays } from '../actions/due-days.js'
import { asKnownOn } from '../data/definitions.queries.js'
import { figureFor } from '../data/facts.queries.js'
import { importsById } from '../data/imports.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { figureFormat, formatSignedDifference, unitHeading } from '../domain/figure.js'
import { type Measure, whatIsMissing } from '../domain/measure.js'
import type { PeriodFigure } from '../domain/period-figure.js'
import { TYPED_EXAMPLES, typedPeriodOf } from '../domain/period-in-words.js'
import { refusalInWords } from '../domain/period-refusal.js'
import type { PeriodRequest } from '../domain/period-request.js'
import { periodLabel, shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { inColumns } from './columns.js'
import { chartData, periodData, periodFigureData, pointData } from './figure-data.js'
import { knownOnOption, measureNamed, refused } from './options.js'

export const showMeasure: Command = {
  name: 'measures show',
  permission: 'measures:read',
  summary: 'Show one measure, or its figure for a period, as known now or on a day',
  usage: '<measure> [--period <period>] [--as-known-on <day>] [--area <code>]',
  options: { period: 'value', 'as-known-on': 'value', area: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { args, options, say } = context
    const measure = await measureNamed(context, args[0] ?? '')
    const knownOn = knownOnOption(context)
    if (!knownOn.ok) return refused(say, knownOn.error)
    if (options.period === undefined) return showSeries(context, measure, knownOn.value)
    const typed = typedPeriodOf(options.period, measure.frequency)
    if (!typed.ok) return refused(say, `--period: '${options.period}' is no period. Write it like ${TYPED_EXAMPLES}`)
    if (typed.value.note) say(typed.value.note)
    return showFigure(context, measure, { knownOn: knownOn.value, period: typed.value.period })
  },
}

async function showSeries(
  { deps, options }: CommandContext,
  measure: Measure,
  knownOn: IsoDate | undefined,
): Promise<CommandAnswer> {
  const picture = await measurePicture(deps.db, measure, { ...(await dueDays(deps)), knownOn, area: options.area })
  const files = new Map(picture.sources.map((file) => [file.id, file]))
  return {
    lines: linesOf(picture),
    data: {
      code: picture.measure.slug,
      measure: picture.measure,
      asKnownOn: knownOn ?? null,
      area: options.area ?? '',
      ...chartData(picture),
      series: picture.series.map((point) => pointData(picture.measure, point, files)),
      sources: picture.sources,
      nextFiguresDue: picture.nextDue?.on ?? null,
    },
  }
}

type Wanted = { readonly knownOn: IsoDate | undefined; readonly period: PeriodRequest }

async function showFigure(
  { deps, options, say }: CommandContext,
  measure: Measure,
  { knownOn, period }: Wanted,
): Promise<CommandAnswer> {
  const [known = measure] = await asKnownOn(deps.db, [measure], { knownOn })
  const figure = await figureFor(deps.db, measure, { period, knownOn, area: options.area })
  const about = { code: measure.slug, title: known.title, asKnownOn: knownOn ?? null, area: options.area ?? '' }
  if (!figure.ok) {
    const message = refusalInWords(figure.error, period)
    const missing = 'missing' in figure.error ? figure.error.missing.map(missingCode) : []
    return refused(say, message, { ...about, period: periodData(period), why: figure.error.code, missing })
  }
  const ids = figure.value.from.flatMap(({ importId }) => importId ?? [])
  const files = new Map((await importsById(deps.db, ids)).map((file) => [file.id, file]))
  return {
    lines: figureLines(known, figure.value),
    data: {
      ...about,
      figure: periodFigureData(known, figure.value),
      parts: figure.value.from.map((point) => pointData(known, point, files)),
    },
  }
}

function missingCode(missing: { readonly code: string } | { readonly period: { readonly code: string } }): string {
  return 'period' in missing ? missing.period.code : missing.code
}

function figureLines(measure: Measure, figure: PeriodFigure): string[] {
  const { value, base, status, isRevised, note, samePeriodLastYear, change, whyNoChange, from } = figure
  const write = figureFormat(
    measure.unit,
    [value, samePeriodLastYear?.value].flatMap((each) => each ?? []),
  )
  const shown = value === null ? `missing: ${note}` : `${write(value)}${base === '' ? '' : ` (${base})`}`
  const state = [status, ...(isRevised ? ['revised'] : [])].join(', ')
  const before = samePeriodLastYear?.value ?? null
  const percent = change?.percent == null ? '' : ` (${formatSigned(change.percent, 1)}%)`
  const points = change?.unit === 'percentage points' ? ' percentage points' : ''
  return [
    ...[measure.title, `${periodLabel(figure.period)}: ${shown}`, `${unitHeading(measure)}, ${state}`],
    ...(from.length > 1 ? [`Made from ${from.length} figures`] : []),
    ...(samePeriodLastYear && before !== null ? [`${periodLabel(samePeriodLastYear.period)}: ${write(before)}`] : []),
    ...(change
      ? [`Change: ${formatSignedDifference(measure.unit, change.difference)}${points}${percent}. ${change.why}.`]
      : []),
    ...(whyNoChange === '' ? [] : [whyNoChange]),
  ]
}

function linesOf(picture: MeasurePicture): string[] {
  const { measure, series, summary, sources, nextDue } = picture
  const write = figureFormat(
    measure.unit,
    series.flatMap(({ value }) => (value === null ? [] : [value])),
  )
  const rows = series.map(({ period, value, status, isRevised, knownOn, note }) => [
    shortLabel(period),
    value === null ? '–' : write(value),
    isRevised ? `${status}, revised` : status,
    knownOn ?? '',
    note,
  ])
  const missing = whatIsMissing(measure, picture.latest ? 1 : 0)
  return [
    ...[measure.title, summary, ''],
    ...inColumns([['PERIOD', unitHeading(measure).toUpperCase(), 'STATUS', 'KNOWN ON', 'NOTE'], ...rows]),
    '',
    `Source: ${measure.source}`,
    ...sources.map(
      ({ fileName, sha256, importedAt }) => `File: ${fileName}, SHA-256 ${sha256}, taken in ${importedAt}`,
    ),
    `Owner: ${measure.owner || '–'}`,
    ...(nextDue ? [`Next figures due: ${nextDue.on}${nextDue.isPast ? ' (overdue)' : ''}`] : []),
    measure.publishedAt ? `Public since ${measure.publishedAt}` : 'Not public',
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}`] : []),
  ]
}
