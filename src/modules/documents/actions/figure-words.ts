import { err, ok, type Result } from '#kernel/result.js'
import { formatPercent, formatSigned } from '#kernel/words.js'
import { figureFormat, inPeriod, type Measure, type PeriodFigure, withUnit } from '#modules/measures/index.js'

/** The number alone: "6,004". */
export function valueWords({ unit }: Measure, value: number): string {
  return figureFormat(unit, [value])(value)
}

/** The difference from a year before, with its sign: "+47", "−2.1 percentage points", "−£14.94". */
export function changeWords(measure: Measure, figure: PeriodFigure): Result<string, string> {
  const { change, whyNoChange } = figure
  if (!change) return err(whyNoChange)
  const size = sizeWords(measure, change.difference)
  if (change.difference === 0) return ok(size)
  return ok(`${change.difference > 0 ? '+' : '−'}${size}`)
}

/** The change in per cent of the year before, with its sign. Shares have none: their difference is in percentage points. */
export function percentWords(figure: PeriodFigure): Result<string, string> {
  const { change, whyNoChange } = figure
  if (!change) return err(whyNoChange)
  if (change.percent === null) return err('There is no change in per cent of a share, or from nothing: use form=change')
  return ok(`${formatSigned(change.percent, 1)}%`)
}

/**
 * What happened since a year before. "Rose" and "fell" stand only where the change is more than chance would make; where
 * it is not, that is said; where it cannot be told, the two figures are set side by side.
 */
export function comparisonWords(measure: Measure, figure: PeriodFigure): Result<string, string> {
  const { change, samePeriodLastYear: before, whyNoChange, value } = figure
  if (!change || before?.value == null || value === null) return err(whyNoChange)
  const then = `${valueWords(measure, before.value)} ${inPeriod(before.period)}`
  const size = sizeWords(measure, Math.abs(change.difference))
  const share = change.percent === null ? '' : ` (${formatPercent(Math.abs(change.percent))})`
  if (change.difference === 0) return ok(`was the same as ${inPeriod(before.period)}`)
  if (change.isSignificant === true)
    return ok(`${change.difference > 0 ? 'rose' : 'fell'} by ${size}${share} from ${then}, more than chance would make`)
  if (change.isSignificant === false)
    return ok(`showed no significant change (${valueWords(measure, value)}, against ${then})`)
  return ok(
    `was ${size}${share} ${change.difference > 0 ? 'higher' : 'lower'} than ${then.replace(/^(\S+) (.*)$/, '$2 ($1)')}`,
  )
}

/** A figure of any period in a sentence, for periods that the measure's own sentence does not tell. */
export function periodSentence(measure: Measure, figure: PeriodFigure): string {
  const value = figure.value === null ? 'not known' : withUnit(measure, valueWords(measure, figure.value))
  const base = figure.base === '' ? '' : ` (${figure.base})`
  const when = inPeriod(figure.period).replace(/^(in|from) /, 'for ')
  const told = comparisonWords(measure, figure)
  return `${measure.title} ${when}: ${value}${base}.${told.ok ? ` The figure ${told.value}.` : ''}`
}

function sizeWords(measure: Measure, difference: number): string {
  const size = Math.abs(difference)
  if (measure.unit !== 'percentage') return figureFormat(measure.unit, [Number(size.toFixed(6))])(size)
  return `${size.toFixed(1)} percentage ${size.toFixed(1) === '1.0' ? 'point' : 'points'}`
}
