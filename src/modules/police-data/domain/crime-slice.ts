import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { ASB } from './crime-type.js'
import type { Month } from './month.js'

/** Which crimes to count. What is left out is not narrowed. */
export type CrimeSlice = {
  /** Slugs of forces: crimes that they reported. */
  readonly forces?: readonly string[]
  readonly from?: Month
  readonly to?: Month
  /** Kinds of crime by their names. Anti-social behaviour counts only when it is named, or with `includeAsb`. */
  readonly types?: readonly string[]
  /** Codes of areas: only crimes that lie in one of them. */
  readonly districts?: readonly string[]
  readonly csps?: readonly string[]
  readonly wards?: readonly string[]
  readonly lsoas?: readonly string[]
  /** Last outcomes as published. */
  readonly outcomes?: readonly string[]
  readonly includeAsb: boolean
  /** Releases known by that day; every release when left out. */
  readonly knownOn?: IsoDate
}

/** What counts can be divided by. */
export const COUNT_BY = ['month', 'force', 'district', 'csp', 'ward', 'lsoa', 'type', 'outcome'] as const
export type CountBy = (typeof COUNT_BY)[number]

/** The same, and quarters of the calendar, each told by its first month: small areas are shown by these. */
export type GroupBy = CountBy | 'quarter'

/** The kinds of area that crimes are counted by, with what a slice calls them. */
export const PLACE_KINDS = ['district', 'csp', 'ward', 'lsoa'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/**
 * Crimes counted together. An area is null where the crime lies outside the area of the force that reported it or has
 * no location, so that the rows add up to all; an outcome is null for anti-social behaviour.
 */
export type CountRow = {
  readonly month?: Month
  readonly force?: string
  readonly district?: string | null
  readonly districtName?: string | null
  readonly csp?: string | null
  readonly cspName?: string | null
  readonly ward?: string | null
  readonly wardName?: string | null
  readonly lsoa?: string | null
  readonly lsoaName?: string | null
  readonly type?: string
  readonly outcome?: string | null
  readonly count: number
}

/** Where the crimes of a slice lie. The three add up to all of them. */
export type PlaceBuckets = {
  readonly inArea: number
  /** At a point outside the area of the force that reported it, or at one whose LSOA no lookup knows. */
  readonly outsideArea: number
  readonly noLocation: number
}

/** Why nothing is counted. */
export type SliceRefusal =
  | { readonly code: 'wrong-way-round'; readonly from: Month; readonly to: Month }
  /** DuckDB, an optional package, is not installed. */
  | { readonly code: 'no-lake' }

/** The slice, unless its months stand the wrong way round. */
export function checkedSlice<S extends { readonly from?: Month; readonly to?: Month }>(
  slice: S,
): Result<S, SliceRefusal> {
  const { from, to } = slice
  return from && to && from > to ? err({ code: 'wrong-way-round', from, to }) : ok(slice)
}

/** Whether anti-social behaviour belongs to the slice. */
export function countsAsb({ types, includeAsb }: Pick<CrimeSlice, 'types' | 'includeAsb'>): boolean {
  return includeAsb || (types?.includes(ASB) ?? false)
}

/** The codes of each kind of area that a slice is narrowed to. */
export function placesOf(slice: CrimeSlice): Readonly<Record<PlaceKind, readonly string[]>> {
  const { districts = [], csps = [], wards = [], lsoas = [] } = slice
  return { district: districts, csp: csps, ward: wards, lsoa: lsoas }
}

/** Whether a question is about places, so that it must be known where each crime lies. */
export function needsPlaces(slice: CrimeSlice, by: readonly GroupBy[]): boolean {
  return PLACE_KINDS.some((kind) => by.includes(kind) || placesOf(slice)[kind].length > 0)
}

/** Why nothing is counted, in words. */
export function sliceRefusalInWords(refusal: SliceRefusal): string {
  if (refusal.code === 'wrong-way-round') {
    return `The months stand the wrong way round: ${refusal.from} is after ${refusal.to}`
  }
  return 'Police data need the optional package @duckdb/node-api, which is not installed here'
}
