import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setOfficeRule } from '#modules/disclosure/index.js'
import { areasOf, lsoaPlaces } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { fillLake, type StreetRecord } from '#test/support/police-lake.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { monthsBetween } from '../domain/month.js'
import { publicCounts } from './public-counts.js'

const SALFORD = 'E08000006'
const force = 'greater-manchester'
const month = '2024-05'
const YEAR = { from: '2024-04', to: '2025-03' }
/** The other months of the year are held too; crimes stand only in the first quarter. */
const also = monthsBetween(YEAR.from, YEAR.to).map((each) => ({ force, month: each, type: 'street' as const }))

let deps: Deps
let wards: { code: string; lsoa: string }[]

const many = (count: number, record: Omit<StreetRecord, 'month' | 'force'>): StreetRecord[] =>
  Array.from({ length: count }, () => ({ ...record, force, month }))
const counts = async (by: CountBy[], slice: Partial<CrimeSlice> = {}) => {
  const result = await publicCounts(deps, { includeAsb: false, forces: [force], ...YEAR, ...slice }, by)
  return result.ok ? result.value : result.error.code
}
const inWard = async (at: number, type: string) => {
  const rows = await counts(['ward'], { types: [type], wards: [wards[at]?.code ?? ''] })
  return Array.isArray(rows) ? rows[0]?.count : rows
}

before(async () => {
  deps = testDeps(await openTestDb())
  const places = await lsoaPlaces(deps.db)
  const found = (await areasOf(deps.db, 'ward', SALFORD)).slice(0, 3)
  wards = found.map(({ code }) => ({ code, lsoa: places.find(({ ward }) => ward === code)?.lsoa ?? '' }))
  const [first, second, third] = wards.map(({ lsoa }) => lsoa)
  const street = [
    ...many(3, { lsoa: first ?? '', type: 'Robbery' }),
    ...many(30, { lsoa: first ?? '' }),
    ...many(20, { lsoa: second ?? '', type: 'Robbery' }),
    ...many(25, { lsoa: second ?? '' }),
    ...many(60, { lsoa: third ?? '', type: 'Robbery' }),
    ...many(70, { lsoa: third ?? '' }),
    ...many(2, { lsoa: first ?? '', type: 'Anti-social behaviour' }),
    ...many(9, { lsoa: second ?? '', type: 'Anti-social behaviour' }),
    ...many(11, { lsoa: third ?? '', type: 'Anti-social behaviour' }),
  ]
  await fillLake(deps, { release: '2025-03', street, also })
})
after(async () => {
  await deps.lake.close()
  await deps.db.close()
})

describe('counts for the public', () => {
  it('are shown as they are for districts', async () => {
    const rows = await counts(['district', 'type'])
    assert.ok(Array.isArray(rows))
    assert.deepEqual(
      rows.map(({ type, count }) => [type, count]),
      [
        ['Burglary', 125],
        ['Robbery', 83],
      ],
    )
  })

  it('withhold a small number of a ward, and three others by which it could be worked out', async () => {
    const rows = await counts(['ward', 'type'])
    assert.ok(Array.isArray(rows))
    assert.equal(rows.filter(({ isWithheld }) => isWithheld).length, 4)
    assert.ok(rows.every(({ count, isWithheld }) => (count === null) === isWithheld))
  })

  it('withhold the same when only one kind, or only one ward, is asked for', async () => {
    assert.equal(await inWard(0, 'Robbery'), null)
    assert.equal(await inWard(0, 'Burglary'), null)
    assert.equal(await inWard(2, 'Robbery'), 60)
    const rows = await counts(['ward'])
    assert.deepEqual(Array.isArray(rows) && rows.map(({ count }) => count), [33, 45, 130])
  })

  it('have anti-social behaviour in a table of its own', async () => {
    const rows = await counts(['ward'], { types: ['Anti-social behaviour'] })
    assert.ok(Array.isArray(rows))
    const [small, ...others] = rows.map(({ count }) => count)
    assert.equal(small, null)
    assert.ok(others.includes(null))
  })

  it('do not tell the noughts of a place that is withheld whole', async () => {
    const own = testDeps(await openTestDb())
    const [first, second, third] = wards.map(({ lsoa }) => lsoa)
    const street = [
      ...many(2, { lsoa: first ?? '' }),
      ...many(30, { lsoa: second ?? '' }),
      ...many(20, { lsoa: second ?? '', type: 'Robbery' }),
      ...many(90, { lsoa: third ?? '', type: 'Robbery' }),
    ]
    await fillLake(own, { release: '2025-03', street, also })
    const rows = await publicCounts(own, { includeAsb: false, forces: [force], ...YEAR }, ['ward', 'type'])
    const code = wards[0]?.code
    const of = rows.ok ? rows.value.filter(({ ward }) => ward === code) : []
    assert.deepEqual(
      of.map(({ type, count }) => [type, count]),
      [
        ['Burglary', null],
        ['Robbery', null],
      ],
    )
    await own.lake.close()
    await own.db.close()
  })

  it('tell outcomes in their groups, so that rare ones do not withhold all the others', async () => {
    const own = testDeps(await openTestDb())
    const street = wards.flatMap(({ lsoa }, at) => [
      ...many(40 + at, { lsoa, outcome: 'Unable to prosecute suspect' }),
      ...many(2, { lsoa, outcome: 'Offender given a caution' }),
      ...many(7, { lsoa, outcome: 'Local resolution' }),
      ...many(1, { lsoa, outcome: 'Offender given penalty notice' }),
    ])
    await fillLake(own, { release: '2025-03', street, also })
    const rows = await publicCounts(own, { includeAsb: false, forces: [force], ...YEAR }, ['ward', 'outcome'])
    const of = rows.ok ? rows.value.filter(({ ward }) => ward === wards[0]?.code) : []
    assert.deepEqual(of.map(({ outcome, count }) => [outcome, count]).sort(), [
      ['Dealt with out of court', 10],
      ['Suspect could not be prosecuted', 40],
    ])
    await own.lake.close()
    await own.db.close()
  })

  it('are refused where several things would divide a small place', async () => {
    assert.equal(await counts(['ward', 'type', 'month']), 'too-fine')
    assert.equal(await counts(['lsoa', 'month'], { types: ['Robbery'] }), 'too-fine')
    assert.equal(await counts(['ward'], { types: ['Robbery', 'Burglary'] }), 'too-fine')
    assert.equal(await counts(['ward'], { includeAsb: true }), 'too-fine')
  })

  it('are refused for months that are not whole quarters, or not all held', async () => {
    assert.equal(await counts(['ward'], { to: '2025-02' }), 'not-whole')
    assert.equal(await counts(['ward'], { to: '2025-06' }), 'not-whole')
    assert.equal(await counts(['ward', 'type'], { to: '2024-06' }), 'not-whole')
  })

  it('keep to the office’s own rule once it has one', async () => {
    const own = { suppressBelow: 40, showsZero: true, reason: 'Small places' }
    assert.ok((await setOfficeRule(deps, SYSTEM, own)).ok)
    const rows = await counts(['ward'])
    assert.deepEqual(Array.isArray(rows) && rows.map(({ isWithheld }) => isWithheld), [true, true, false])
  })
})
