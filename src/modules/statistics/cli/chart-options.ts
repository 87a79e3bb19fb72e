import { UsageError } from '#platform/cli/run.js'
import type { ControlOptions } from '../domain/control.js'
import { firstDayOf } from '../domain/series-dates.js'
import type { SeriesRow } from '../domain/series-file.js'

type Given = Readonly<Record<string, string>>

/** How the chart is to be made, from the words of the command line. Throws what is wrong with them. */
export function optionsFrom(given: Given): ControlOptions {
  return {
    chart: oneOf(given, 'chart', ['xmr', 'run', 'p', 'u', 'c', 'g', 't'] as const) ?? 'xmr',
    polarity: oneOf(given, 'polarity', ['up', 'down', 'neither'] as const) ?? 'neither',
    screenRanges: oneOf(given, 'screen-ranges', ['yes', 'no'] as const) !== 'no',
    target: numberOf(given, 'target'),
    baseline: baselineOf(given),
    lowest: numberOf(given, 'lowest'),
    highest: numberOf(given, 'highest'),
    per: perOf(given),
    rebase: (given.rebase ?? '')
      .split(',')
      .map((date) => date.trim())
      .filter((date) => date !== ''),
  }
}

/** The dates to rebase on as the series knows them: by their first day, or as the file writes them. */
export function rebaseDays(dates: readonly string[], rows: readonly SeriesRow[]): readonly string[] {
  return dates.map((date) => {
    const row = rows.find((each) => each.date === date)
    if (row) return row.day ?? row.date
    const areDates = rows.every(({ day }) => day !== undefined)
    return (areDates ? firstDayOf(date) : undefined) ?? date
  })
}

/** Those of the dates that come after the last period. */
export function lateDates(dates: readonly string[], rows: readonly SeriesRow[]): readonly string[] {
  const last = rows.at(-1)?.day
  const days = rebaseDays(dates, rows)
  return dates.filter((_, index) => last !== undefined && (days[index] ?? '') > last)
}

function oneOf<T extends string>(given: Given, name: string, choices: readonly T[]): T | undefined {
  const text = given[name]
  if (text === undefined) return undefined
  const found = choices.find((choice) => choice === text.toLowerCase())
  if (!found) throw new UsageError(`--${name} takes ${choices.join(', ')}; not '${text}'.`)
  return found
}

function numberOf(given: Given, name: string): number | undefined {
  const text = given[name]
  if (text === undefined) return undefined
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) throw new UsageError(`--${name} takes a number, like 95 or 0.5; not '${text}'.`)
  return number
}

function baselineOf(given: Given): number | undefined {
  const number = numberOf(given, 'baseline')
  if (number === undefined || (Number.isInteger(number) && number >= 2)) return number
  throw new UsageError(`--baseline takes a whole number from 2; not '${given.baseline}'.`)
}

function perOf(given: Given): number | undefined {
  const number = numberOf(given, 'per')
  if (number === undefined || number > 0) return number
  throw new UsageError(`--per takes a number above nought, like 100 or 1000; not '${given.per}'.`)
}
