import type { IsoDate } from '#kernel/dates.js'

/** The kinds of area that figures are counted by, from the smallest to the whole. */
export const AREA_KINDS = [
  'lsoa',
  'ward',
  'district',
  'csp',
  'force',
  'county',
  'combined-authority',
  'region',
  'country',
] as const
export type AreaKind = (typeof AREA_KINDS)[number]

/** One area by its official code, as the boundaries of one year have it. */
export type Area = {
  readonly code: string
  readonly kind: AreaKind
  readonly name: string
  /** The year of the boundaries that it belongs to: 2024; of small areas (LSOAs) 2011 or 2021. */
  readonly edition: number
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  /** The code that took its place, where it is no longer in use. */
  readonly activeCode?: string
}

/** A code of the Office for National Statistics: a letter of the country, two figures of the kind, six of the area. */
const CODE = /^[EWSNKLMJ]\d{8}$/

/** Whether the text has the form of an official code. */
export function isAreaCode(text: string): boolean {
  return CODE.test(text)
}

const KINDS: Readonly<Record<string, AreaKind>> = {
  E01: 'lsoa',
  W01: 'lsoa',
  E05: 'ward',
  W05: 'ward',
  E06: 'district',
  E07: 'district',
  E08: 'district',
  E09: 'district',
  W06: 'district',
  S12: 'district',
  N09: 'district',
  E22: 'csp',
  W14: 'csp',
  E23: 'force',
  W15: 'force',
  E10: 'county',
  E11: 'county',
  E13: 'county',
  E47: 'combined-authority',
  E61: 'combined-authority',
  E12: 'region',
  E92: 'country',
  W92: 'country',
  S92: 'country',
  N92: 'country',
  K02: 'country',
  K03: 'country',
  K04: 'country',
}

/** The kind of area that a code stands for, by its first three characters. Undefined for kinds that nothing counts by. */
export function kindOfCode(code: string): AreaKind | undefined {
  return isAreaCode(code) ? KINDS[code.slice(0, 3)] : undefined
}
