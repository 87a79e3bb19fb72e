import { addDays, addMonths, financialYearName, type IsoDate } from '#kernel/dates.js'
import { adds, linesOf, type SliceLine, type TableSlice } from './table-slice.js'

/** How often a measure has figures, as far as national tables can fill it. */
export type TableFrequency = 'quarter' | 'financial-year' | 'calendar-year' | 'rolling-12-months' | 'as-at'

/** A number for a period, by the period's code; null where the table has a mark in its place. */
export type SliceFigure = { readonly period: string; readonly until: IsoDate; readonly value: number | null }

/** A series, or the lines of one period that cannot be made one number. */
export type SliceSeries = { readonly figures: readonly SliceFigure[]; readonly several: readonly SliceLine[] }

/**
 * The figures of a slice for a measure of this frequency. Lines of quarters make a longer period where all its quarters
 * are there; periods of other lengths do not fit and are left out.
 */
export function seriesFrom(lines: readonly SliceLine[], slice: TableSlice, frequency: TableFrequency): SliceSeries {
  const own = linesOf(lines, slice).filter(({ values }) => values[slice.figure] !== undefined)
  const exact = Map.groupBy(own, ({ from, until }) => periodCode(frequency, from, until) ?? '')
  exact.delete('')
  const whole = adds(slice.figure) ? fromQuarters(lines, own, frequency) : new Map<string, SliceLine[]>()
  const all = [...new Map([...whole, ...exact])]
  const several = all.find(([, found]) => found.length > 1 && !adds(slice.figure))?.[1] ?? []
  const figures = all.map(([period, found]) => ({ period, until: lastDay(found), value: sumOf(found, slice.figure) }))
  return { figures: figures.sort((a, b) => (a.until < b.until ? -1 : 1)), several }
}

function lastDay(lines: readonly SliceLine[]): IsoDate {
  return lines.reduce((last, line) => (line.until > last.until ? line : last)).until
}

/** A sum lacks a part, and is no number, where one of its lines has a mark. */
function sumOf(lines: readonly SliceLine[], figure: string): number | null {
  let sum = 0
  for (const { values } of lines) {
    const value = values[figure]
    if (value === null || value === undefined) return null
    sum += value
  }
  return sum
}

/** Periods of a year whose four quarters the table has, whichever lines of them the slice means. */
function fromQuarters(
  lines: readonly SliceLine[],
  own: readonly SliceLine[],
  frequency: TableFrequency,
): Map<string, SliceLine[]> {
  const quarters = new Set(lines.filter(isQuarter).map(({ until }) => until))
  const found = new Map<string, SliceLine[]>()
  for (const until of quarters) {
    const from = addMonths(addDays(until, 1), -12)
    const period = periodCode(frequency, from, until)
    const within = (day: IsoDate) => day >= from && day <= until
    if (period === undefined || frequency === 'quarter' || [...quarters].filter(within).length < 4) continue
    const parts = own.filter((line) => isQuarter(line) && within(line.until))
    if (parts.length > 0) found.set(period, parts)
  }
  return found
}

const isQuarter = ({ from, until }: SliceLine) => addDays(addMonths(from, 3), -1) === until

/** The code of a period of this frequency from one day to another; undefined where it is of another length. */
export function periodCode(frequency: TableFrequency, from: IsoDate, until: IsoDate): string | undefined {
  if (frequency === 'as-at') return from === until ? until : undefined
  const isLong = (months: number) => addDays(addMonths(from, months), -1) === until
  return isLong(frequency === 'quarter' ? 3 : 12) ? CODES[frequency](from, until) : undefined
}

const CODES: Readonly<Record<Exclude<TableFrequency, 'as-at'>, (from: IsoDate, until: IsoDate) => string | undefined>> =
  {
    quarter: (from) => {
      const quarter = { '04-01': 'Q1', '07-01': 'Q2', '10-01': 'Q3', '01-01': 'Q4' }[from.slice(5)]
      return quarter && `${financialYearName(from)} ${quarter}`
    },
    'financial-year': (from) => (from.endsWith('-04-01') ? financialYearName(from) : undefined),
    'calendar-year': (from) => (from.endsWith('-01-01') ? from.slice(0, 4) : undefined),
    'rolling-12-months': (from, until) => (from.endsWith('-01') ? `12m to ${until.slice(0, 7)}` : undefined),
  }
