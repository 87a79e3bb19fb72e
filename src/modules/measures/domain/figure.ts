import { formatPounds, pence } from '#kernel/money.js'
import { formatNumber, formatPercent, formatPoints, formatSigned } from '#kernel/words.js'
import type { Measure } from './measure.js'
import type { Unit } from './unit.js'

/** Decimals that all the values need, at most two, so that a column of figures lines up. */
function decimalsOf(values: readonly number[]): number {
  const fits = (decimals: number) =>
    values.every((value) => Number.isInteger(value) || Math.abs(value - Number(value.toFixed(decimals))) < 1e-9)
  return [0, 1].find(fits) ?? 2
}

/** How the figures of a series are written: "6,004", "94.4%", "£272.52". All get the decimals that any of them needs. */
export function figureFormat(unit: Unit, values: readonly number[]): (value: number) => string {
  if (unit === 'percentage') return (value) => formatPercent(value)
  if (unit === 'pounds') return (value) => formatPounds(pence(Math.round(value * 100)))
  const decimals = decimalsOf(values)
  return (value) => formatNumber(value, decimals)
}

/** An average or a limit, which has no need of the decimals that it happens to have: "5,739", "84.2%", "£4,246". */
export function formatAverage(unit: Unit, value: number): string {
  if (unit === 'percentage') return formatPercent(value)
  if (unit === 'pounds') return formatPounds(pence(Math.round(value) * 100))
  return formatNumber(value, Math.abs(value) < 20 ? 1 : 0)
}

/** A figure with what it counts: "6,004 crimes", "84.9% of prosecutions", "£272.52". */
export function withUnit({ unit, unitLabel }: Pick<Measure, 'unit' | 'unitLabel'>, figure: string): string {
  return unit === 'pounds' || unitLabel === '' ? figure : `${figure} ${unitLabel}`
}

/** What stands over a column of figures or an axis: "Crimes", "% of prosecutions", "£". */
export function unitHeading({ unit, unitLabel }: Pick<Measure, 'unit' | 'unitLabel'>): string {
  if (unit === 'pounds') return 'Pounds'
  if (unit === 'percentage') return `% ${unitLabel}`.trim()
  return unitLabel === '' ? 'Figure' : `${unitLabel.charAt(0).toUpperCase()}${unitLabel.slice(1)}`
}

/** The size of a difference, without its sign: "47", "2.1 percentage points", "£14.94". */
export function formatDifference(unit: Unit, difference: number): string {
  const size = Math.abs(difference)
  return unit === 'percentage' ? formatPoints(size) : figureFormat(unit, [rounded(size)])(size)
}

/** A difference with its sign, for a column: "+47", "−2.1", "+£14.94". */
export function formatSignedDifference(unit: Unit, difference: number): string {
  if (unit === 'percentage') return formatSigned(difference, 1)
  if (unit !== 'pounds') return formatSigned(difference, decimalsOf([rounded(difference)]))
  return `${difference > 0 ? '+' : ''}${figureFormat(unit, [])(difference)}`
}

/** The change from one value to another in per cent, or undefined where that has no meaning (from nothing, or shares). */
export function percentChange(unit: Unit, before: number, after: number): number | undefined {
  return unit === 'percentage' || before <= 0 ? undefined : (100 * (after - before)) / before
}

/** The value without the last digits of the arithmetic: 20.4 − 20.1 is 0.3. */
function rounded(value: number): number {
  return Number(value.toFixed(6))
}
