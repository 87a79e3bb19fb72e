import { changeBetween } from '../domain/change.js'
import { formatDifference, formatSignedDifference } from '../domain/figure.js'
import type { SeriesPoint } from '../domain/observation.js'
import { breaksInWords } from '../domain/period-refusal.js'
import type { MeasurePicture } from '../domain/picture.js'
import type { PooledFigure } from '../domain/pooling.js'
import { sameLastYear } from '../domain/sentence.js'
import { signedPercent } from './words.js'

/** The change on the same period last year, as a row of a table shows it. */
export type YearChange = {
  /** For sorting; null where there is none. */
  readonly difference: number | null
  /** "+47 (+0.8%)", "−2.1 points", or "–". */
  readonly text: string
  /** Whether that is more than chance, or why there is no change to state. */
  readonly note: string
}

/** The change of the newest figure on the same period last year. Never across a break that nobody has acknowledged. */
export function yearChange(picture: MeasurePicture): YearChange {
  return picture.latest ? yearChangeAt(picture, picture.latest) : NONE
}

const NONE: YearChange = { difference: null, text: '–', note: '' }

/** The same for any period of the series. */
export function yearChangeAt({ measure, series, breaks, control }: MeasurePicture, point: SeriesPoint): YearChange {
  const before = sameLastYear(series, point)
  if (!before) return NONE
  const change = changeBetween(pooled(before), pooled(point), { measure, breaks, control })
  if (!change.ok) {
    const note = change.error.code === 'crosses-break' ? `Not compared: ${breaksInWords(change.error.breaks)}` : ''
    return { difference: null, text: '–', note }
  }
  const { difference, percent, isSignificant } = change.value
  const note = isSignificant === false ? 'No more than chance' : ''
  if (measure.unit === 'percentage') {
    const size = formatDifference(measure.unit, difference)
    const unit = size.endsWith('point') ? 'point' : 'points'
    return { difference, text: `${formatSignedDifference(measure.unit, difference)} ${unit}`, note }
  }
  const share = percent === null ? '' : ` (${signedPercent(percent)})`
  return { difference, text: `${formatSignedDifference(measure.unit, difference)}${share}`, note }
}

function pooled(point: SeriesPoint): PooledFigure {
  const { numerator, denominator, value, status, isRevised, note, interval, period } = point
  return { numerator, denominator, value, status, isRevised, note, interval, period, from: [point], breaks: [] }
}
