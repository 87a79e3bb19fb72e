import { formatNumber, formatPercent, formatPoints } from '#kernel/words.js'
import { figureFormat, inPeriod, type Measure, type Period, withUnit } from '#modules/measures/index.js'
import { refusalInWords, type Writing } from '../domain/words.js'
import type { MeasureRefusal } from './compare-measure.js'

/** A figure without its unit, to the decimals that a comparison needs. */
export function figureText({ unit }: Measure, value: number): string {
  if (unit === 'percentage') return formatPercent(value)
  if (unit === 'pounds') return figureFormat('pounds', [])(value)
  return formatNumber(value, Math.abs(value) >= 10 ? 1 : 2)
}

/** How the sentences of a comparison are written for this measure. */
export function writingOf(measure: Measure, period: Period, groupName: string): Writing {
  return {
    figure: (value) => withUnit(measure, figureText(measure, value)),
    difference: (value) =>
      measure.unit === 'percentage' ? formatPoints(Math.abs(value)) : figureText(measure, Math.abs(value)),
    period: inPeriod(period),
    group: groupName,
    isSurvey: measure.isSurvey,
    isExact: measure.unit === 'pounds',
  }
}

/** Why a measure is not compared, in words. */
export function notComparedText(refusal: MeasureRefusal): string {
  switch (refusal.code) {
    case 'counts-of-unequal-areas':
      return 'Counts of areas of different size say little beside one another. Compare a rate or a share instead.'
    case 'no-figures':
      return 'There is no period in which our own area and another of this group both have a figure.'
    default:
      return refusalInWords(refusal)
  }
}
