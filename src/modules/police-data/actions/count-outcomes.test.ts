import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake } from '#test/support/police-lake.js'
import { showOutcomes } from '../cli/outcomes.cli.js'
import { outcomeJoin, outcomeSummary, outcomesRecorded } from './count-outcomes.js'

const SALFORD = 'E01005600'
const force = 'greater-manchester'
const [A, B, C, D, TWICE] = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
  string,
  string,
]

let deps: Deps
const all = { includeAsb: false }

before(async () => {
  deps = testDeps(await openTestDb())
  const robbery = { force, type: 'Robbery', lsoa: SALFORD }
  await fillLake(deps, {
    release: '2024-06',
    street: [
      { ...robbery, month: '2024-01', id: A, outcome: 'Court result unavailable' },
      { ...robbery, month: '2024-01', id: B, outcome: 'Under investigation' },
      { force, month: '2024-01', id: C, outcome: 'Local resolution' },
      { force, month: '2024-02', id: D, outcome: 'Unable to prosecute suspect' },
      { force, month: '2024-02', id: TWICE, outcome: 'Local resolution' },
      { force, month: '2024-02', id: TWICE, outcome: 'Local resolution' },
      { force, month: '2024-02', type: 'Anti-social behaviour' },
    ],
    outcomes: [
      { force, month: '2024-02', id: A, outcome: 'Suspect charged', lsoa: SALFORD },
      { force, month: '2024-02', id: C, outcome: 'Offender given a caution' },
      { force, month: '2024-03', id: C, outcome: 'Suspect charged' },
      { force, month: '2024-03', id: C, outcome: 'Local resolution' },
      { force, month: '2024-03', id: TWICE, outcome: 'Unable to prosecute suspect' },
      { force, month: '2024-03', id: '9'.repeat(64), outcome: 'Local resolution' },
    ],
  })
})
after(async () => {
  await deps.lake.close()
  await deps.db.close()
})

describe('outcomes', () => {
  it('of the crimes recorded in a month are what became of them since', async () => {
    const result = await outcomeSummary(deps, { ...all, to: '2024-01' }, 'crimes-recorded')
    assert.ok(result.ok)
    const { total, groups, open } = result.value
    assert.deepEqual([total, open], [3, 1])
    assert.deepEqual(
      groups.map(({ group, count }) => [group, count]),
      [
        ['Charged or sent to court', 1],
        ['Dealt with out of court', 1],
        ['Under investigation', 1],
      ],
    )
  })

  it('recorded in a month are of crimes of whatever month, and stand apart', async () => {
    const result = await outcomeSummary(deps, { ...all, from: '2024-03', to: '2024-03' }, 'outcomes-recorded')
    assert.ok(result.ok)
    assert.deepEqual(
      result.value.groups.map(({ group, count }) => [group, count]),
      [
        ['Charged or sent to court', 1],
        ['Dealt with out of court', 2],
        ['Suspect could not be prosecuted', 1],
      ],
    )
  })

  it('take the kind of crime from the street files, once however often its ID stands there', async () => {
    const rows = await outcomesRecorded(deps, all, ['type'])
    assert.ok(rows.ok)
    assert.deepEqual(rows.value, [
      { type: 'Burglary', count: 4 },
      { type: 'Robbery', count: 1 },
      { type: null, count: 1 },
    ])
    const robberies = await outcomesRecorded(deps, { ...all, types: ['Robbery'] }, ['month', 'district'])
    assert.deepEqual(robberies, {
      ok: true,
      value: [{ month: '2024-02', district: 'E08000006', districtName: 'Salford', count: 1 }],
    })
  })

  it('meet per Crime ID: same, different, not to be expected, lacking', async () => {
    const join = await outcomeJoin(deps, {})
    assert.deepEqual(join, {
      ok: true,
      value: {
        ...{ streetRows: 6, streetIds: 5, eventRows: 6, eventIds: 4, idsInBoth: 3 },
        ...{ crimes: 5, same: 2, different: 1, openWithoutEvent: 1, lackingEvent: 1 },
      },
    })
  })

  it('are told at the command line with what each basis means', async () => {
    const cohort = await ask(showOutcomes, deps, '--to', '2024-01')
    assert.match(cohort.lines.join('\n'), /Charged or sent to court +33\.3% +1\n/)
    assert.match(cohort.lines.join('\n'), /1 of 3 may still change/)
    const events = await ask(showOutcomes, deps, '--basis', 'outcomes-recorded')
    assert.match(JSON.stringify(events.data), /They are no share of the crimes recorded/)
    const check = await ask(showOutcomes, deps, '--check')
    assert.match(check.lines.join('\n'), /No event though there should be one +1/)
  })
})
