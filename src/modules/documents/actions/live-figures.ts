import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import {
  figureFor,
  inPeriod,
  type Measure,
  measureSourceLine,
  type PeriodFigure,
  type PeriodRequest,
  type PublicView,
  parsePeriodRequest,
  periodLabel,
  periodSlug,
  publicPicture,
  publicView,
  publishedMeasureBySlug,
} from '#modules/measures/index.js'
import { config } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import type { LiveValue } from '#platform/typesetting/paper.js'
import type { Attributes, Wanted } from '#platform/typesetting/source.js'
import { type FigureName, FORMS, figureId, figureNameOf, periodWords, type ReportDays } from '../domain/figure-name.js'
import { changeWords, comparisonWords, percentWords, periodSentence, valueWords } from './figure-words.js'
import { rankWords } from './rank-words.js'

/** What live figures are read for: the days of the report, and the day on which they are to be known. */
export type FigureDays = ReportDays & { readonly knownOn?: IsoDate | undefined }

/** Live figures by what the author wrote. */
export type LiveFigures = { readonly figure: (label: string, attributes: Attributes) => Result<LiveValue, string> }

/** Fetches every live figure that some texts ask for, from published measures, as the public may see them. */
export async function liveFigures(
  deps: Pick<Deps, 'db' | 'today'>,
  wanted: readonly Wanted[],
  days: FigureDays,
): Promise<LiveFigures> {
  const view = await publicView(deps.db)
  const found = new Map<string, Result<LiveValue, string>>()
  for (const [label, attributes] of wanted.flatMap(figureAsked)) {
    const key = keyOf(label, attributes)
    if (!found.has(key)) found.set(key, await liveFigure({ deps, view, days }, label, attributes))
  }
  return { figure: (label, attributes) => found.get(keyOf(label, attributes)) ?? err(`There is no figure “${label}”`) }
}

/** The figure that a directive asks for: `:fig[…]` itself, `:typed[…]{of=…}` the one that it states. */
function figureAsked({ name, label, attributes }: Wanted): (readonly [string, Attributes])[] {
  if (name === 'fig' && label !== '') return [[label, attributes]]
  return name === 'typed' && attributes.of ? [[attributes.of, {}]] : []
}

const keyOf = (label: string, { form = '', group = '' }: Attributes) => `${label.trim()}|${form}|${group}`

type Reading = { readonly deps: Pick<Deps, 'db' | 'today'>; readonly view: PublicView; readonly days: FigureDays }

async function liveFigure(reading: Reading, label: string, attributes: Attributes): Promise<Result<LiveValue, string>> {
  const name = figureNameOf(label, attributes)
  if (!name) return err(`A figure has the form ${FORMS.join(', ')}, not “${attributes.form}”`)
  const { deps, view, days } = reading
  const measure = await publishedMeasureBySlug(deps.db, name.measure)
  if (!measure) return err(`There is no published measure “${name.measure}”`)
  const period = await periodOf(reading, measure, name)
  if (!period.ok) return period
  const { knownOn } = days
  const figure = await figureFor(deps.db, measure, { period: period.value, ...view, ...(knownOn && { knownOn }) })
  if (!figure.ok) return err(`There is no figure of “${measure.title}” ${inPeriod(period.value)}`)
  const text = await wordsFor(reading, name, { measure, figure: figure.value })
  if (!text.ok) return text
  const source = await sourceOf(reading, measure, figure.value)
  return ok({
    kind: 'value',
    id: figureId(name, period.value.code),
    text: text.value,
    source,
    href: whyAddress(measure, period.value),
  })
}

/** Where the site says where a value comes from. */
function whyAddress({ slug }: Measure, period: PeriodRequest): string {
  return `${config().publicUrl}/measures/${slug}/values/${periodSlug(period)}`
}

async function periodOf(
  { deps, days }: Reading,
  measure: Measure,
  { period }: FigureName,
): Promise<Result<PeriodRequest, string>> {
  if (period === '' || period === 'latest') {
    const { latest } = await publicPicture(deps.db, measure, pictureOptions(deps, days))
    return latest ? ok(latest.period) : err(`No figure of “${measure.title}” is known`)
  }
  const read = parsePeriodRequest(periodWords(period, days))
  return read.ok ? read : err(`“${period}” is no period: write 2024/25, 2024-03, 12m to 2025-03, or period, 12m, ytd`)
}

/** How the picture of a measure is read for a report. */
function pictureOptions(deps: Pick<Deps, 'today'>, { until, knownOn }: Pick<FigureDays, 'until' | 'knownOn'>) {
  return { today: deps.today(), until, ...(knownOn && { knownOn }) }
}

type Found = { readonly measure: Measure; readonly figure: PeriodFigure }

async function wordsFor(
  reading: Reading,
  name: FigureName,
  { measure, figure }: Found,
): Promise<Result<string, string>> {
  const { value } = figure
  if (value === null) return err(`There is no figure of “${measure.title}” ${inPeriod(figure.period)}`)
  const { deps, view, days } = reading
  switch (name.form) {
    case 'value':
      return ok(valueWords(measure, value))
    case 'change':
      return changeWords(measure, figure)
    case 'percent':
      return percentWords(figure)
    case 'comparison':
      return comparisonWords(measure, figure)
    case 'rank':
      return rankWords(deps, measure, { ...view, period: figure.period.code, group: name.group, knownOn: days.knownOn })
    case 'sentence': {
      const until = figure.period.until
      const { latest, sentence } = await publicPicture(deps.db, measure, pictureOptions(deps, { ...days, until }))
      return ok(latest?.period.code === figure.period.code ? sentence : periodSentence(measure, figure))
    }
  }
}

/** Where a figure comes from, in a line for a footnote. */
async function sourceOf({ deps, days }: Reading, measure: Measure, { period, status }: PeriodFigure): Promise<string> {
  const picture = await publicPicture(deps.db, measure, pictureOptions(deps, { ...days, until: period.until }))
  const firm = status === 'provisional' || status === 'estimated' ? ` (${status})` : ''
  return `${measure.title}, ${periodLabel(period)}${firm}. ${measureSourceLine(picture)}`
}
