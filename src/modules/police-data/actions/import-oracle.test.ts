import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { openTestDb } from '#test/support/databases.js'
import { importingOffice } from '#test/support/police-import.js'

/** Real files of several forces, kept beside the repository where it is worked on; elsewhere there is nothing to try. */
const FILES = join(import.meta.dirname, '../../../../../../shared/data/police-uk')
const skip = existsSync(FILES) ? false : 'the real files are not here'
const office = importingOffice(openTestDb, isoDate('2025-12-31'))
const { taken, rows } = office

it('finds the real files beside it', { skip }, () => assert.ok(existsSync(FILES)))

describe('the real files of several forces', { skip }, () => {
  it('log 66 and 57 changed outcomes between two releases, and nothing else', async () => {
    await taken([join(FILES, 'release-to-2025-09')])
    const outcome = await taken([join(FILES, 'release-to-2025-11')])
    assert.deepEqual([outcome.release, outcome.files.taken, outcome.setAside.length], ['2025-11', 34, 0])
    const changed = (month: string) => {
      const of = outcome.changes.filter((change) => change.month === month)
      assert.deepEqual([...new Set(of.map(({ kind }) => kind))], ['outcome'])
      return of.reduce((sum, { crimes }) => sum + crimes, 0)
    }
    assert.deepEqual([changed('2024-10'), changed('2024-11'), outcome.rows.street], [66, 57, 83_021])
    const again = await taken([join(FILES, 'custom-download-zip', 'cambridgeshire_2024-01_2024-03.assembled.zip')])
    assert.deepEqual([again.number, again.files.known], [null, 9], 'the ZIP holds what is there already')
    const older = await taken([join(FILES, 'release-to-2025-09', '2024-10')], '2025-09')
    assert.equal(older.number, null, 'an older release that is known changes nothing')
  })

  it('keep every row: Crime IDs that repeat, old LSOAs, outcomes without a location, CRLF and LF', async () => {
    const outcome = await taken([
      join(FILES, 'city-of-london-2018-2021'),
      join(FILES, 'other-forces'),
      join(FILES, 'cambridgeshire-outcomes-2019-2020'),
    ])
    assert.deepEqual(outcome.forces, ['avon-and-somerset', 'cambridgeshire', 'city-of-london'])
    assert.deepEqual([outcome.setAside, outcome.gaps.length], [[], 0])
    const avon = await rows<{ n: number; ids: number }>(
      'street',
      'count(*) as n, count(crime_id) - count(distinct crime_id) as ids',
      { forces: ['avon-and-somerset'] },
    )
    assert.deepEqual(avon, [{ n: 16_787, ids: 444 }])
    const march = await rows<{ n: number; repeats: number; nowhere: number }>(
      'outcomes',
      `count(*) as n, count(*) - count(distinct crime_id) as repeats,
        count(*) filter (longitude is null and location <> 'No location') as nowhere`,
      { forces: ['cambridgeshire'], from: '2019-03', to: '2019-03' },
    )
    assert.deepEqual(march, [{ n: 6327, repeats: 250, nowhere: 0 }])
    const ids = await rows<{ wrong: number }>(
      'street',
      "count(*) filter ((crime_id is null) <> (type = 'Anti-social behaviour')) as wrong",
    )
    assert.deepEqual(ids, [{ wrong: 0 }])
  })
})
