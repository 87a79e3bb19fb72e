import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findArea } from './find-area.js'
import { type Gazetteer, gazetteerFrom } from './gazetteer.js'
import { type Lookups, type LsoaRow, NO_LOOKUPS } from './lookups.js'

const named = (code: string, name: string) => ({ code, name })
const WESSEX = named('E23000023', 'Cambridgeshire')

/** A made-up county: Casterbridge with one partnership, Budmouth with two, and Old Weatherbury that became Casterbridge. */
function aCounty(change: Partial<Lookups> = {}): Gazetteer {
  const row = (lsoa: string, district: string, rest: Partial<LsoaRow> = {}): LsoaRow => ({
    ...{
      lsoa,
      name: `${district} ${lsoa.slice(-2)}`,
      lsoaEdition: 2021,
      ward: null,
      district,
      csp: null,
      edition: 2024,
    },
    ...rest,
  })
  return gazetteerFrom({
    ...NO_LOOKUPS,
    links: [
      {
        edition: 2024,
        areas: { district: named('E07000901', 'Casterbridge'), csp: named('E22000901', 'Casterbridge'), force: WESSEX },
      },
      {
        edition: 2024,
        areas: { district: named('E07000902', 'Budmouth'), csp: named('E22000902', 'Budmouth East'), force: WESSEX },
      },
      {
        edition: 2024,
        areas: { district: named('E07000902', 'Budmouth'), csp: named('E22000903', 'Budmouth West'), force: WESSEX },
      },
    ],
    codes: [{ ...named('E07000801', 'Weatherbury'), active: 'E07000901', from: null, until: null, parents: {} }],
    lsoas: [
      row('E01000001', 'E07000901', { ward: 'E05000001' }),
      row('E01000002', 'E07000801', { ward: 'E05000002' }),
      row('E01000003', 'E07000902', { csp: 'E22000903' }),
      row('E01000004', 'E07000902', { ward: 'E05000004' }),
      row('E01000005', 'E07000902', { ward: 'E05000005' }),
      row('E01000006', 'E07000902', { ward: 'E05000005' }),
    ],
    changes: [
      { lsoa11: 'E01000001', name: 'Casterbridge 01', change: 'U', lsoa21: 'E01000001', district: null },
      ...['E01000004', 'E01000005', 'E01000006'].map((lsoa21) => ({
        ...{ lsoa11: 'E01000091', name: 'Budmouth 91', change: 'S', lsoa21, district: null },
      })),
    ],
    ...change,
  })
}

const placeOf = ({ places }: Gazetteer, lsoa: string) => places.find((each) => each.lsoa === lsoa)

describe('where a small area lies', () => {
  it('is the district in use, its only partnership and its force, also by an old code of the district', () => {
    const county = aCounty()
    const here = { district: 'E07000901', csp: 'E22000901', force: 'E23000023', edition: 2021 }
    for (const lsoa of ['E01000001', 'E01000002']) assert.partialDeepStrictEqual(placeOf(county, lsoa), here)
  })

  it('has a partnership in a district of several only where the lookup says which', () => {
    const county = aCounty()
    assert.equal(placeOf(county, 'E01000003')?.csp, 'E22000903')
    assert.equal(placeOf(county, 'E01000004')?.csp, null)
  })

  it('is, for one that was split, with most of its parts, and each code stands once', () => {
    const { places } = aCounty()
    const split = places.find(({ lsoa }) => lsoa === 'E01000091')
    assert.deepEqual([split?.edition, split?.ward, split?.district], [2011, 'E05000005', 'E07000902'])
    assert.equal(new Set(places.map(({ lsoa }) => lsoa)).size, places.length)
  })

  it('follows the newest lookup, and keeps the ward that a newer one leaves out', () => {
    const base = { lsoa: 'E01000001', name: '', lsoaEdition: 2021, csp: null } as const
    const older = { ...base, ward: 'E05000001', district: 'E07000901', edition: 2024 }
    const moved = { ...base, ward: 'E05000077', district: 'E07000902', edition: 2025 }
    for (const lsoas of [
      [older, moved],
      [moved, older],
    ])
      assert.equal(placeOf(aCounty({ lsoas }), 'E01000001')?.ward, 'E05000077')
    const silent = { ...base, ward: null, district: 'E07000901', edition: 2025 }
    assert.equal(placeOf(aCounty({ lsoas: [older, silent] }), 'E01000001')?.ward, 'E05000001')
  })

  it('does not depend on the order of the parts of a split', () => {
    const parts = ['E01000004', 'E01000005', 'E01000006'].map((lsoa21) => ({
      ...{ lsoa11: 'E01000091', name: '', change: 'S', lsoa21, district: null },
    }))
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 3 }), (changes) => {
        assert.equal(placeOf(aCounty({ changes }), 'E01000091')?.ward, 'E05000005')
      }),
    )
  })
})

describe('finding an area', () => {
  it('takes a code, a name and an old code or name, in any case', () => {
    const county = aCounty()
    for (const text of ['E07000901', 'e07000901', 'casterbridge', 'E07000801', ' Weatherbury '])
      assert.partialDeepStrictEqual(findArea(county, 'district', text), { ok: true, value: { code: 'E07000901' } })
  })

  it('gives the nearest names of one that nobody knows', () => {
    const found = findArea(aCounty(), 'district', 'Castrbridge')
    assert.ok(!found.ok && found.error.code === 'unknown')
    assert.deepEqual(
      found.error.nearest.map(({ name }) => name),
      ['Casterbridge'],
    )
  })

  it('knows a force by its slug and by what publishers call it', () => {
    for (const text of ['cambridgeshire', 'Cambridgeshire Constabulary', 'E23000023', 'Cambridgeshire & Peterborough'])
      assert.partialDeepStrictEqual(findArea(aCounty(), 'force', text), { ok: true, value: { code: 'E23000023' } })
  })
})

it('leads from a code newer than the lookups to the one that they know', () => {
  const codes = [
    { ...named('E07000901', 'Casterbridge'), active: 'E07000999', from: null, until: null, parents: {} },
    { ...named('E07000999', 'Casterbridge'), active: 'E07000999', from: null, until: null, parents: {} },
  ]
  const found = findArea(aCounty({ codes }), 'district', 'E07000999')
  assert.ok(found.ok)
  assert.equal(found.value.code, 'E07000901')
})
