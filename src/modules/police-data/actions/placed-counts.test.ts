import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anOfficeOf } from '#test/support/local-crime.js'
import { fillLake } from '#test/support/police-lake.js'
import { bucketsOf, countedBy } from '../data/counts.queries.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { crimeCounts, placeBuckets } from './count-crimes.js'
import { countAhead, placedSource } from './placed-counts.js'
import { totalSource } from './total-counts.js'

const SALFORD = 'E01005600'
const BEDFORD = 'E01017538'
const force = 'greater-manchester'
const own = { forces: [force], includeAsb: false }

async function withCrimes(): Promise<Deps> {
  const deps = testDeps(await openTestDb())
  const crimes = ['2024-01', '2024-02', '2024-03'].flatMap((month) => [
    { force, month, lsoa: SALFORD },
    { force, month, lsoa: SALFORD, type: 'Robbery', outcome: 'Local resolution' },
    { force, month, lsoa: BEDFORD },
    { force, month },
    { force, month, lsoa: SALFORD, type: 'Anti-social behaviour' },
  ])
  await fillLake(deps, { release: '2024-04', street: crimes })
  return deps
}

async function both(deps: Deps, slice: CrimeSlice, by: CountBy[]) {
  const source = await placedSource(deps, slice, by, 1)
  assert.ok(source)
  const records = await crimeCounts(deps, slice, by)
  return [await countedBy(deps.lake, source, slice, by), records.ok && records.value]
}

describe('crimes counted beforehand', () => {
  it('say the same as the records, however they are divided and narrowed', async () => {
    const deps = await withCrimes()
    const bys: CountBy[][] = [
      ...([[], ['month', 'type'], ['district', 'csp', 'outcome'], ['force', 'district']] satisfies CountBy[][]),
      ...([['ward'], ['ward', 'outcome'], ['district', 'ward', 'month']] satisfies CountBy[][]),
    ]
    const slices: CrimeSlice[] = [
      own,
      { ...own, includeAsb: true },
      { ...own, from: '2024-02', to: '2024-02' },
      { ...own, types: ['Robbery'], districts: ['E08000006'] },
      { ...own, outcomes: ['Local resolution'] },
      { ...own, types: ['Drugs'] },
    ]
    for (const slice of slices) {
      for (const by of bys) {
        const [beforehand, records] = await both(deps, slice, by)
        assert.deepEqual(beforehand, records, JSON.stringify([slice, by]))
      }
      const source = await placedSource(deps, slice, [], 1)
      const buckets = await placeBuckets(deps, slice)
      assert.deepEqual(source && (await bucketsOf(deps.lake, source, slice)), buckets.ok && buckets.value)
    }
  })

  it('say the same by ward and LSOA, inside a district and of the whole force', async () => {
    const deps = await withCrimes()
    const slices: CrimeSlice[] = [
      own,
      { ...own, districts: ['E08000006'] },
      { ...own, districts: ['E08000006'], from: '2024-02', types: ['Robbery'] },
      { ...own, lsoas: [SALFORD, BEDFORD], includeAsb: true },
    ]
    for (const slice of slices) {
      for (const by of [['ward'], ['lsoa', 'type'], ['ward', 'month'], ['district', 'lsoa']] satisfies CountBy[][]) {
        const [beforehand, records] = await both(deps, slice, by)
        assert.deepEqual(beforehand, records, JSON.stringify([slice, by]))
      }
    }
  })

  it('are counted anew when a release is imported, and the older file goes', async () => {
    const deps = await withCrimes()
    await both(deps, own, ['month'])
    await fillLake(deps, { release: '2024-05', street: [{ force, month: '2024-03', lsoa: SALFORD }] })
    const [beforehand, records] = await both(deps, own, ['month'])
    assert.deepEqual(beforehand, records)
    assert.equal(readdirSync(join(deps.lake.folder, 'counts')).length, 1)
  })

  it('are made with an import of few forces, every kind of the years it touches, before anybody asks', async () => {
    const deps = await withCrimes()
    const folder = join(deps.lake.folder, 'counts')
    await countAhead(deps, [force, 'kent'], ['2023-12'], 1)
    assert.equal(existsSync(folder), false)
    await countAhead(deps, [force, 'kent'], ['2024-03'], 1)
    const made = readdirSync(folder).sort()
    assert.equal(made.length, 4)
    for (const by of [['month'], ['ward', 'outcome'], ['lsoa', 'type'], ['lsoa']] satisfies CountBy[][]) {
      const [beforehand, records] = await both(deps, own, by)
      assert.deepEqual(beforehand, records)
    }
    assert.deepEqual(readdirSync(folder).sort(), made)
  })

  it('are counted anew with an import of many forces for those that were asked for before', async () => {
    const deps = await withCrimes()
    const folder = join(deps.lake.folder, 'counts')
    const many = ['kent', 'essex', 'surrey', 'sussex', force]
    await countAhead(deps, many, ['2024-03'], 1)
    assert.equal(existsSync(folder), false)
    await both(deps, own, ['ward'])
    const [first] = readdirSync(folder)
    await fillLake(deps, { release: '2024-05', street: [{ force, month: '2024-03', lsoa: SALFORD }] })
    await countAhead(deps, many, ['2024-03'], 1)
    const [second, ...others] = readdirSync(folder)
    assert.notEqual(second, first)
    assert.deepEqual(others, [])
    const [beforehand, records] = await both(deps, own, ['ward'])
    assert.deepEqual(beforehand, records)
  })

  it('are made whole for the force of the office, whatever else an import brings', async () => {
    const deps = await withCrimes()
    await anOfficeOf(deps, { code: 'E23000005', name: 'Greater Manchester' })
    await countAhead(deps, ['kent', 'essex', 'surrey', 'sussex', force], ['2024-03'], 1)
    assert.deepEqual(
      readdirSync(join(deps.lake.folder, 'counts'))
        .sort()
        .map((name) => name.slice(0, -'-0123456789abcdef.parquet'.length)),
      ['district', 'lsoa', 'lsoa-all', 'ward'].map((grain) => `${force}-by-${grain}-2024`),
    )
  })

  it('are kept by the year, and a newer release leaves the other years as they are', async () => {
    const deps = await withCrimes()
    await fillLake(deps, { release: '2024-04', street: [{ force, month: '2023-12', lsoa: SALFORD }] })
    await both(deps, own, ['month'])
    const folder = join(deps.lake.folder, 'counts')
    const before = readdirSync(folder)
    await fillLake(deps, { release: '2024-05', street: [{ force, month: '2024-03', lsoa: SALFORD }] })
    const [beforehand, records] = await both(deps, own, ['month', 'district'])
    assert.deepEqual(beforehand, records)
    const after = readdirSync(folder)
    assert.equal(before.length, 2)
    assert.deepEqual(
      after.filter((name) => before.includes(name)).map((name) => name.slice(0, -'-0123456789abcdef.parquet'.length)),
      [`${force}-by-district-2023`],
    )
  })

  it('tell quarters of the calendar by their first months', async () => {
    const deps = await withCrimes()
    await fillLake(deps, { release: '2024-06', street: [{ force, month: '2024-05', lsoa: SALFORD }] })
    const source = await placedSource(deps, { ...own, lsoas: [SALFORD] }, ['ward', 'lsoa', 'quarter'], 1)
    assert.ok(source)
    const counted = await countedBy(deps.lake, source, { ...own, lsoas: [SALFORD] }, ['lsoa', 'quarter'])
    assert.deepEqual(
      counted.map(({ month, count }) => [month, count]),
      [
        ['2024-01', 6],
        ['2024-04', 1],
      ],
    )
  })

  it('answer nothing of the outcomes of LSOAs, of no earlier day, and not for small forces', async () => {
    const deps = await withCrimes()
    assert.equal(await placedSource(deps, { ...own, lsoas: [SALFORD] }, ['outcome'], 1), undefined)
    assert.equal(await placedSource(deps, { ...own, knownOn: isoDate('2024-06-01') }, [], 1), undefined)
    assert.equal(await placedSource(deps, own, []), undefined)
  })
})

