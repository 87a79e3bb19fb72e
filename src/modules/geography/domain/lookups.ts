import type { IsoDate } from '#kernel/dates.js'
import type { AreaKind } from './area.js'

/** A small area (LSOA) of one census and where the boundaries of a year put it. */
export type LsoaRow = {
  readonly lsoa: string
  readonly name: string
  readonly lsoaEdition: 2011 | 2021
  readonly ward: string | null
  readonly district: string | null
  /** Said only where a district has several community safety partnerships. */
  readonly csp: string | null
  /** The year of the wards and districts. */
  readonly edition: number
}

/** What became of a 2011 LSOA in 2021: U unchanged, S split, M merged, X otherwise. A split has a row for each part. */
export type LsoaChange = {
  readonly lsoa11: string
  readonly name: string
  readonly change: string
  readonly lsoa21: string
  readonly district: string | null
}

export type CodeAndName = { readonly code: string; readonly name: string }

/** One line of a lookup between kinds of area: a district, its partnership and its force, say. */
export type AreaLink = { readonly edition: number; readonly areas: Partial<Record<AreaKind, CodeAndName>> }

/** A local authority's code, in use or not, with what took its place. */
export type AuthorityCode = CodeAndName & {
  readonly active: string | null
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly parents: Partial<Record<AreaKind, CodeAndName>>
}

/** All that is known of which area lies in which. */
export type Lookups = {
  readonly lsoas: readonly LsoaRow[]
  readonly changes: readonly LsoaChange[]
  readonly links: readonly AreaLink[]
  readonly codes: readonly AuthorityCode[]
}

export const NO_LOOKUPS: Lookups = { lsoas: [], changes: [], links: [], codes: [] }
