import { officeRule } from '#modules/disclosure/index.js'
import { areasOf, type Boundary, boundariesOf, populationOf } from '#modules/geography/index.js'
import { crimeCounts, placeBuckets } from '#modules/police-data/index.js'
import type { Interval } from '#modules/statistics/index.js'
import { type Change, changeOf } from '../domain/crime-change.js'
import { type ShownCounts, totals } from '../domain/crime-kinds.js'
import type { Span } from '../domain/crime-months.js'
import { type People, ratePer } from '../domain/crime-rate.js'
import { type PlaceKind, pathOf } from '../domain/place.js'
import { type CrimeQuestion, type LocalCrime, type Reading, sliceOf } from './crime-in-place.js'
import { shownCounts } from './shown-counts.js'

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

/** The kinds of area that a page sets side by side. */
export type AreaKindWithin = Exclude<PlaceKind, 'force'> | 'lsoa'

/** The areas of one kind within a place, with what lies in none of them, so that all adds up. */
export type AreasWithin = {
  readonly kind: AreaKindWithin
  readonly rows: readonly AreaCrime[]
  /** Crimes at points outside the police area, and crimes of which no place is known; only for the whole police area. */
  readonly elsewhere: { readonly outsideArea: number; readonly noLocation: number } | null
  /** The year of the boundaries that are drawn; null where none are known. */
  readonly boundaries: number | null
}

/** Which crimes of a place are told, in which months, and which of those can be held against the year before. */
export type CrimeInSpan = CrimeQuestion & Pick<LocalCrime, 'span' | 'spans'>

/** Crime in each area of a kind within the place, in the months that the page tells together; small numbers withheld. */
export async function areasWithin(reading: Reading, crime: CrimeInSpan, kind: AreaKindWithin): Promise<AreasWithin> {
  const { db } = reading
  const { place, span } = crime
  const { inSpan, now, before } = await countsOf(reading, crime, kind)
  const { showsZero } = await officeRule(db)
  const countOf = (counts: ShownCounts, code: string) =>
    counts.get(code) ?? (counts.has(code) || (!showsZero && isSmall(kind)) ? null : 0)
  const all = await areasOf(db, kind, place.code)
  // Records of earlier years carry small areas of the census before: those that are counted stand beside today's.
  const within = kind === 'lsoa' ? all.filter(({ code, edition }) => edition === 2021 || inSpan.has(code)) : all
  const codes = within.map(({ code }) => code)
  const outlines = new Map((await boundariesOf(db, kind, codes)).map((outline) => [outline.code, outline]))
  const rows = await Promise.all(
    within.map(async ({ code, name }): Promise<AreaCrime> => {
      const people = await populationOf(db, code, Number(span.to.slice(0, 4)))
      const count = countOf(inSpan, code)
      return {
        ...{ code, name, count, people, isWithheld: count === null },
        path: kind === 'lsoa' ? null : pathOf(kind, { code, name }),
        change: now && before ? changeOf(countOf(now, code), countOf(before, code)) : null,
        rate: ratePer(count, people),
        outline: outlines.get(code)?.rings ?? [],
      }
    }),
  )
  const boundaries = [...outlines.values()][0]?.edition ?? null
  return { kind, rows, elsewhere: await elsewhereOf(reading, crime), boundaries }
}

type Counts = { readonly inSpan: ShownCounts; readonly now?: ShownCounts; readonly before?: ShownCounts }

/** Counts of the areas over the span and the compared months: of larger areas by one question, of small ones as shown. */
async function countsOf(reading: Reading, crime: CrimeInSpan, kind: AreaKindWithin): Promise<Counts> {
  const { span, spans } = crime
  if (kind === 'ward' || kind === 'lsoa') {
    const shownIn = ({ from, to }: Span) => shownCounts(reading, { ...sliceOf(crime), from, to }, kind)
    const inSpan = await shownIn(span)
    return spans ? { inSpan, now: await shownIn(spans.now), before: await shownIn(spans.before) } : { inSpan }
  }
  const from = spans && spans.before.from < span.from ? spans.before.from : span.from
  const counted = await crimeCounts(reading, { ...sliceOf(crime), from, to: span.to }, [kind, 'month'])
  const rows = (counted.ok ? counted.value : []).flatMap(({ [kind]: code, month = '', count }) =>
    code ? [{ of: code, month, count }] : [],
  )
  const inSpan = totals(rows, span)
  return spans ? { inSpan, now: totals(rows, spans.now), before: totals(rows, spans.before) } : { inSpan }
}

const isSmall = (kind: AreaKindWithin) => kind === 'ward' || kind === 'lsoa'

async function elsewhereOf(reading: Reading, crime: CrimeInSpan): Promise<AreasWithin['elsewhere']> {
  if (crime.place.kind !== 'force') return null
  const { from, to } = crime.span
  const buckets = await placeBuckets(reading, { ...sliceOf(crime), from, to })
  return buckets.ok ? { outsideArea: buckets.value.outsideArea, noLocation: buckets.value.noLocation } : null
}

/** Rates are told where the residents of every area are known; else counts, so that all areas are told alike. */
export function areRated(rows: readonly AreaCrime[]): boolean {
  return rows.some(({ rate }) => rate) && rows.every(({ people }) => people !== null)
}