describe('crimes of every import counted beforehand', () => {
  it('say the same as the records of any forces, months and day, and are read of current files alone', async () => {
    const deps = await withCrimes()
    const newer = [
      { force, month: '2024-03', lsoa: SALFORD, type: 'Drugs' },
      { force: 'kent', month: '2024-03' },
    ]
    await fillLake(deps, { release: '2024-05', street: newer })
    const slices: CrimeSlice[] = [
      { includeAsb: true },
      { includeAsb: false, from: '2024-02', to: '2024-03' },
      { includeAsb: false, forces: ['kent'] },
      { includeAsb: true, knownOn: isoDate('2024-04-30') },
      { includeAsb: false, types: ['Drugs', 'Robbery'], outcomes: ['Local resolution', 'Under investigation'] },
    ]
    for (const slice of slices) {
      for (const by of [[], ['month', 'type'], ['force', 'outcome']] satisfies CountBy[][]) {
        const source = await totalSource(deps, slice, by, 1)
        assert.ok(source)
        const records = await crimeCounts(deps, slice, by)
        assert.deepEqual(await countedBy(deps.lake, source, slice, by), records.ok && records.value, `${by}`)
      }
    }
  })

  it('answer nothing that names a place, and little that is as soon counted one by one', async () => {
    const deps = await withCrimes()
    assert.equal(await totalSource(deps, own, ['district'], 1), undefined)
    assert.equal(await totalSource(deps, { ...own, wards: ['E05000001'] }, [], 1), undefined)
    assert.equal(await totalSource(deps, own, []), undefined)
  })
})
