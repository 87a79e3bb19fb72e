import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'node:test'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import type { Deps } from '#platform/deps.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake } from '#test/support/police-lake.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { crimeCounts, placeBuckets } from './count-crimes.js'

// LSOAs in the areas of two forces.
const PETERBOROUGH = 'E01015589'
const BEDFORD = 'E01017538'
const SPLIT_SINCE_2011 = 'E01015602'

let deps: Deps
const counts = async (by: CountBy[], slice: Partial<CrimeSlice> = {}) => {
  const result = await crimeCounts(deps, { includeAsb: false, ...slice }, by)
  assert.ok(result.ok)
  return result.value
}
const total = async (slice: Partial<CrimeSlice> = {}) => (await counts([], slice))[0]?.count

describeOnEachDatabase('crimes counted', (open) => {
  beforeEach(async () => {
    deps = testDeps(await open())
    const asb = { type: 'Anti-social behaviour', month: '2024-01' }
    await fillLake(deps, {
      release: '2024-03',
      street: [
        { month: '2024-01', lsoa: PETERBOROUGH },
        { month: '2024-01', lsoa: PETERBOROUGH, type: 'Robbery' },
        { month: '2024-01', lsoa: BEDFORD },
        { month: '2024-01' },
        { month: '2024-01', lsoa: 'E01999999' },
        { ...asb, lsoa: PETERBOROUGH },
        { month: '2024-02', lsoa: PETERBOROUGH },
        { month: '2024-03', lsoa: SPLIT_SINCE_2011 },
        { force: 'bedfordshire', month: '2024-01', lsoa: BEDFORD },
        { force: 'bedfordshire', month: '2024-01', lsoa: PETERBOROUGH },
        { force: 'btp', month: '2024-01', lsoa: PETERBOROUGH },
      ],
    })
  })
  afterEach(async () => {
    await deps.lake.close()
  })

  it('add up to the total of the force, with one row for what has no area', async () => {
    const rows = await counts(['district'], { forces: ['cambridgeshire'], to: '2024-01' })
    assert.deepEqual(rows, [
      { district: 'E06000031', districtName: 'Peterborough', count: 2 },
      { district: null, districtName: null, count: 3 },
    ])
    assert.equal(await total({ forces: ['cambridgeshire'], to: '2024-01' }), 5)
  })

  it('belong to the force that reported them, and to no district of another', async () => {
    const rows = await counts(['force', 'district'], { to: '2024-01' })
    assert.deepEqual(
      rows.map(({ force, districtName, count }) => [force, districtName, count]),
      [
        ['bedfordshire', 'Bedford', 1],
        ['bedfordshire', null, 1],
        ['btp', 'Peterborough', 1],
        ['cambridgeshire', 'Peterborough', 2],
        ['cambridgeshire', null, 3],
      ],
    )
  })

  it('of a district leave out what another force reported there, but not what a force without a territory did', async () => {
    assert.equal(await total({ districts: ['E06000031'], to: '2024-01' }), 3)
    assert.equal(await total({ districts: ['E06000031'], forces: ['cambridgeshire'], to: '2024-01' }), 2)
  })

  it('tell apart those outside the area and those without a place', async () => {
    const result = await placeBuckets(deps, { includeAsb: false, forces: ['cambridgeshire'], to: '2024-01' })
    assert.deepEqual(result, { ok: true, value: { inArea: 2, outsideArea: 2, noLocation: 1 } })
  })

  it('of a small area of 2011 that was split since count in the district that it lies in today', async () => {
    const rows = await counts(['district', 'lsoa'], { forces: ['cambridgeshire'], from: '2024-03', to: '2024-03' })
    assert.deepEqual(rows, [
      {
        ...{ district: 'E06000031', districtName: 'Peterborough' },
        ...{ lsoa: SPLIT_SINCE_2011, lsoaName: 'Peterborough 014C', count: 1 },
      },
    ])
  })

  it('leave anti-social behaviour out unless it is asked for', async () => {
    const own = { forces: ['cambridgeshire'] }
    assert.equal(await total(own), 7)
    assert.equal(await total({ ...own, includeAsb: true }), 8)
    assert.equal(await total({ ...own, types: ['Anti-social behaviour'] }), 1)
    assert.equal(await total({ ...own, types: ['Robbery'], includeAsb: true }), 2)
  })

  it('are sorted by what they are divided by, in the order asked', async () => {
    const rows = await counts(['month', 'type', 'outcome'], { forces: ['cambridgeshire'], includeAsb: true })
    assert.deepEqual(rows, [
      { month: '2024-01', type: 'Anti-social behaviour', outcome: null, count: 1 },
      { month: '2024-01', type: 'Burglary', outcome: 'Under investigation', count: 4 },
      { month: '2024-01', type: 'Robbery', outcome: 'Under investigation', count: 1 },
      { month: '2024-02', type: 'Burglary', outcome: 'Under investigation', count: 1 },
      { month: '2024-03', type: 'Burglary', outcome: 'Under investigation', count: 1 },
    ])
  })

  it('are none, not missing, where a slice holds no crime', async () => {
    assert.equal(await total({ forces: ['kent'] }), 0)
    assert.deepEqual(await counts(['month'], { forces: ['kent'] }), [])
  })

  it('are refused for months that stand the wrong way round', async () => {
    const result = await crimeCounts(deps, { includeAsb: false, from: '2024-03', to: '2024-01' }, ['month'])
    assert.deepEqual(result, { ok: false, error: { code: 'wrong-way-round', from: '2024-03', to: '2024-01' } })
  })
})

describeOnEachDatabase('crimes as known on a day', (open) => {
  it('are those of the newest release by then', async () => {
    const own = testDeps(await open())
    await fillLake(own, { release: '2024-09', street: [{ month: '2024-05', lsoa: PETERBOROUGH }] })
    await fillLake(own, {
      release: '2024-11',
      street: [
        { month: '2024-05', lsoa: PETERBOROUGH },
        { month: '2024-05', lsoa: PETERBOROUGH },
      ],
    })
    await fillLake(own, { release: '2024-10', street: [], also: [{ month: '2024-05', type: 'street' }] })
    const on = async (knownOn?: IsoDate) => {
      const result = await crimeCounts(own, { includeAsb: false, ...(knownOn && { knownOn }) }, [])
      return result.ok && result.value[0]?.count
    }
    assert.deepEqual(
      [await on(isoDate('2024-09-29')), await on(isoDate('2024-09-30')), await on(isoDate('2024-10-31')), await on()],
      [0, 1, 0, 2],
    )
    await own.lake.close()
  })
})
