import { err, ok, type Result } from '#kernel/result.js'
import { officeRule } from '#modules/disclosure/index.js'
import { lsoaPlaces } from '#modules/geography/index.js'
import { monthsCovered } from '../data/months-covered.queries.js'
import type { CountBy, CountRow, CrimeSlice, GroupBy, SliceRefusal } from '../domain/crime-slice.js'
import { ASB } from '../domain/crime-type.js'
import { type Month, monthAfter } from '../domain/month.js'
import { outcomeGroupOf } from '../domain/outcome-group.js'
import {
  type HiddenTotals,
  hiddenCells,
  hiddenInAny,
  hiddenTotals,
  quarterOf,
  type SmallPlace,
  wholeQuarters,
  yearOf,
} from '../domain/public-places.js'
import { cellKey, type SmallRule } from '../domain/public-table.js'
import { crimeCounts } from './count-crimes.js'
import type { LakeDeps } from './count-source.js'

/** A count as the public sees it: null where it is withheld, being small or telling one that is. */
export type PublicRow = Omit<CountRow, 'count'> & { readonly count: number | null; readonly isWithheld: boolean }

/** Why the public is shown no such counts. */
export type PublicRefusal =
  | SliceRefusal
  /** Below the level of districts: more than one thing beside the place, or several kinds of crime put together. */
  | { readonly code: 'too-fine' }
  /** Below the level of districts: months that are not whole quarters of the calendar; of kinds and outcomes, whole years. */
  | { readonly code: 'not-whole' }

/** Until the office decides on small numbers: below the level of districts, counts under this are withheld. */
const USUAL_THRESHOLD = 5

type Aspect = 'type' | 'month' | 'outcome'

/**
 * Crimes as the public may see them. Districts and larger areas are shown as they are; of wards and LSOAs small numbers
 * are withheld, and others by which those could be worked out from the totals of the place, the kind, the ward and the
 * district. Beside such a place there may be one thing more: the month, the kind or the outcome.
 *
 * Such places are told by whole quarters of the calendar, their kinds and outcomes by whole years from April to March, and
 * each stretch is protected by itself: the difference of two spans is made of stretches that are shown or not shown.
 */
