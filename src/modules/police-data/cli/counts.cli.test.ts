import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { type Asked, ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake } from '#test/support/police-lake.js'
import { countCrimes } from './counts.cli.js'

const SALFORD = 'E01005600'

let deps: Deps
const counts = (...words: string[]): Promise<Asked> => ask(countCrimes, deps, ...words)

before(async () => {
  deps = testDeps(await openTestDb())
  const force = 'greater-manchester'
  await fillLake(deps, {
    release: '2024-06',
    street: [
      { force, month: '2024-01', lsoa: SALFORD },
      { force, month: '2024-01', lsoa: SALFORD, type: 'Violence and sexual offences' },
      { force, month: '2024-01', lsoa: SALFORD, type: 'Anti-social behaviour' },
      { force, month: '2024-01' },
      { force, month: '2024-03', lsoa: SALFORD },
      { force: 'city-of-london', month: '2024-01' },
      { force: 'rutland', month: '2024-05', lsoa: SALFORD },
    ],
  })
})
after(async () => {
  await deps.lake.close()
  await deps.db.close()
})

describe('crime counts', () => {
  it('answers machines with a plain list of rows that adds up', async () => {
    const { data } = await counts('--by', 'month,district', '--force', 'greater-manchester')
    assert.deepEqual(data, [
      { month: '2024-01', district: 'E08000006', districtName: 'Salford', count: 2 },
      { month: '2024-01', district: null, districtName: null, count: 1 },
      { month: '2024-03', district: 'E08000006', districtName: 'Salford', count: 1 },
    ])
  })

  it('answers people with a table, its numbers to the right and the total below', async () => {
    const { lines } = await counts('--by', 'district', '--force', 'GMP')
    assert.equal(lines[0], 'DISTRICT   DISTRICT NAME                     COUNT')
    assert.equal(lines[1], 'E08000006  Salford                               3')
    assert.equal(lines[2], 'none       outside the area, or no location      1')
    assert.equal(lines[3], 'Total                                            4')
  })

  it('prints CSV when asked, with empty cells for what has no area', async () => {
    const { lines } = await counts(
      '--by',
      'month,district',
      '--force',
      'E23000005',
      '--to',
      '2024-01',
      '--format',
      'csv',
    )
    assert.deepEqual(lines, ['month,district,districtName,count', '2024-01,E08000006,Salford,2', '2024-01,,,1'])
  })

  it('finds forces, areas and kinds by slug, code or name', async () => {
    const total = async (...words: string[]) => (await counts(...words)).data
    const one = [{ count: 1 }]
    assert.deepEqual(await total('--force', 'London, City of'), one)
    assert.deepEqual(await total('--force', 'city-of-london,kent'), one)
    assert.deepEqual(await total('--district', 'salford', '--type', 'Violence', 'and', 'sexual', 'offences'), one)
    assert.deepEqual(await total('--district', 'E08000006', '--type', 'anti-social-behaviour'), one)
    assert.deepEqual(await total('--lsoa', SALFORD, '--type', 'burglary,violent-crime', '--to', '2024-02'), [
      { count: 2 },
    ])
    assert.deepEqual(await total('--force', 'GMP', '--include-asb', 'yes'), [{ count: 5 }])
  })

  it('finds a force that is known only by its files, whose crimes count where they lie', async () => {
    const { data } = await counts('--by', 'district', '--force', 'Rutland')
    assert.deepEqual(data, [{ district: 'E08000006', districtName: 'Salford', count: 1 }])
  })

  it('says which months no file is there for, and that this is not nought', async () => {
    const { said } = await counts('--by', 'month', '--force', 'GMP')
    assert.deepEqual(said, ['Greater Manchester Police: no file for 2024-02. Missing is not nought.'])
    const ofKent = await counts('--force', 'kent')
    assert.match(ofKent.said[0] ?? '', /Nothing of what is asked for has been imported/)
    assert.deepEqual(ofKent.data, [])
  })

  it('says that nothing was known before the first release', async () => {
    for (const by of [['--by', 'month'], []]) {
      const { said, data } = await counts(...by, '--as-known-on', '2024-06-29')
      assert.deepEqual(data, [])
      assert.match(said[0] ?? '', /was known on 2024-06-29/)
    }
  })

  it('refuses in plain words what it cannot find, with the nearest names', async () => {
    const refusal = async (...words: string[]) => {
      const { refused, said } = await counts(...words)
      assert.equal(refused, true)
      return said.join(' ')
    }
    assert.match(
      await refusal('--force', 'cambridgshire'),
      /no police force 'cambridgshire'\. Did you mean Cambridgeshire/,
    )
    assert.match(await refusal('--type', 'Burglery'), /no kind of crime 'Burglery'\. Did you mean Burglary/)
    assert.match(await refusal('--district', 'Salfort'), /no district 'Salfort'\. Did you mean Salford \(E08000006\)/)
    assert.match(await refusal('--from', '2024-03', '--to', '2024-01'), /wrong way round: 2024-03 is after 2024-01/)
    assert.match(await refusal('--from', '2024-13'), /no month/)
    assert.match(await refusal('--as-known-on', 'yesterday'), /no day/)
  })

  it('cannot be asked by a column that there is not', async () => {
    await assert.rejects(counts('--by', 'month,colour'), (problem) => {
      assert.ok(problem instanceof UsageError)
      assert.match(problem.message, /not 'colour'/)
      return true
    })
    await assert.rejects(counts('--include-asb', 'perhaps'), UsageError)
    await assert.rejects(counts('--format', 'xml'), UsageError)
  })
})
