import type { Json } from '#kernel/canonical-json.js'
import { formatNumber } from '#kernel/words.js'
import { spreadOf } from '../domain/average.js'
import type { ControlPoint, ControlResult } from '../domain/control.js'

/** The chart for machines: numbers unrounded, dates as the file writes them. */
export function chartData(result: ControlResult, date: (day: string) => string, summary: string): Json {
  return {
    chart: result.chart,
    polarity: result.polarity,
    target: result.target,
    points: result.points.map((point) => ({ ...point, date: date(point.date), rules: [...point.rules] })),
    phases: result.phases.map((phase) => ({ ...phase, from: date(phase.from), until: date(phase.until) })),
    assurance: result.assurance,
    variation: result.variation,
    tooFewPoints: !result.isEnough,
    isCutBelow: result.isCutBelow,
    isCutAbove: result.isCutAbove,
    ...(result.runs ? { runs: { ...result.runs } } : {}),
    summary,
  }
}

const HEAD = ['date', 'value', 'mean', 'lower', 'upper', 'variation', 'rules']

/** The chart for people: one row a period, in aligned columns. */
export function chartTable(result: ControlResult, date: (day: string) => string): string[] {
  const number = numberFormat(result.points)
  const rows = result.points.map(({ value, mean, lower, upper, variation, rules, ...point }) => [
    date(point.date),
    ...[value, mean, lower, upper].map((each) => (each === null ? '–' : number(each))),
    value === null ? 'missing' : variation,
    rules.join(', '),
  ])
  const widths = HEAD.map((head, column) =>
    rows.reduce((widest, row) => Math.max(widest, (row[column] ?? '').length), head.length),
  )
  return [HEAD, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** Enough decimals to tell limits apart: three digits of the widest stretch between them. */
function numberFormat(points: readonly ControlPoint[]): (value: number) => string {
  const spread = spreadOf(points.flatMap(({ value, lower, upper }) => [value, lower, upper]))
  const decimals = Math.max(0, Math.min(6, 3 - Math.ceil(Math.log10(spread))))
  return (value) => formatNumber(value, decimals)
}
