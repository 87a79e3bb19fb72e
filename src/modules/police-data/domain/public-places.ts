import { type Month, monthAfter, monthsBetween } from './month.js'
import { cellKey, type PlaceTable, type SmallRule, withheldCells, withheldTotals } from './public-table.js'

/** So many crimes of a small area (LSOA) and its ward, under a month, a kind or an outcome. */
export type PlaceCount = {
  readonly ward: string
  readonly lsoa: string
  readonly column: string
  readonly count: number
}

/** The kinds of area whose small numbers are withheld. */
export type SmallPlace = 'ward' | 'lsoa'

/** Places that are not shown at all, with the wards that are not. */
export type HiddenTotals = { readonly totals: ReadonlySet<string>; readonly wards: ReadonlySet<string> }

const MONTHS_IN_QUARTER = 3

/** The first month of the quarter of a calendar year that a month lies in. */
export const quarterOf = remembered((month) => monthAfter(month, -((Number(month.slice(5)) - 1) % MONTHS_IN_QUARTER)))

/** The April that a month's financial year began in. */
export const yearOf = remembered((month) => monthAfter(month, -((Number(month.slice(5)) + 8) % 12)))

/** The same of each month, worked out once: it is asked for every row, and there are few months. */
function remembered(of: (month: Month) => Month): (month: Month) => Month {
  const known = new Map<Month, Month>()
  return (month) => {
    const before = known.get(month)
    if (before !== undefined) return before
    const found = of(month)
    known.set(month, found)
    return found
  }
}

/** The quarters from one month to another, by their first months; undefined where one of them is not whole. */
export function wholeQuarters(from: Month, to: Month): Month[] | undefined {
  const months = monthsBetween(from, to)
  const isWhole = months.length > 0 && quarterOf(from) === from && quarterOf(to) === monthAfter(to, -2)
  return isWhole ? [...new Set(months.map(quarterOf))] : undefined
}

/** The places of a district that are not shown in a quarter, given its counts by place. */
export function hiddenTotals(counts: readonly PlaceCount[], kind: SmallPlace, rule: SmallRule): HiddenTotals {
  const wards = withheldTotals(totalsBy(counts, 'ward'), rule)
  if (kind === 'ward') return { totals: wards, wards }
  const perWard = [...Map.groupBy(counts, ({ ward }) => ward)].flatMap(([ward, own]) => {
    const totals = totalsBy(own, 'lsoa')
    // The total of a ward that is shown is their sum; of one that is not, none of its parts may help to find it.
    return wards.has(ward) ? [...totals.keys()] : [...withheldTotals(totals, rule)]
  })
  return { totals: new Set(perWard), wards }
}

/** The same over several quarters: what is not shown in one of them is not shown in all. */
export function hiddenInAny(quarters: readonly HiddenTotals[]): HiddenTotals {
  const union = (of: (each: HiddenTotals) => ReadonlySet<string>) => new Set(quarters.flatMap((each) => [...of(each)]))
  return { totals: union(({ totals }) => totals), wards: union(({ wards }) => wards) }
}

/** The cells of the places of a district that are not shown, given the places that are not at all. */
export function hiddenCells(
  counts: readonly PlaceCount[],
  kind: SmallPlace,
  { totals, wards }: HiddenTotals,
  rule: SmallRule,
): Set<string> {
  const columns = [...new Set(counts.map(({ column }) => column))]
  const ofWards = withheldCells(tableOf(counts, 'ward', columns), wards, rule)
  if (kind === 'ward') return ofWards
  const hidden = [...Map.groupBy(counts, ({ ward }) => ward)].flatMap(([ward, own]) => {
    const table = tableOf(own, 'lsoa', columns)
    const above = columns.filter((column) => ofWards.has(cellKey(ward, column)))
    const parts = table.places.flatMap((place) => above.map((column) => cellKey(place, column)))
    return [...parts, ...withheldCells(table, new Set(table.places.filter((place) => totals.has(place))), rule)]
  })
  return new Set(hidden)
}

function totalsBy(counts: readonly PlaceCount[], kind: SmallPlace): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { [kind]: place, count } of counts) totals.set(place, (totals.get(place) ?? 0) + count)
  return totals
}

function tableOf(counts: readonly PlaceCount[], kind: SmallPlace, columns: readonly string[]): PlaceTable {
  const cells = new Map<string, Map<string, number>>()
  for (const { [kind]: place, column, count } of counts) {
    const own = cells.get(place) ?? new Map<string, number>()
    cells.set(place, own.set(column, (own.get(column) ?? 0) + count))
  }
  return { places: [...cells.keys()], columns, cells }
}
