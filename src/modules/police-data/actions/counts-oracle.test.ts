import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { crimeCounts, placeBuckets } from './count-crimes.js'
import { outcomeJoin } from './count-outcomes.js'
import { stopCounts } from './count-stops.js'
import { importPoliceFiles } from './import-police-files.js'

/** Real files of one force, kept beside the repository where it is worked on; elsewhere there is nothing to try. */
const FILES = join(import.meta.dirname, '../../../../../../shared/data/police-uk')
const skip = existsSync(FILES) ? false : 'the real files are not here'

let deps: Deps
const year = { from: '2024-01', to: '2024-12' }
const counts = async (by: CountBy[], slice: Partial<CrimeSlice>) => {
  const rows = await crimeCounts(deps, { includeAsb: false, forces: ['cambridgeshire'], ...slice }, by)
  assert.ok(rows.ok)
  return rows.value
}

it('finds the real files beside it', { skip }, () => assert.ok(existsSync(FILES)))

describe('the real files of Cambridgeshire', { skip }, () => {
  before(async () => {
    deps = testDeps(await openTestDb())
    const months = ['2025-01', '2025-02', '2025-03'].map((month) => join(FILES, 'release-to-2025-09', month))
    const older = await importPoliceFiles(deps, SYSTEM, { paths: months, release: '2025-09' })
    const newer = await importPoliceFiles(deps, SYSTEM, {
      paths: [join(FILES, 'release-to-2025-11')],
      release: '2025-11',
    })
    assert.ok(older.ok && newer.ok)
  })
  after(async () => {
    await deps.lake.close()
    await deps.db.close()
  })

  it('count by month as reconciled by hand', async () => {
    const months = (await counts(['month'], year)).map(({ count }) => count)
    assert.deepEqual(months, [5245, 5531, 5957, 5858, 6329, 6094, 6537, 6155, 5671, 5758, 5383, 5104])
    const withAsb = (await counts(['month'], { ...year, includeAsb: true })).map(({ count }) => count)
    assert.deepEqual(withAsb.slice(0, 3), [6116, 6499, 6993])
  })

  it('count by district, with what lies outside the area and nowhere', async () => {
    const named = (rows: Awaited<ReturnType<typeof counts>>) =>
      Object.fromEntries(rows.map(({ districtName, count }) => [districtName, count]))
    const districts = { Peterborough: 22463, Cambridge: 14922, Huntingdonshire: 9776, Fenland: 7883 }
    const others = { 'South Cambridgeshire': 7213, 'East Cambridgeshire': 4130, null: 3235 }
    assert.deepEqual(named(await counts(['district'], year)), { ...districts, ...others })
    assert.deepEqual(named(await counts(['district'], { ...year, includeAsb: true })), {
      ...{ Peterborough: 27143, Cambridge: 17247, Huntingdonshire: 11979, Fenland: 9306 },
      ...{ 'South Cambridgeshire': 8891, 'East Cambridgeshire': 5169, null: 3286 },
    })
    const buckets = await placeBuckets(deps, { includeAsb: false, ...year })
    assert.deepEqual(buckets, { ok: true, value: { inArea: 66387, outsideArea: 474, noLocation: 2761 } })
    assert.deepEqual(await counts([], { from: '2024-04', to: '2025-03' }), [{ count: 69350 }])
    assert.deepEqual(await counts([], { ...year, includeAsb: true }), [{ count: 83021 }])
  })

  it('meet their outcomes per Crime ID', async () => {
    const join2024 = await outcomeJoin(deps, { forces: ['cambridgeshire'], ...year })
    assert.ok(join2024.ok)
    const { streetIds, eventIds, idsInBoth } = join2024.value
    assert.deepEqual([streetIds, eventIds, idsInBoth], [69622, 65823, 61818])
  })

  it('hold stops in the month of the clock at home', async () => {
    const rows = await stopCounts(deps, {}, ['month'])
    assert.ok(rows.ok)
    assert.deepEqual(
      rows.value.map(({ count }) => count),
      [206, 228, 283, 197, 239, 236, 288, 223, 234, 296],
    )
  })
})
