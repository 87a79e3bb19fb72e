import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recovered } from '#modules/disclosure/index.js'
import { areasOf, lsoaPlaces } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake, type StreetRecord } from '#test/support/police-lake.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { type Month, monthAfter, monthsBetween } from '../domain/month.js'
import { yearOf } from '../domain/public-places.js'
import { publicCounts } from './public-counts.js'

const SALFORD = 'E08000006'
const force = 'greater-manchester'
const FIRST = '2023-04'
const QUARTERS = 8
const MONTHS = monthsBetween(FIRST, monthAfter(FIRST, 3 * QUARTERS - 1))

type Place = { readonly ward: string; readonly lsoa: string }

/** Everything that the public is ever shown of crime in the wards and small areas of a district, and what adds up to what. */
class Published {
  readonly cells = new Map<string, { id: string; amount: number | null; least: number; isPublished: boolean }>()
  readonly relations: { terms: [string, number][] }[] = []

  cell(id: string, amount: number | null, isPublished = true): string {
    if (!this.cells.has(id)) this.cells.set(id, { id, amount, least: 0, isPublished })
    return id
  }

  sum(whole: string, parts: readonly string[]): void {
    this.relations.push({ terms: [[whole, -1], ...parts.map((part): [string, number] => [part, 1])] })
  }
}

/** Small numbers in three wards of three small areas each, the same for the same seed. */
async function aDistrict(seed: number): Promise<{ deps: Deps; places: readonly Place[] }> {
  const deps = testDeps(await openTestDb())
  const all = await lsoaPlaces(deps.db)
  const wards = (await areasOf(deps.db, 'ward', SALFORD)).slice(0, 4)
  const places = wards.flatMap(({ code }) => all.filter(({ ward }) => ward === code).slice(0, 3))
  let state = seed
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % most
  }
  const kinds = ['Burglary', 'Robbery', 'Drugs']
  const street = MONTHS.flatMap((month) =>
    places.flatMap(({ lsoa }): StreetRecord[] =>
      Array.from({ length: next(3) === 0 ? next(3) : next(9) }, () => {
        return { force, month, lsoa, type: kinds[next(3)] ?? 'Drugs' }
      }),
    ),
  )
  const also = MONTHS.map((month) => ({ force, month, type: 'street' as const }))
  await fillLake(deps, { release: MONTHS.at(-1) ?? '', street, also })
  return { deps, places: places.map(({ lsoa, ward }) => ({ lsoa, ward: ward ?? '' })) }
}

/** All runs of whole quarters, as successive pages tell them. */
const SPANS = Array.from({ length: QUARTERS }, (_, start) =>
  Array.from({ length: Math.min(4, QUARTERS - start) }, (_, more) => {
    const from = monthAfter(FIRST, 3 * start)
    return { from, to: monthAfter(from, 3 * more + 2) }
  }),
).flat()

async function told(deps: Deps, by: CountBy, slice: Partial<CrimeSlice>): Promise<Map<string, number | null>> {
  const where: CountBy[] = by === 'month' ? ['ward', 'month'] : [by]
  const rows = await publicCounts(deps, { includeAsb: false, forces: [force], ...slice }, where)
  assert.ok(rows.ok)
  const key = (row: { ward?: string | null; lsoa?: string | null; month?: string }) =>
    by === 'month' ? `${row.ward}|${row.month}` : String(by === 'lsoa' ? row.lsoa : row.ward)
  return new Map(rows.value.map((row) => [key(row), row.count]))
}

