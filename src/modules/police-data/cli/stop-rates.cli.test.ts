import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recordFactsIn } from '#modules/geography/index.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake, type StopRecord } from '#test/support/police-lake.js'
import { stopRates } from '../actions/stop-rates.js'
import { showStopRates } from './stop-rates.cli.js'

const KENT = 'E23000032'
const force = 'kent'
const month = '2024-04'
const times = (count: number, stop: Omit<StopRecord, 'force' | 'month'>): StopRecord[] =>
  Array.from({ length: count }, () => ({ force, month, ...stop }))

/** 40 White and 10 Black people searched, one who did not say, one unknown. */
async function withStops(): Promise<Deps> {
  const deps = testDeps(await openTestDb())
  const stops = [
    ...times(30, { selfEthnicity: 'White - Irish', outcome: 'A no further action disposal' }),
    ...times(10, { selfEthnicity: 'White - Irish', outcome: 'Arrest', linked: true }),
    ...times(5, { selfEthnicity: 'Black/African/Caribbean/Black British - African', outcome: 'Arrest', linked: false }),
    ...times(5, { selfEthnicity: 'Black/African/Caribbean/Black British - African', outcome: null }),
    ...times(1, { selfEthnicity: 'Not stated', outcome: 'Arrest' }),
    ...times(1, { type: 'Vehicle search', outcome: 'Nothing found - no further action' }),
  ]
  await fillLake(deps, { release: '2024-06', stops })
  return deps
}

async function withResidents(deps: Deps, code: string, people: Readonly<Record<string, number>>): Promise<void> {
  const facts = Object.entries(people).map(([other, count]) => {
    return { code, other, edition: 2021, content: { people: count } }
  })
  const importId = deps.newId()
  const request = { importId, kind: 'population-ethnicity', source: 'ethnicity.csv', facts } as const
  await deps.db.transaction((tx) => recordFactsIn(tx, deps, request))
}

describe('rates of stop and search', () => {
  it('hold each group against its residents, with the ratio to White residents', async () => {
    const deps = await withStops()
    await withResidents(deps, KENT, { White: 80_000, Black: 2_000, Asian: 1_000, Mixed: 500, Other: 500 })
    const rates = await stopRates(deps, force, {})
    assert.ok(rates.ok)
    const { groups, notStated, unknown, searches, residents, missing } = rates.value
    const [white, , , black] = groups
    assert.deepEqual([white?.rate?.estimate, black?.rate?.estimate], [0.5, 5])
    assert.equal(black?.ratio?.estimate.toFixed(6), '10.000000')
    assert.deepEqual([searches, notStated, unknown, missing], [52, 1, 1, ''])
    assert.deepEqual(residents, { year: 2021, source: 'ethnicity.csv' })
  })

  it('count finds in two ways, each with its own whole', async () => {
    const deps = await withStops()
    const rates = await stopRates(deps, force, {})
    assert.ok(rates.ok)
    const { outcome, linked } = rates.value.all
    assert.deepEqual([outcome.count, outcome.of, linked.count, linked.of], [16, 47, 10, 46])
    const black = rates.value.groups.find(({ group }) => group === 'Black')
    assert.deepEqual([black?.outcome.count, black?.outcome.of, black?.linked.count], [5, 5, 0])
  })

  it('say what is missing where residents by ethnic group were never imported', async () => {
    const { lines, data } = await ask(showStopRates, await withStops(), '--force', 'Kent')
    assert.match(lines.join('\n'), /there is no rate and no ratio\. Import them/)
    assert.match(lines.join('\n'), /White +40 +– +– +– +25\.0% \(14\.2% to 40\.2%\)/)
    assert.match(JSON.stringify(data), /"definitions":{"ratio":"Searches per 1,000 residents/)
  })

  it('are of one force', async () => {
    const deps = await withStops()
    await assert.rejects(ask(showStopRates, deps), UsageError)
    await assert.rejects(ask(showStopRates, deps, '--force', 'kent,surrey'), UsageError)
  })
})
