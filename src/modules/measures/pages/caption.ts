import { scaleNote } from '#ui/charts.js'
import { chartKindWords } from '../domain/control-method.js'
import type { Frequency } from '../domain/period.js'
import type { MeasurePicture } from '../domain/picture.js'
import { alsoOnScale, chartPoints, drawsLine, sameDayEachYear, yearBefore } from './chart-model.js'

/** One sentence of a caption. `shared` ones hold for every chart of the kind, and can be said once for several. */
type Sentence = { readonly text: string; readonly shared: boolean }

const own = (text: string): Sentence => ({ text, shared: false })
const shared = (text: string): Sentence => ({ text, shared: true })

/** What one needs to know to read the chart: what its marks are, where its scale starts, what is not firm. */
export function chartCaption(picture: MeasurePicture): string {
  return joined(sentencesOf(picture))
}

/** What holds for this chart alone, where `howToRead` stands above it and others. */
export function ownCaption(picture: MeasurePicture): string {
  return joined(sentencesOf(picture).filter((sentence) => !sentence.shared))
}

/** How to read several charts, said once. */
export function howToRead(pictures: readonly MeasurePicture[]): string {
  const sentences = pictures.flatMap(sentencesOf).filter((sentence) => sentence.shared)
  return [...new Set(sentences.map(({ text }) => text))].join(' ')
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(' ')
}

function sentencesOf(picture: MeasurePicture): Sentence[] {
  const sentences = drawsLine(picture) ? aboutLine(picture) : aboutBars(picture)
  return [...sentences, ...aboutFirmness(picture)].filter(({ text }) => text !== '')
}

function aboutLine(picture: MeasurePicture): Sentence[] {
  const { control, measure, target } = picture
  const one = measure.frequency === 'quarter' ? 'quarter' : 'month'
  const hasLimits = control?.points.some(({ upper }) => upper !== null) === true
  const isCut = hasLimits && (control?.isCutBelow === true || control?.isCutAbove === true)
  const usual = `A rise or fall from one ${one} to the next inside the band says nothing by itself.`
  return [
    shared(hasLimits ? `Dots are ${one}s; the band shows where ordinary ${one}s fall.` : `Dots are ${one}s.`),
    own(control ? chartKindWords(control.chart) : ''),
    own(
      hasLimits && control?.isEnough === false
        ? 'With so few months the band is on trial, and no month is marked.'
        : '',
    ),
    own(isCut ? 'The band ends where the figure cannot go any further.' : ''),
    own(scaleNote(chartPoints(picture), undefined, alsoOnScale(picture))),
    shared(hasLimits && control?.isEnough ? usual : ''),
    shared(marksWords(picture)),
    own(target ? 'The long dashes are the target.' : ''),
    own(yearBefore(picture) ? 'The thin line is the same month a year before.' : ''),
    own(picture.series.some(({ value }) => value === null) ? `The line breaks where a ${one} has no figure.` : ''),
  ]
}

function marksWords({ control }: MeasurePicture): string {
  if (!control?.isEnough || control.points.every(({ rules }) => rules.length === 0)) return ''
  const isJudged = control.polarity !== 'neither'
  const shapes = isJudged ? ': a triangle where it is a concern, a square where it is better' : ''
  return `Filled marks are more than ordinary variation${shapes}.`
}

const EACH_BAR: Readonly<Record<Frequency, string>> = {
  month: 'Each bar is a month.',
  quarter: 'Each bar is a quarter.',
  'financial-year': 'Each bar is a financial year, April to March.',
  'calendar-year': 'Each bar is a calendar year.',
  'rolling-12-months': 'Each bar is the 12 months that end in the month under it.',
  'as-at': 'Each bar is the day under it.',
}

function aboutBars(picture: MeasurePicture): Sentence[] {
  const { measure, series } = picture
  const day = sameDayEachYear(series)
  const each = day ? `Each bar is ${day} of its year.` : EACH_BAR[measure.frequency]
  return [own(each), own(series.length > 1 ? 'Bars start at 0.' : ''), own(breaksWords(picture))]
}

function breaksWords(picture: MeasurePicture): string {
  const isBroken = chartPoints(picture).some(({ breakBefore }) => breakBefore)
  return isBroken ? 'Bars on the two sides of a dotted line are not of the same thing.' : ''
}

function aboutFirmness(picture: MeasurePicture): Sentence[] {
  const found = (['provisional', 'estimated'] as const).filter((status) =>
    picture.series.some((point) => point.status === status && point.value !== null),
  )
  const shape = drawsLine(picture) ? 'dots' : 'bars'
  return found.length > 0 ? [shared(`Dashed ${shape} are ${found.join(' or ')}.`)] : []
}