async function everythingTold(deps: Deps, places: readonly Place[]): Promise<Published> {
  const published = new Published()
  const wards = [...new Set(places.map(({ ward }) => ward))]
  const months = await told(deps, 'month', {})
  const shown = (from: ReadonlyMap<string, number | null>, key: string) => (from.has(key) ? (from.get(key) ?? null) : 0)
  const inMonth = ({ lsoa }: Place, month: Month) => published.cell(`${lsoa}|${month}`, null, false)
  for (const month of MONTHS) {
    for (const ward of wards) {
      const own = published.cell(`${ward}|${month}`, shown(months, `${ward}|${month}`))
      published.sum(
        own,
        places.filter((place) => place.ward === ward).map((place) => inMonth(place, month)),
      )
    }
    const district = await publicCounts(
      deps,
      { includeAsb: false, forces: [force], districts: [SALFORD], from: month, to: month },
      [],
    )
    const whole = published.cell(`district|${month}`, district.ok ? (district.value[0]?.count ?? 0) : 0)
    published.sum(
      whole,
      wards.map((ward) => `${ward}|${month}`),
    )
  }
  for (const { from, to } of SPANS) {
    const span = monthsBetween(from, to)
    const [ofWards, ofLsoas] = [await told(deps, 'ward', { from, to }), await told(deps, 'lsoa', { from, to })]
    for (const ward of wards) {
      const own = published.cell(`${ward}|${from}|${to}`, shown(ofWards, ward))
      published.sum(
        own,
        span.map((month) => `${ward}|${month}`),
      )
    }
    for (const place of places) {
      const own = published.cell(`${place.lsoa}|${from}|${to}`, shown(ofLsoas, place.lsoa))
      published.sum(
        own,
        span.map((month) => inMonth(place, month)),
      )
    }
  }
  for (const { from, to } of SPANS)
    if (from.endsWith('-04') && to.endsWith('-03')) await tellKinds(deps, published, wards, { from, to })
  return published
}

const KINDS = ['Burglary', 'Robbery', 'Drugs']

/** Kinds in wards over years, tied to what districts tell of each year and to the months of the wards. */
async function tellKinds(deps: Deps, published: Published, wards: readonly string[], span: { from: Month; to: Month }) {
  const years = [...new Set(monthsBetween(span.from, span.to).map(yearOf))]
  const rows = await publicCounts(deps, { includeAsb: false, forces: [force], ...span }, ['ward', 'type'])
  assert.ok(rows.ok)
  const inYear = (ward: string, kind: string, year: Month) => published.cell(`${ward}|${kind}|${year}`, null, false)
  for (const ward of wards)
    for (const kind of KINDS) {
      const row = rows.value.find((each) => each.ward === ward && each.type === kind)
      const own = published.cell(`${ward}|${kind}|${span.from}|${span.to}`, row ? row.count : 0)
      published.sum(
        own,
        years.map((year) => inYear(ward, kind, year)),
      )
    }
  if (years.length > 1) return
  for (const kind of KINDS) {
    const slice = { includeAsb: false, forces: [force], districts: [SALFORD], types: [kind], ...span }
    const district = await publicCounts(deps, slice, [])
    const whole = published.cell(`${kind}|${span.from}`, district.ok ? (district.value[0]?.count ?? 0) : 0)
    published.sum(
      whole,
      wards.map((ward) => inYear(ward, kind, span.from)),
    )
  }
  for (const ward of wards)
    published.sum(
      published.cell(`${ward}|${span.from}|${span.to}`, null),
      KINDS.map((kind) => inYear(ward, kind, span.from)),
    )
}

describe('what the public is ever told of small places, put together', () => {
  for (const seed of [7, 11, 2024]) {
    it(`tells no withheld number: months, spans that overlap, small areas in wards in a district (${seed})`, async () => {
      const { deps, places } = await aDistrict(seed)
      const { cells, relations } = await everythingTold(deps, places)
      const withheld = [...cells.values()].filter(({ amount, isPublished }) => amount === null && isPublished)
      assert.ok(withheld.length > 20, 'there is something to find')
      assert.ok([...cells.values()].filter(({ amount }) => amount !== null).length > 20, 'and something to find it by')
      assert.deepEqual(recovered({ cells: [...cells.values()], relations }), [])
      await deps.lake.close()
      await deps.db.close()
    })
  }
})
