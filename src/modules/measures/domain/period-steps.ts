import { addMonths, financialYearName, isoDate, partsOf } from '#kernel/dates.js'
import { type Frequency, type Period, periodFrom } from './period.js'

/** The period of the same kind that many steps later, or earlier when negative; a step is the kind's own length. */
function shifted(period: Period, years: number, steps: number): Period {
  const key = `${period.code}|${years}|${steps}`
  const known = KNOWN.get(key)
  if (known) return known
  const found = workedOut(period, years, steps)
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(key, found)
  return found
}

/** The same few hundred periods stand in every series: each step from them is worked out once. */
const KNOWN = new Map<string, Period>()
const MOST_KNOWN = 5000

function workedOut({ kind, from, until }: Period, years: number, steps: number): Period {
  const months = years * 12 + steps * STEP_MONTHS[kind]
  const start = addMonths(from, months)
  const name = financialYearName(start)
  const codes: Record<Frequency, () => string> = {
    month: () => start.slice(0, 7),
    quarter: () => `${name} Q${Math.floor(((partsOf(start).month + 8) % 12) / 3) + 1}`,
    'financial-year': () => name,
    'calendar-year': () => start.slice(0, 4),
    'rolling-12-months': () => `12m to ${addMonths(isoDate(`${until.slice(0, 7)}-01`), months).slice(0, 7)}`,
    'as-at': () => start,
  }
  return periodFrom(codes[kind]())
}

const STEP_MONTHS: Readonly<Record<Frequency, number>> = {
  month: 1,
  quarter: 3,
  'financial-year': 12,
  'calendar-year': 12,
  'rolling-12-months': 12,
  'as-at': 12,
}

/** The same period a year earlier: March 2024 for March 2025. */
export function samePeriodLastYear(period: Period): Period {
  return shifted(period, -1, 0)
}

/** The period that follows directly, or undefined for kinds that have no fixed rhythm. */
export function nextPeriod(period: Period): Period | undefined {
  if (period.kind === 'rolling-12-months' || period.kind === 'as-at') return undefined
  return shifted(period, 0, 1)
}
