import { addDays } from '#kernel/dates.js'
import { formatDate } from '#kernel/words.js'
import type { Frequency, Period } from './period.js'
import type { PeriodRequest } from './period-request.js'
import { forPeriod, periodLabel } from './period-words.js'
import type { MissingPart, PeriodRefusal } from './pooling.js'
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
  const asked = forPeriod(request)
  switch (refusal.code) {
    case 'nothing-known':
      return 'No figure has been taken in yet.'
    case 'months-missing':
      return `There is no figure for ${asked}: ${missingInWords(refusal.missing)}.`
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

/** "May 2024 is missing (not returned)", "January to June 2024 are missing (…)": neighbours with one reason together. */
function missingInWords(missing: readonly MissingPart[]): string {
  const groups: MissingPart[][] = []
  for (const part of missing) {
    const open = groups.at(-1)
    const last = open?.at(-1)
    const joins = last && last.why === part.why && addDays(last.period.until, 1) === part.period.from
    if (joins) open?.push(part)
    else groups.push([part])
  }
  return groups.map(groupInWords).join('; ')
}

function groupInWords(group: readonly MissingPart[]): string {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return ''
  const why = lowerFirst(first.why)
  if (group.length === 1) return `${periodLabel(first.period)} is missing (${why})`
  const between = group.length === 2 ? 'and' : 'to'
  return `${periodLabel(first.period)} ${between} ${periodLabel(last.period)} are missing (${why})`
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
