import { err, ok, type Result } from '#kernel/result.js'
import { officeRule } from '#modules/disclosure/index.js'
import { lsoaPlaces } from '#modules/geography/index.js'
import type { CountBy, CountRow, CrimeSlice, SliceRefusal } from '../domain/crime-slice.js'
import { ASB } from '../domain/crime-type.js'
import {
  cellKey,
  type PlaceTable,
  type SmallRule,
  totalOf,
  withheldCells,
  withheldTotals,
} from '../domain/public-table.js'
import { crimeCounts } from './count-crimes.js'
import type { LakeDeps } from './count-source.js'

/** A count as the public sees it: null where it is withheld, being small or telling one that is. */
export type PublicRow = Omit<CountRow, 'count'> & { readonly count: number | null; readonly isWithheld: boolean }

/** Why the public is shown no such counts. */
export type PublicRefusal =
  | SliceRefusal
  /** Below the level of districts: more than one thing beside the place, or several kinds of crime put together. */
  | { readonly code: 'too-fine' }

/** Until the office decides on small numbers: below the level of districts, counts under this are withheld. */
const USUAL_THRESHOLD = 5

type SmallPlace = 'ward' | 'lsoa'
type Aspect = 'type' | 'month' | 'outcome'

/**
 * Crimes as the public may see them. Districts and larger areas are shown as they are; of wards and LSOAs small numbers
 * are withheld, and others by which those could be worked out from the totals of the place, the kind and the district.
 * Beside such a place there may be one thing more: the month, the kind or the outcome. Releases and stretches of time are
 * each protected by themselves.
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
  const { suppressBelow, showsZero } = await officeRule(deps.db)
  const rule = { below: suppressBelow ?? USUAL_THRESHOLD, showsZero }
  const { wards: _wards, lsoas: _lsoas, types: _types, ...whole } = slice
  const districts = slice.districts ?? (await districtsAround(deps, slice))
  const around = { ...whole, districts, includeAsb: question.isAsb, ...(question.isAsb && { types: [ASB] }) }
  const rows = await crimeCounts(deps, around, ['district', place, ...(question.aspect ? [question.aspect] : [])])
  if (!rows.ok) return rows
  return ok(publicRows(rows.value, { ...question, rule, slice, by }))
}

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

type Showing = Question & { readonly rule: SmallRule; readonly slice: CrimeSlice; readonly by: readonly CountBy[] }

function publicRows(rows: readonly CountRow[], showing: Showing): PublicRow[] {
  const tables = Map.groupBy(rows, ({ district }) => district ?? null)
  return [...tables].flatMap(([district, own]) => {
    const hidden = district === null ? undefined : withheldIn(own, showing)
    return [...own, ...noughtsOf(own, hidden, showing)].flatMap((row) => shownRow(row, hidden, showing) ?? [])
  })
}

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

type Hidden = { readonly totals: ReadonlySet<string>; readonly cells: ReadonlySet<string> }

function withheldIn(rows: readonly CountRow[], { place, aspect, rule }: Showing): Hidden {
  const table = tableOf(rows, place, aspect)
  const totals = withheldTotals(new Map(table.places.map((each) => [each, totalOf(table, each)])), rule)
  return { totals, cells: aspect ? withheldCells(table, totals, rule) : new Set() }
}

const placeIn = (row: CountRow, place: SmallPlace): string => row[place] ?? ''
const columnIn = (row: CountRow, aspect: Aspect | undefined): string => (aspect ? (row[aspect] ?? '') : '')

function tableOf(rows: readonly CountRow[], place: SmallPlace, aspect: Aspect | undefined): PlaceTable {
  const cells = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const own = cells.get(placeIn(row, place)) ?? new Map<string, number>()
    cells.set(placeIn(row, place), own.set(columnIn(row, aspect), row.count))
  }
  const columns = new Set(rows.map((row) => columnIn(row, aspect)))
  return { places: [...cells.keys()], columns: [...columns], cells }
}

/** The row as it is asked for and shown; undefined for one that was only needed to protect the others. */
function shownRow(row: CountRow, hidden: Hidden | undefined, showing: Showing): PublicRow | undefined {
  const { place, aspect, type, slice, by } = showing
  const { wards = [], lsoas = [] } = slice
  const code = placeIn(row, place)
  const asked = place === 'lsoa' ? lsoas : wards
  if (asked.length > 0 && !asked.includes(code)) return undefined
  if (type !== undefined && row.type !== type) return undefined
  const isWithheld = aspect
    ? (hidden?.cells.has(cellKey(code, columnIn(row, aspect))) ?? false)
    : (hidden?.totals.has(code) ?? false)
  const wanted = new Set<string>([...by.flatMap((each) => [each, `${each}Name`]), place, `${place}Name`])
  const columns = Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name)))
  return { ...columns, count: isWithheld ? null : row.count, isWithheld }
}
