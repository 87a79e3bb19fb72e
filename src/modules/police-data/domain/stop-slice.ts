import type { IsoDate } from '#kernel/dates.js'
import { ethnicGroupOf } from './ethnicity.js'
import type { Month } from './month.js'
import { addedTotals, type SearchTotals, stopOutcomeOf } from './stop-outcome.js'

/** Who says what ethnicity a person has: the person, or the officer by how the person looks. */
export type EthnicitySource = 'self' | 'officer'

/** Which stops and searches to count. What is left out is not narrowed; texts are compared without regard to case. */
export type StopSlice = {
  readonly forces?: readonly string[]
  /** Months by local time. */
  readonly from?: Month
  readonly to?: Month
  readonly knownOn?: IsoDate
  /** 'Person search', 'Person and Vehicle search', 'Vehicle search'. */
  readonly types?: readonly string[]
  readonly objects?: readonly string[]
  readonly outcomes?: readonly string[]
  readonly legislation?: readonly string[]
  /** Whose word `ethnicity` is; the person's own when left out. */
  readonly ethnicity?: EthnicitySource
}

/**
 * What stops can be divided by. `ethnicity` is the five groups of the census with "Not stated"; the two that follow are
 * as published. `outcome-group` is one name for the wordings of all years. `find` is whether the outcome is recorded as
 * linked to what was searched for.
 */
export const STOP_BY = [
  'month',
  'force',
  'type',
  'ethnicity',
  'self-ethnicity',
  'officer-ethnicity',
  'gender',
  'age',
  'legislation',
  'object',
  'outcome',
  'outcome-group',
  'find',
] as const
export type StopBy = (typeof STOP_BY)[number]

/** Stops counted together. What is not known is null: it is nobody's ethnicity, age or outcome, and never left out. */
export type StopRow = Partial<Readonly<Record<StopBy, string | boolean | null>>> & { readonly count: number }

/** The column of the records that each is read from. */
export function columnOf(by: StopBy, ethnicity: EthnicitySource = 'self'): string {
  if (by === 'ethnicity') return ethnicity === 'self' ? 'self_ethnicity' : 'officer_ethnicity'
  return COLUMNS[by]
}

const COLUMNS: Readonly<Record<Exclude<StopBy, 'ethnicity'>, string>> = {
  month: 'month',
  force: 'force',
  type: 'type',
  'self-ethnicity': 'self_ethnicity',
  'officer-ethnicity': 'officer_ethnicity',
  gender: 'gender',
  age: 'age',
  legislation: 'legislation',
  object: 'object',
  outcome: 'outcome',
  'outcome-group': 'outcome',
  find: 'linked',
}

/** What a record says under a column, grouped where the column is a group. */
function groupedUnder(by: StopBy, value: string | boolean | null): string | boolean | null {
  if (typeof value === 'boolean') return value
  if (by === 'ethnicity') return ethnicGroupOf(value)
  return by === 'outcome-group' ? stopOutcomeOf(value) : value || null
}

/** Rows that say the same under every column put together, sorted by the columns; what is not known comes last. */
export function putTogether(rows: readonly StopRow[], by: readonly StopBy[]): StopRow[] {
  const together = new Map<string, { row: StopRow; count: number }>()
  for (const each of rows) {
    const grouped = Object.fromEntries(by.map((name) => [name, groupedUnder(name, each[name] ?? null)]))
    const key = JSON.stringify(by.map((name) => grouped[name]))
    const known = together.get(key)
    if (known) known.count += each.count
    else together.set(key, { row: { ...grouped, count: 0 }, count: each.count })
  }
  const all = [...together.values()].map(({ row, count }): StopRow => ({ ...row, count }))
  return all.sort((a, b) => by.reduce((order, name) => order || compared(a[name], b[name]), 0))
}

function compared(a: StopRow[StopBy], b: StopRow[StopBy]): number {
  if (a === b) return 0
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  return String(a) < String(b) ? -1 : 1
}

/** What find rates are worked out from, for one group of people or searches; null is the group that is not known. */
export type GroupTotals = SearchTotals & { readonly group: string | null }

/** What came of the searches of each group, from rows by that column, outcome and find. */
export function totalsBy(rows: readonly StopRow[], by: StopBy): GroupTotals[] {
  const groups = Map.groupBy(rows, (row) => row[by] ?? null)
  return [...groups].map(([group, own]) => ({
    group: group === null ? null : String(group),
    ...addedTotals(own.map(({ outcome = null, find = null, count }) => ({ outcome, find, count }))),
  }))
}

/** The totals of all groups together. */
export function sumOfTotals(groups: readonly SearchTotals[]): SearchTotals {
  const sum = (of: (totals: SearchTotals) => number) => groups.reduce((total, each) => total + of(each), 0)
  return {
    searches: sum(({ searches }) => searches),
    withOutcome: sum(({ withOutcome }) => withOutcome),
    outcomeUnknown: sum(({ outcomeUnknown }) => outcomeUnknown),
    linked: sum(({ linked }) => linked),
    linkUnknown: sum(({ linkUnknown }) => linkUnknown),
  }
}
