import { type IsoDate, isoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { isMonthEnd, isWholeMonths, saysTwelveMonths, spansInWords, type WrittenSpan } from '#kernel/written-span.js'
import type { Frequency } from './period.js'
import { type PeriodRequest, parsePeriodRequest, periodHolding, REQUEST_EXAMPLES } from './period-request.js'
import { periodLabel } from './period-words.js'

/** How a period that somebody types can be written, for messages. */
export const TYPED_EXAMPLES = `${REQUEST_EXAMPLES}; or in words: January 2024, April 2024 to March 2025, 2024 Q4 (October to December 2024)`

/** A period that was typed, and what must be said of how it was read; '' where nothing need be. */
export type TypedPeriod = { readonly period: PeriodRequest; readonly note: string }

/**
 * Reads a period as people type it: as files write it, or in words ("Jan 2024", "April 2024 to March 2025"). A quarter
 * of one year, "2024 Q4", is of the calendar year, as the Office for National Statistics writes it, and the note says so.
 */
export function typedPeriod(words: string): Result<TypedPeriod, 'not-a-period'> {
  const plain = words.trim().replace(/\s+/g, ' ')
  const written = parsePeriodRequest(plain)
  if (written.ok) return ok({ period: written.value, note: '' })
  const quarter = calendarQuarter(plain)
  if (quarter) return ok({ period: quarter, note: quarterNote(plain, quarter) })
  const requests = spansInWords(plain).flatMap((span) => requestFor(span, saysTwelveMonths(plain)) ?? [])
  const byCode = new Map(requests.map((request) => [request.code, request]))
  const [only] = byCode.values()
  return only && byCode.size === 1 ? ok({ period: only, note: '' }) : err('not-a-period')
}

/** The same for one that must be a period of this kind, as figures have it. */
export function typedPeriodOf(words: string, frequency: Frequency): Result<TypedPeriod, 'not-a-period'> {
  const typed = typedPeriod(words)
  if (!typed.ok || typed.value.period.kind === frequency) return typed
  const { from, until } = typed.value.period
  const own = frequency === 'as-at' ? undefined : sameSpan({ from, until }, frequency)
  return own ? ok({ ...typed.value, period: own }) : typed
}

const QUARTER = /^(?:(\d{4})[ -]?q([1-4])|q([1-4])[ ,-]?(?:of )?(\d{4}))$/i

function calendarQuarter(words: string): PeriodRequest | undefined {
  const [, yearFirst, quarterLast, quarterFirst, yearLast] = QUARTER.exec(words) ?? []
  const [year, quarter] = [yearFirst ?? yearLast, Number(quarterLast ?? quarterFirst)]
  if (!year || Number(year) < 1800 || Number(year) > 2900) return undefined
  return periodHolding(isoDate(`${year}-${String(quarter * 3).padStart(2, '0')}-01`), 'quarter')
}

function quarterNote(words: string, quarter: PeriodRequest): string {
  const isFinancial = `Quarters of the financial year are written like ${quarter.code}`
  return `“${words}” is read as a quarter of the calendar year: ${periodLabel(quarter)}. ${isFinancial}`
}

const KINDS: readonly Frequency[] = ['month', 'quarter', 'financial-year', 'calendar-year']

/** A span that is a period of the calendar is that period; other whole months are a range, and a day is a day. */
function requestFor(span: WrittenSpan, isRolling: boolean): PeriodRequest | undefined {
  const { from, until } = span
  if (from === until) return requestCalled(from)
  if (!from.endsWith('-01') || !isMonthEnd(until)) return undefined
  if (isRolling && isWholeMonths(span, 12)) return requestCalled(`12m to ${until.slice(0, 7)}`)
  for (const kind of KINDS) {
    const own = sameSpan(span, kind)
    if (own) return own
  }
  return requestCalled(`${from.slice(0, 7)}..${until.slice(0, 7)}`)
}

function sameSpan(span: WrittenSpan, kind: Frequency): PeriodRequest | undefined {
  if (kind === 'rolling-12-months')
    return isWholeMonths(span, 12) ? requestCalled(`12m to ${span.until.slice(0, 7)}`) : undefined
  const period = periodHolding(span.from, kind)
  return period?.from === span.from && period.until === span.until ? period : undefined
}

function requestCalled(code: string | IsoDate): PeriodRequest | undefined {
  const request = parsePeriodRequest(code)
  return request.ok ? request.value : undefined
}
