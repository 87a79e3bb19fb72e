import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake } from '#test/support/police-lake.js'
import { countStops } from './stops.cli.js'

let deps: Deps
const counts = async (...words: string[]) => ask(countStops, deps, ...words)

before(async () => {
  deps = testDeps(await openTestDb())
  const british = 'White - English/Welsh/Scottish/Northern Irish/British'
  const force = 'kent'
  await fillLake(deps, {
    release: '2024-06',
    stops: [
      { force, month: '2024-04', selfEthnicity: british, officerEthnicity: 'White', outcome: 'Arrest', linked: true },
      { force, month: '2024-04', selfEthnicity: 'White - Irish', officerEthnicity: 'White' },
      { force, month: '2024-04', selfEthnicity: 'Other ethnic group - Not stated', officerEthnicity: 'Black' },
      { force, month: '2024-04', type: 'Vehicle search', gender: null, age: null, outcome: null },
      { force, month: '2024-05', selfEthnicity: 'Asian or Asian British - Chinese (A4)', outcome: 'Suspect arrested' },
    ],
  })
})
after(async () => {
  await deps.lake.close()
  await deps.db.close()
})

describe('stops counts', () => {
  it('puts ethnicity in five groups, with what was not stated and what is unknown apart', async () => {
    const { data } = await counts('--by', 'month,ethnicity', '--force', 'Kent')
    assert.deepEqual(data, [
      { month: '2024-04', ethnicity: 'Not stated', count: 1 },
      { month: '2024-04', ethnicity: 'White', count: 2 },
      { month: '2024-04', ethnicity: null, count: 1 },
      { month: '2024-05', ethnicity: 'Asian', count: 1 },
    ])
  })

  it('goes by the officer’s word when asked', async () => {
    const { data } = await counts('--by', 'ethnicity', '--ethnicity', 'officer')
    assert.deepEqual(data, [
      { ethnicity: 'Black', count: 1 },
      { ethnicity: 'White', count: 2 },
      { ethnicity: null, count: 2 },
    ])
  })

  it('keeps outcomes as published, and has one name for all years beside', async () => {
    assert.deepEqual((await counts('--by', 'outcome')).data, [
      { outcome: 'Arrest', count: 3 },
      { outcome: 'Suspect arrested', count: 1 },
      { outcome: null, count: 1 },
    ])
    assert.deepEqual((await counts('--by', 'outcome-group')).data, [
      { 'outcome-group': 'Arrest', count: 4 },
      { 'outcome-group': null, count: 1 },
    ])
  })

  it('says whether what was looked for was found, and where nobody recorded it', async () => {
    const { data, lines } = await counts('--by', 'find')
    assert.deepEqual(data, [
      { find: true, count: 1 },
      { find: null, count: 4 },
    ])
    assert.deepEqual(lines, ['FIND     COUNT', 'true         1', 'unknown      4', 'Total        5'])
  })

  it('counts only the kind of search, object, outcome or law asked for', async () => {
    const total = async (...words: string[]) => (await counts(...words)).data
    assert.deepEqual(await total('--type', 'vehicle search'), [{ count: 1 }])
    assert.deepEqual(await total('--outcome', 'Arrest', '--to', '2024-04'), [{ count: 3 }])
    assert.deepEqual(await total('--object', 'Fireworks'), [{ count: 0 }])
    assert.deepEqual(await total('--force', 'essex'), [])
  })

  it('adds up to all stops whatever it is divided by', async () => {
    for (const by of ['age', 'gender,object', 'legislation', 'self-ethnicity,officer-ethnicity', 'force,type,month']) {
      const rows = (await counts('--by', by)).data as { count: number }[]
      assert.equal(
        rows.reduce((sum, { count }) => sum + count, 0),
        5,
        by,
      )
    }
  })

  it('refuses what it does not know', async () => {
    await assert.rejects(counts('--by', 'district'), UsageError)
    await assert.rejects(counts('--ethnicity', 'both'), UsageError)
    assert.equal((await counts('--force', 'nowhere')).refused, true)
    assert.match((await counts('--from', '2024-05', '--to', '2024-04')).said[0] ?? '', /wrong way round/)
  })
})
