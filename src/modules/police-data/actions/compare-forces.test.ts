import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake, type StreetRecord } from '#test/support/police-lake.js'
import { compareForcesCommand } from '../cli/compare.cli.js'
import { compareForces } from './compare-forces.js'

const many = (force: string, month: string, count: number): StreetRecord[] =>
  Array.from({ length: count }, () => ({ force, month }))

let deps: Deps
before(async () => {
  deps = testDeps(await openTestDb())
  const street = [
    ...many('kent', '2020-01', 400),
    ...many('kent', '2020-02', 400),
    ...many('cumbria', '2020-01', 500),
    ...many('cumbria', '2020-02', 500),
    ...many('surrey', '2020-01', 900),
    ...many('btp', '2020-01', 30),
    ...many('btp', '2020-02', 30),
  ]
  await fillLake(deps, { release: '2020-03', street })
})
after(async () => {
  await deps.lake.close()
  await deps.db.close()
})

describe('forces beside each other', () => {
  it('are ranked by crimes per 1,000 residents, with the year of the residents', async () => {
    const result = await compareForces(deps, { includeAsb: false })
    assert.ok(result.ok)
    const { from, to, forces } = result.value
    assert.deepEqual([from, to], ['2020-01', '2020-02'])
    const [first, second, ...others] = forces
    assert.deepEqual([first?.force, first?.standing?.position, first?.residents?.year], ['cumbria', 1, 2020])
    assert.equal(second?.force, 'kent')
    assert.equal(second?.rate?.estimate, 800 / ((second?.residents?.people ?? 0) / 1000))
    assert.ok(second?.joint && second.rate && second.joint.lower < second.rate.lower)
    assert.deepEqual(
      others.map(({ force, standing, why }) => [force, standing, why !== '']),
      [
        ['btp', null, true],
        ['surrey', null, true],
      ],
    )
  })

  it('have no rate where a month is missing, and say so', async () => {
    const { lines } = await ask(
      compareForcesCommand,
      deps,
      '--force',
      'surrey',
      'kent',
      '--from',
      '2020-01',
      '--to',
      '2020-02',
    )
    assert.match(lines.join('\n'), /Surrey Police +900 .+2020-02 is missing/)
    assert.match(lines.join('\n'), /1 +1 to 1 +Kent Police +800/)
  })

  it('cannot be compared where nothing is there', async () => {
    assert.equal((await ask(compareForcesCommand, deps, '--force', 'essex')).refused, true)
  })
})
