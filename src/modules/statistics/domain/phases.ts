import { err, ok, type Result } from '#kernel/result.js'

/** Where a phase begins and ends, as positions in the series; `until` is the position after its last period. */
export type Stretch = { readonly from: number; readonly until: number }

/**
 * Divides a series at the dates on which it is rebased: each phase begins at the first period on or after its date.
 * A date before the first period or after the last divides nothing. Refuses a text that is neither a date nor one of
 * the series's own.
 */
export function stretchesOf(
  dates: readonly string[],
  rebase: readonly string[],
): Result<readonly Stretch[], { readonly code: 'unknown-rebase'; readonly date: string }> {
  const starts = new Set([0])
  for (const date of rebase) {
    const start = startAt(dates, date)
    if (start === undefined) return err({ code: 'unknown-rebase', date })
    if (start < dates.length) starts.add(start)
  }
  const sorted = [...starts].sort((a, b) => a - b)
  return ok(sorted.map((from, index) => ({ from, until: sorted[index + 1] ?? dates.length })))
}

function startAt(dates: readonly string[], date: string): number | undefined {
  const exact = dates.indexOf(date)
  if (exact !== -1) return exact
  const day = firstDay(date)
  if (day === undefined) return undefined
  const days = dates.map(firstDay)
  if (days.some((each) => each === undefined)) return undefined
  const found = days.findIndex((each) => each !== undefined && each >= day)
  return found === -1 ? dates.length : found
}

/** The first day of a year, month or day written as ISO 8601 does; undefined for any other text. */
function firstDay(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  return match ? `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}` : undefined
}
