import type { Area } from './area.js'
import type { Gazetteer } from './gazetteer.js'
import type { LsoaPlace } from './lsoa-places.js'

/** How many people live in an area. */
export type Population = {
  readonly people: number
  /** The year of the count. */
  readonly year: number
  /** The year of the boundaries that were counted. */
  readonly edition: number
  /** The file or the series that says it. */
  readonly source: string
}

/** Residents by code and year, with the source of each. */
export type Counts = ReadonlyMap<string, ReadonlyMap<number, { readonly people: number; readonly source: string }>>

type Known = Pick<Gazetteer, 'areas' | 'around' | 'lsoasIn' | 'districts'> & { readonly counts: Counts }

/** The residents of an area in the year nearest to the one asked for, its own count or that of its parts. */
export function peopleIn(code: string, year: number | undefined, known: Known): Population | null {
  const own = known.counts.get(code)
  if (own) return countOf([code], nearest([...own.keys()], year), known)
  for (const parts of partings(code, known)) {
    const [first = '', ...others] = parts
    const years = [...(known.counts.get(first)?.keys() ?? [])].filter((each) =>
      others.every((part) => known.counts.get(part)?.has(each)),
    )
    if (first !== '' && years.length > 0) return countOf(parts, nearest(years, year), known)
  }
  return null
}

/** The year nearest to the one wanted, the earlier of two as near; the newest when none is wanted. */
function nearest(years: readonly number[], wanted: number | undefined): number {
  const goal = wanted ?? Number.MAX_SAFE_INTEGER
  return years.toSorted((a, b) => Math.abs(a - goal) - Math.abs(b - goal) || a - b)[0] ?? 0
}

function countOf(parts: readonly string[], year: number, { counts, areas }: Known): Population {
  let people = 0
  const sources = new Set<string>()
  for (const part of parts) {
    const count = counts.get(part)?.get(year)
    people += count?.people ?? 0
    if (count) sources.add(count.source)
  }
  const editions = parts.map((part) => areas.get(part)?.edition ?? 0)
  return { people, year, edition: Math.max(...editions) || year, source: [...sources].join('; ') }
}

/** The ways to make an area of parts that may have been counted: the districts before it, its districts, its LSOAs. */
function* partings(code: string, { areas, around, lsoasIn, districts, counts }: Known): Generator<string[]> {
  const kind = areas.get(code)?.kind
  if (kind === 'lsoa') return
  const whole = districts.filter((area) => area.activeCode === undefined && area.edition > 0)
  const within = kind === 'district' ? whole.filter((area) => area.code === code) : []
  const parts = within.length > 0 ? within : whole.filter((area) => around.get(area.code)?.has(code))
  const counted = parts.flatMap((area) => asCounted(area.code, districts, counts))
  if (kind !== 'ward' && (kind !== 'csp' || isWhole(code, parts, around))) yield counted
  for (const edition of [2021, 2011] as const) yield lsoasOf(lsoasIn.get(code) ?? [], edition, counts)
}

/** A partnership is made of whole districts when it lies in none of which it is only a part. */
function isWhole(code: string, parts: readonly Area[], around: Known['around']): boolean {
  return parts.length > 0 && parts.every(({ code: district }) => around.get(district)?.has(code))
}

/** A district under the codes that were counted: its own, or those of the districts that became it. */
function asCounted(code: string, districts: readonly Area[], counts: Counts): string[] {
  if (counts.has(code)) return [code]
  const before = districts.filter((area) => area.activeCode === code && counts.has(area.code))
  return before.length > 0 ? before.map((area) => area.code) : [code]
}

/** The LSOAs of one census among those of an area. Those of 2011 that live on in 2021 are of both. */
function lsoasOf(inside: readonly LsoaPlace[], edition: 2011 | 2021, counts: Counts): string[] {
  if (edition === 2021) return inside.filter((place) => place.edition === 2021).map(({ lsoa }) => lsoa)
  return inside.filter(({ lsoa, edition: of }) => of === 2011 || counts.has(lsoa)).map(({ lsoa }) => lsoa)
}
