import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importTable } from '#modules/national-tables/index.js'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { fillLake, type StreetRecord } from '#test/support/police-lake.js'
import { reconcileCommand } from '../cli/reconcile.cli.js'
import { monthsBetween } from '../domain/month.js'
import { reconcileYears } from './reconcile-years.js'

const force = 'kent'
const year = monthsBetween('2016-04', '2017-03')

/** Ten crimes and an incident in each of these months. */
async function withMonths(months: readonly string[]): Promise<Deps> {
  const deps = testDeps(await openTestDb())
  const street = months.flatMap((month): StreetRecord[] => [
    ...Array.from({ length: 10 }, () => ({ force, month })),
    { force, month, type: 'Anti-social behaviour' },
  ])
  await fillLake(deps, { release: '2018-01', street })
  return deps
}

async function withRecorded(deps: Deps, offences: number): Promise<void> {
  const text = `12 months ending,PFA,Region,Offence,Rolling year total number of offences
31/03/2017,Kent,South East,Residential burglary,${offences - 7}
31/03/2017,Kent,South East,Robbery,7
31/03/2017,Kent,South East,Fraud offences,500
`
  const result = await importTable(deps, SYSTEM, {
    kind: 'recorded-crime',
    fileName: 'pfa.csv',
    bytes: Buffer.from(text),
  })
  assert.ok(result.ok, JSON.stringify(result))
}

describe('a financial year of street-level crime', () => {
  it('is held against recorded crime without fraud', async () => {
    const deps = await withMonths(year)
    await withRecorded(deps, 117)
    const years = await reconcileYears(deps, force)
    assert.ok(years.ok)
    const [only] = years.value
    assert.deepEqual([only?.year, only?.street, only?.recorded?.offences], ['2016/17', 120, 117])
    assert.equal(only?.result?.verdict, 'as-expected')
  })

  it('is flagged where the two are more than 5 per cent apart', async () => {
    const deps = await withMonths(year)
    await withRecorded(deps, 100)
    const { lines } = await ask(reconcileCommand, deps, '--force', 'Kent')
    assert.match(lines.join('\n'), /2016\/17 +12 +120 +100 +\+20\.0/)
    assert.match(lines.join('\n'), /more than 5%: look for months that are missing/)
  })

  it('is not held together while a month or the table is missing', async () => {
    const deps = await withMonths(year.slice(1))
    const before = await ask(reconcileCommand, deps, '--force', 'kent')
    assert.match(before.lines.join('\n'), /1 of 12 months are not there/)
    await withRecorded(deps, 117)
    const years = await reconcileYears(deps, force)
    assert.deepEqual(years.ok && years.value.map(({ missing, result }) => [missing, result]), [[['2016-04'], null]])
    const without = await ask(reconcileCommand, await withMonths(year), '--force', 'kent')
    assert.match(without.lines.join('\n'), /No table of recorded crime covers this year/)
  })
})
