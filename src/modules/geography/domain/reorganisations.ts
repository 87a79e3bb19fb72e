import { addDays, type IsoDate, isoDate } from '#kernel/dates.js'

/** The first day of authorities made by the reorganisations since 2019, by the orders that made them. */
const FIRST_DAYS: readonly (readonly [string, readonly string[]])[] = [
  ['2019-04-01', ['E06000058', 'E06000059', 'E07000244', 'E07000245', 'E07000246']],
  ['2020-04-01', ['E06000060']],
  ['2021-04-01', ['E06000061', 'E06000062']],
  ['2023-04-01', ['E06000063', 'E06000064', 'E06000065', 'E06000066']],
  ['2025-04-01', ['E08000038', 'E08000039']],
]

const FIRST_DAY = new Map(FIRST_DAYS.flatMap(([day, codes]) => codes.map((code) => [code, isoDate(day)] as const)))

/** West Somerset and Taunton Deane became one district before the county became one. */
const FIRST_SUCCESSOR: Readonly<Record<string, string>> = { E07000190: 'E07000246', E07000191: 'E07000246' }

/** The days on which an authority's code held, as far as the orders of recent years tell. */
export function daysOfCode(code: string, active: string | null): { from: IsoDate | null; until: IsoDate | null } {
  const next = FIRST_SUCCESSOR[code] ?? active
  const ended = next && next !== code ? FIRST_DAY.get(next) : undefined
  return { from: FIRST_DAY.get(code) ?? null, until: ended ? addDays(ended, -1) : null }
}
