import { financialYearEnd, financialYearName, type IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type RecordedCrime, recordedCrime } from '#modules/national-tables/index.js'
import type { Deps } from '#platform/deps.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import type { SliceRefusal } from '../domain/crime-slice.js'
import { firstDayOf, type Month, monthAfter, monthsBetween } from '../domain/month.js'
import { type Reconciliation, reconcile } from '../domain/reconciliation.js'
import { crimeCounts } from './count-crimes.js'

/** One financial year of one force: street-level crime beside recorded crime, or why they cannot be held together. */
export type ReconciledYear = {
  /** "2024/25". */
  readonly year: string
  readonly until: IsoDate
  /** Months of the year that no street file is there for. With any missing nothing is held together. */
  readonly missing: readonly Month[]
  /** Street-level crimes without anti-social behaviour, in the months that are there. */
  readonly street: number
  /** Null where no national table covers the year. */
  readonly recorded: RecordedCrime | null
  /** Null where either side is missing. */
  readonly result: Reconciliation | null
}

/** Each financial year of which any street file is there, held against the Home Office's recorded crime without fraud. */
export async function reconcileYears(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  force: string,
  { knownOn }: { readonly knownOn?: IsoDate } = {},
): Promise<Result<ReconciledYear[], SliceRefusal>> {
  if (!deps.lake.isThere()) return err({ code: 'no-lake' })
  const slice = { forces: [force], ...(knownOn && { knownOn }) }
  const [coverage] = await monthsCovered(deps.db, 'street', slice)
  const there = new Set(coverage?.months.flatMap(({ month, state }) => (state === 'there' ? [month] : [])))
  const counts = await crimeCounts(deps, { ...slice, includeAsb: false }, ['month'])
  if (!counts.ok) return counts
  const ends = [...new Set([...there].map((month) => financialYearEnd(firstDayOf(month))))].sort()
  const years: ReconciledYear[] = []
  for (const until of ends) {
    const last = until.slice(0, 7)
    const months = monthsBetween(monthAfter(last, -11), last)
    const street = counts.value.reduce((sum, { month = '', count }) => (months.includes(month) ? sum + count : sum), 0)
    const missing = months.filter((month) => !there.has(month))
    const recorded = await recordedCrime(deps.db, force, { until })
    const both = missing.length === 0 && recorded ? reconcile({ street, recorded: recorded.offences }) : null
    years.push({ year: financialYearName(until), until, missing, street, recorded, result: both })
  }
  return ok(years)
}
