import { formatDate } from '#kernel/words.js'
import type { Frequency, Period } from './period.js'
import type { PeriodRequest } from './period-request.js'
import { periodLabel } from './period-words.js'
import type { PeriodRefusal } from './pooling.js'
import type { SeriesBreak } from './series-marks.js'

const EACH: Readonly<Record<Frequency, string>> = {
  month: 'months',
  quarter: 'quarters of the financial year',
  'financial-year': 'financial years',
  'calendar-year': 'calendar years',
  'rolling-12-months': '12 months to a month',
  'as-at': 'single days',
}

/** Why there is no figure for a period, in a sentence that says what would be needed. */
export function refusalInWords(refusal: PeriodRefusal, request: PeriodRequest): string {
  const asked = periodLabel(request)
  switch (refusal.code) {
    case 'nothing-known':
      return 'No figure has been taken in yet.'
    case 'months-missing':
      return `There is no figure for ${asked}: ${refusal.missing
        .map(({ period, why }) => `${periodLabel(period)} is missing (${lowerFirst(why)})`)
        .join('; ')}.`
    case 'not-divisible':
      return `There is no figure for ${asked}: figures are held for ${EACH[refusal.finest]}, which do not make it up.`
    case 'only-as-held':
      return `There is no figure for ${asked}: figures of this kind (${EACH[refusal.finest]}) stand only for the periods that they were made for.`
    case 'numerators-missing':
      return `There is no figure for ${asked}: the numbers behind ${listOf(refusal.missing)} are not known, and a mean of percentages is never used.`
    case 'not-calculated':
      return `There is no figure for ${asked}: ${refusal.why}`
    case 'crosses-break':
      return `There is no figure for ${asked}: ${breaksInWords(refusal.breaks)}. Figures from before and after are not added up unless somebody says in writing why they may be.`
  }
}

/** "the series breaks on 1 April 2023 (new counting rules)". */
export function breaksInWords(breaks: readonly SeriesBreak[]): string {
  const each = breaks.map(({ startsOn, reason }) => `on ${formatDate(startsOn)} (${reason.replace(/[.]$/, '')})`)
  return `the series breaks ${each.join(' and ')}`
}

function listOf(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (periods.length <= 3) return periods.map(periodLabel).join(', ')
  return `${periods.length} periods from ${first ? periodLabel(first) : ''} to ${last ? periodLabel(last) : ''}`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/[.]$/, '') : text
}
