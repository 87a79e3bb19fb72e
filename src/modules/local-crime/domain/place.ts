import { slugOf } from '#kernel/slug.js'

/** The areas that have a page of local crime, the largest first. */
export const PLACE_KINDS = ['force', 'district', 'csp', 'ward'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** An area whose crime is told, with the address of its page. */
export type Place = {
  readonly kind: PlaceKind
  readonly code: string
  readonly name: string
  readonly path: string
}

/** The address of an area's page: by name where names are unlike, by code for wards, of which many share a name. */
export function pathOf(kind: PlaceKind, { code, name }: { readonly code: string; readonly name: string }): string {
  if (kind === 'force') return '/crime'
  return `/crime/${kind}/${kind === 'ward' ? code : slugOf(name)}`
}

/** What an area is called in a sentence. */
export const KIND_WORDS: Readonly<Record<PlaceKind | 'lsoa', { readonly one: string; readonly many: string }>> = {
  force: { one: 'police area', many: 'police areas' },
  district: { one: 'district', many: 'districts' },
  csp: { one: 'community safety partnership', many: 'community safety partnerships' },
  ward: { one: 'ward', many: 'wards' },
  lsoa: { one: 'small area', many: 'small areas' },
}
