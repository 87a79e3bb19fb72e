import { areasOf, type Boundary, boundariesOf, populationOf } from '#modules/geography/index.js'
import { type CountRow, crimeCounts, placeBuckets } from '#modules/police-data/index.js'
import type { Interval } from '#modules/statistics/index.js'
import { type Change, changeOf } from '../domain/crime-change.js'
import { isIn, type Span } from '../domain/crime-months.js'
import { type People, ratePer } from '../domain/crime-rate.js'
import { type PlaceKind, pathOf } from '../domain/place.js'
import { type LocalCrime, type Reading, sliceOf } from './crime-in-place.js'

/** The crime of one of several areas side by side. */
export type AreaCrime = {
  readonly code: string
  readonly name: string
  /** Its own page, if it has one. */
  readonly path: string | null
  /** In the span; null where it is withheld. */
  readonly count: number | null
  readonly isWithheld: boolean
  readonly change: Change | null
  readonly people: People | null
  /** For each 1,000 people. */
  readonly rate: Interval | null
  readonly outline: Boundary['rings']
}

/** The areas of one kind within a place, with what lies in none of them, so that all adds up. */
export type AreasWithin = {
  readonly kind: PlaceKind | 'lsoa'
  readonly rows: readonly AreaCrime[]
  /** Crimes at points outside the police area, and crimes of which no place is known; only for the whole police area. */
  readonly elsewhere: { readonly outsideArea: number; readonly noLocation: number } | null
  /** The year of the boundaries that are drawn; null where none are known. */
  readonly boundaries: number | null
}

/** Crime in each area of a kind within the place, in the months that the page tells together. */
export async function areasWithin(
  reading: Reading,
  crime: LocalCrime,
  kind: AreasWithin['kind'],
): Promise<AreasWithin> {
  const { db } = reading
  const { place, span, spans } = crime
  const counted = await monthsByArea(reading, crime, kind)
  const inSpan = totalsIn(counted, span)
  const now = spans && totalsIn(counted, spans.now)
  const before = spans && totalsIn(counted, spans.before)
  const all = await areasOf(db, kind, place.code)
  // Records of earlier years carry small areas of the census before: those that are counted stand beside today's.
  const within = kind === 'lsoa' ? all.filter(({ code, edition }) => edition === 2021 || inSpan.has(code)) : all
  const outlines = await boundariesOf(
    db,
    kind,
    within.map(({ code }) => code),
  )
  const outlineOf = new Map(outlines.map((outline) => [outline.code, outline]))
  const rows = await Promise.all(
    within.map(async ({ code, name }): Promise<AreaCrime> => {
      const people = await populationOf(db, code, Number(span.to.slice(0, 4)))
      const count = inSpan.get(code) ?? 0
      return {
        ...{ code, name, count, people, isWithheld: false },
        path: kind === 'lsoa' ? null : pathOf(kind, { code, name }),
        change: now && before ? changeOf(now.get(code) ?? 0, before.get(code) ?? 0) : null,
        rate: ratePer(count, people),
        outline: outlineOf.get(code)?.rings ?? [],
      }
    }),
  )
  return { kind, rows, elsewhere: await elsewhereOf(reading, crime), boundaries: outlines[0]?.edition ?? null }
}

type AreaMonth = { readonly code: string; readonly month: string; readonly count: number }

async function monthsByArea(reading: Reading, crime: LocalCrime, kind: AreasWithin['kind']): Promise<AreaMonth[]> {
  if (kind === 'force') return []
  const { span, spans } = crime
  const from = spans && spans.before.from < span.from ? spans.before.from : span.from
  const counted = await crimeCounts(reading, { ...sliceOf(crime), from, to: span.to }, [kind, 'month'])
  const rows: readonly CountRow[] = counted.ok ? counted.value : []
  return rows.flatMap(({ [kind]: code, month = '', count }) => (code ? [{ code, month, count }] : []))
}

function totalsIn(counted: readonly AreaMonth[], span: Span): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { code, month, count } of counted) if (isIn(span, month)) totals.set(code, (totals.get(code) ?? 0) + count)
  return totals
}

async function elsewhereOf(reading: Reading, crime: LocalCrime): Promise<AreasWithin['elsewhere']> {
  if (crime.place.kind !== 'force') return null
  const { from, to } = crime.span
  const buckets = await placeBuckets(reading, { ...sliceOf(crime), from, to })
  return buckets.ok ? { outsideArea: buckets.value.outsideArea, noLocation: buckets.value.noLocation } : null
}