export async function publicCounts(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<PublicRow[], PublicRefusal>> {
  const place = smallestPlace(slice, by)
  if (!place) {
    const rows = await crimeCounts(deps, slice, by)
    return rows.ok ? ok(rows.value.map((row) => ({ ...row, isWithheld: false }))) : rows
  }
  const question = questionOf(slice, by, place)
  if (!question) return err({ code: 'too-fine' })
  const quarters = await quartersOf(deps, slice, question.aspect)
  if (!quarters) return err({ code: 'not-whole' })
  const { suppressBelow, showsZero } = await officeRule(deps.db)
  const rule = { below: suppressBelow ?? USUAL_THRESHOLD, showsZero }
  const { wards: _wards, lsoas: _lsoas, types: _types, ...whole } = slice
  const districts = slice.districts ?? (await districtsAround(deps, slice))
  const around = { ...whole, districts, includeAsb: question.isAsb, ...(question.isAsb && { types: [ASB] }) }
  const { aspect } = question
  const wanted = wantedColumns(by, place)
  const areas: GroupBy[] = place === 'lsoa' ? ['district', 'ward', 'lsoa'] : ['district', 'ward']
  const stretches: GroupBy[] = [...areas, aspect === 'month' ? 'month' : 'quarter']
  const totals = await crimeCounts(deps, around, stretches)
  if (!totals.ok) return totals
  const isTotals = aspect === undefined || aspect === 'month'
  const rows = isTotals ? totals : await crimeCounts(deps, around, [...stretches, aspect])
  if (!rows.ok) return rows
  const told = aspect === 'outcome' ? inOutcomeGroups(rows.value) : rows.value
  return ok(publicRows(totals.value, told, { ...question, quarters, rule, slice, wanted }))
}

/**
 * Outcomes put together to their groups, before anything is withheld: many of the two dozen published ones happen to one
 * or two crimes of a ward in a year, and to protect each of them would leave nothing to be seen.
 */
function inOutcomeGroups(rows: readonly CountRow[]): CountRow[] {
  const grouped = rows.map((row) => ({ ...row, outcome: outcomeGroupOf(row.outcome ?? null) }))
  const { count: _count, ...columns } = grouped[0] ?? { count: 0 }
  const keys = Object.keys(columns) as (keyof typeof columns)[]
  const alike = Map.groupBy(grouped, (row) => JSON.stringify(keys.map((key) => row[key] ?? null)))
  return [...alike.values()].flatMap((own) => {
    const [first] = own
    return first ? [{ ...first, count: own.reduce((sum, { count }) => sum + count, 0) }] : []
  })
}

/** The quarters that are told: those asked for; of months, all that are held whole. */
async function quartersOf(
  { db }: LakeDeps,
  { from, to, forces, knownOn }: CrimeSlice,
  aspect: Aspect | undefined,
): Promise<ReadonlySet<Month> | undefined> {
  const asked = from && to ? wholeQuarters(from, to) : undefined
  const isByQuarter = aspect === 'month' || aspect === undefined
  const isYears = from?.endsWith('-04') && to?.endsWith('-03')
  if (!(asked ? isByQuarter || isYears : isByQuarter && !from && !to)) return undefined
  const coverage = await monthsCovered(db, 'street', { ...(forces && { forces }), ...(knownOn && { knownOn }) })
  const whole = coverage.map(({ months }) => {
    const there = new Set(months.filter(({ state }) => state === 'there').map(({ month }) => month))
    return [...there].filter((month) => quarterOf(month) === month && isHeld(there, month))
  })
  const held = new Set(whole.flat().filter((quarter) => whole.every((own) => own.includes(quarter))))
  if (!asked) return held
  return asked.every((quarter) => held.has(quarter)) ? new Set(asked) : undefined
}

const isHeld = (there: ReadonlySet<Month>, quarter: Month) =>
  [1, 2].every((months) => there.has(monthAfter(quarter, months)))

function smallestPlace({ wards, lsoas }: CrimeSlice, by: readonly CountBy[]): SmallPlace | undefined {
  if (by.includes('lsoa') || lsoas?.length) return 'lsoa'
  return by.includes('ward') || wards?.length ? 'ward' : undefined
}

/** The districts of the wards and LSOAs asked for: whole tables of districts are protected, and no more is needed. */
async function districtsAround({ db }: LakeDeps, { wards = [], lsoas = [] }: CrimeSlice): Promise<string[]> {
  if (wards.length + lsoas.length === 0) return []
  const asked = new Set([...wards, ...lsoas])
  const places = await lsoaPlaces(db)
  const found = places.filter(({ ward, lsoa }) => asked.has(lsoa) || (ward !== null && asked.has(ward)))
  return [...new Set(found.flatMap(({ district }) => district ?? []))]
}

type Question = {
  readonly place: SmallPlace
  /** What a place's counts are divided by beside it; every answer to the same question comes from one protected table. */
  readonly aspect: Aspect | undefined
  /** The one kind of crime that is asked for, of all that the table holds. */
  readonly type: string | undefined
  readonly isAsb: boolean
}

/** Anti-social behaviour has a table of its own; one kind of crime is read from the table of all kinds. */
function questionOf(slice: CrimeSlice, by: readonly CountBy[], place: SmallPlace): Question | undefined {
  const { types = [], outcomes = [], includeAsb } = slice
  const [type, ...others] = types
  const isAsb = type === ASB
  const aspects = by.filter((each): each is Aspect => each === 'type' || each === 'month' || each === 'outcome')
  const needsKinds = type !== undefined && !isAsb && !aspects.includes('type')
  const all = [...aspects, ...(needsKinds ? (['type'] as const) : [])]
  const isMixed = includeAsb && !isAsb
  if (others.length > 0 || outcomes.length > 0 || isMixed || all.length > 1) return undefined
  if (by.some((each) => each === 'force')) return undefined
  return { place, aspect: all[0], type: isAsb ? undefined : type, isAsb }
}

type Showing = Question & {
  readonly quarters: ReadonlySet<Month>
  readonly rule: SmallRule
  readonly slice: CrimeSlice
  readonly wanted: ReadonlySet<string>
}

function publicRows(months: readonly CountRow[], rows: readonly CountRow[], showing: Showing): PublicRow[] {
  const { aspect } = showing
  const known = Map.groupBy(rows, ({ district }) => district ?? null)
  return [...Map.groupBy(months, ({ district }) => district ?? null)].flatMap(([district, byMonth]) => {
    const found = known.get(district) ?? []
    const hidden = district === null ? undefined : hiddenIn(byMonth, found, showing)
    const own = aspect === 'month' ? found : summed(found, showing)
    return [...own, ...noughtsOf(own, hidden, showing)].flatMap((row) => shownRow(row, hidden, showing) ?? [])
  })
}

/** The counts of places, by kind or outcome if asked for, over all the quarters that are told. */
function summed(rows: readonly CountRow[], { place, aspect, quarters }: Showing): CountRow[] {
  const inside = rows.filter(({ month = '' }) => quarters.has(quarterOf(month)))
  return [...Map.groupBy(inside, (row) => cellKey(placeIn(row, place), columnIn(row, aspect))).values()].flatMap(
    (own) => {
      const [first] = own
      return first ? [{ ...first, count: own.reduce((sum, { count }) => sum + count, 0) }] : []
    },
  )
}

type Hidden = { readonly totals: ReadonlySet<string>; readonly cells: ReadonlySet<string> }

/** What is not shown of a district: each stretch by itself, and of several together what is not shown in one of them. */
function hiddenIn(months: readonly CountRow[], rows: readonly CountRow[], showing: Showing): Hidden {
  const { place, aspect, quarters, rule } = showing
  const stretchOf = aspect === 'month' ? quarterOf : yearOf
  const hidden = hiddenByQuarter(months, showing)
  const told = [...quarters].flatMap((quarter) => hidden.get(quarter) ?? [])
  const cells = new Set<string>()
  for (const [stretch, own] of aspect ? Map.groupBy(rows, ({ month = '' }) => stretchOf(month)) : []) {
    const counts = own.map((row) => countOf(row, aspect ?? 'month'))
    const parts = [...hidden].flatMap(([quarter, each]) => (stretchOf(quarter) === stretch ? [each] : []))
    const isTold = quarters.has(stretch)
    const early = counts.map((each) => cellKey(each[place], each.column))
    for (const key of isTold ? hiddenCells(counts, place, hiddenInAny(parts), rule) : early) cells.add(key)
  }
  return { totals: aspect === 'month' ? new Set() : hiddenInAny(told).totals, cells }
}

function hiddenByQuarter(months: readonly CountRow[], { place, rule }: Showing): Map<Month, HiddenTotals> {
  const one = new Map(months.map((row) => [placeIn(row, place), row]))
  const empty = [...one.values()].map((row) => ({ ...countOf(row, undefined), count: 0 }))
  const quarters = Map.groupBy(months, ({ month = '' }) => quarterOf(month))
  return new Map(
    [...quarters].map(([quarter, own]) => {
      const counts = own.map((row) => countOf(row, undefined))
      return [quarter, hiddenTotals([...counts, ...empty], place, rule)]
    }),
  )
}

const countOf = (row: CountRow, aspect: Aspect | undefined) => ({
  ...{ ward: row.ward ?? '', lsoa: row.lsoa ?? '' },
  ...{ column: columnIn(row, aspect), count: row.count },
})

const placeIn = (row: CountRow, place: SmallPlace): string => row[place] ?? ''
const columnIn = (row: CountRow, aspect: Aspect | undefined): string => (aspect ? (row[aspect] ?? '') : '')

/** Noughts of places that are withheld whole: left out they would tell themselves. */
function noughtsOf(rows: readonly CountRow[], hidden: Hidden | undefined, { place, aspect }: Showing): CountRow[] {
  if (!hidden || !aspect) return []
  const columns = [...new Set(rows.map((row) => columnIn(row, aspect)))]
  return [...hidden.totals].flatMap((code) => {
    const own = rows.filter((row) => placeIn(row, place) === code)
    const there = new Set(own.map((row) => columnIn(row, aspect)))
    const [like] = own
    return like ? columns.filter((each) => !there.has(each)).map((each) => ({ ...like, [aspect]: each, count: 0 })) : []
  })
}

/** What is told of each place: what was asked for, the place and their names. */
function wantedColumns(by: readonly CountBy[], place: SmallPlace): ReadonlySet<string> {
  return new Set([...by, place].flatMap((each) => [each, `${each}Name`]))
}

function only(row: CountRow, wanted: ReadonlySet<string>): Omit<CountRow, 'count'> {
  const columns: Record<string, CountRow[keyof CountRow]> = {}
  for (const name in row) if (wanted.has(name)) columns[name] = row[name as keyof CountRow]
  return columns
}

/** The row as it is asked for and shown; undefined for one that was only needed to protect the others. */
function shownRow(row: CountRow, hidden: Hidden | undefined, showing: Showing): PublicRow | undefined {
  const { place, aspect, type, slice, wanted } = showing
  const { wards = [], lsoas = [] } = slice
  const code = placeIn(row, place)
  const asked = place === 'lsoa' ? lsoas : wards
  if (asked.length > 0 && !asked.includes(code)) return undefined
  if (type !== undefined && row.type !== type) return undefined
  const isWithheld = (hidden?.totals.has(code) || hidden?.cells.has(cellKey(code, columnIn(row, aspect)))) ?? false
  return { ...only(row, wanted), count: isWithheld ? null : row.count, isWithheld }
}
