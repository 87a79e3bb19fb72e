import type { Json } from '#kernel/canonical-json.js'
import type { AreaKind } from './area.js'
import type { AreaLink, AuthorityCode, LsoaChange, LsoaRow } from './lookups.js'

/** What is kept of the residents of one area: of whom and, if not of all, of which group. */
export type PopulationContent = { readonly people: number | null; readonly why?: string }

/** How deprived a small area (LSOA) is. Rank and decile 1 are the most deprived. */
export type DeprivationContent = {
  readonly lsoaEdition: 2011 | 2021
  readonly rank: number | null
  readonly decile: number | null
  readonly score: number | null
  /** Decile and rank of each domain that the file has: income, crime, … */
  readonly domains: Readonly<Record<string, { readonly rank: number | null; readonly decile: number | null }>>
}

/** The outline of an area: rings of longitude and latitude (WGS84), to be filled by the even-odd rule. */
export type BoundaryContent = {
  readonly areaKind: AreaKind
  readonly name: string
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

/** What each kind of fact holds. */
export type FactContents = {
  'lsoa-lookup': LsoaRow
  'lsoa-changes': LsoaChange
  'area-lookup': AreaLink
  'area-codes': AuthorityCode
  population: PopulationContent
  'population-ethnicity': PopulationContent
  deprivation: DeprivationContent
  boundaries: BoundaryContent
}
export type FactKind = keyof FactContents

/** The kinds that say which area lies in which. */
export const LOOKUP_KINDS = ['lsoa-lookup', 'lsoa-changes', 'area-lookup', 'area-codes'] as const

/** One thing that a file says of an area (`code`), with a second key where there are several, in an edition or year. */
export type Fact<K extends FactKind = FactKind> = {
  readonly code: string
  readonly other: string
  readonly edition: number
  readonly content: FactContents[K]
}

/** How a fact is known: the same key in a newer file replaces it. */
export function factKey({ code, other, edition }: Omit<Fact, 'content'>): string {
  return `${edition}|${code}|${other}`
}

/** The content of a fact as it is kept and compared: JSON with its keys in the order in which readers write them. */
export function factText(content: Fact['content']): string {
  return JSON.stringify(content satisfies Json | object)
}
