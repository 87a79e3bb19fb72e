import { monthRuns } from '#modules/police-data/index.js'
import { formatMonth } from '#ui/format.js'

/** Months that are missing, those that follow each other as one: "February 2024 to March 2024, July 2024". */
export function missingInWords(months: readonly string[]): string {
  return monthRuns(months)
    .map((run) => run.split(' to ').map(formatMonth).join(' to '))
    .join(', ')
}
