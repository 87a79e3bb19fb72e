import assert from 'node:assert/strict'
import { it } from 'node:test'
import { seriesOf, vintagesOf } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { aTableOfCrime } from '#test/support/national-tables.js'
import { bindTables, listTableBindings, unbindTables } from '../cli/bind.cli.js'
import type { TableSlice } from '../domain/table-slice.js'
import { bindTable } from './bind-table.js'
import { importTable } from './import-table.js'

const KENT = 'E23000032'
const burglary: TableSlice = {
  ...{ kind: 'recorded-crime', force: KENT, figure: 'offences', where: { offence: 'Burglary' } },
}

async function figures({ db }: Deps, measureId: string): Promise<(string | number | null)[][]> {
  return (await seriesOf(db, measureId)).map(({ period, value }) => [period.code, value])
}

describeOnEachDatabase('a national table bound to a measure', (open) => {
  it('fills it from every file that was taken in and from every one to come, each a vintage', async () => {
    const deps = testDeps(await open())
    await aTableOfCrime(deps, 118)
    const measure = await aMeasure(deps, { title: 'Burglary', frequency: 'rolling-12-months' })
    const bound = await bindTable(deps, SYSTEM, { measureId: measure.id, slice: burglary })
    assert.ok(bound.ok)
    assert.deepEqual([bound.value.filled.added, bound.value.filled.brought], [1, ['crime-118.csv']])
    const later = await aTableOfCrime(deps, 121)
    assert.deepEqual(
      later.filled.map(({ added, revised }) => [added, revised]),
      [[0, 1]],
    )
    assert.deepEqual(await figures(deps, measure.id), [['12m to 2018-03', 121]])
    const vintages = await vintagesOf(deps.db, measure.id, '12m to 2018-03')
    assert.deepEqual(vintages.map(({ value }) => value).sort(), [118, 121])
    assert.equal((await aTableOfCrime(deps, 121)).filled.length, 0, 'the same bytes change nothing')
  })

  it('leaves out what the table marks as missing', async () => {
    const deps = testDeps(await open())
    await aTableOfCrime(deps)
    const measure = await aMeasure(deps, { title: 'Robbery', frequency: 'rolling-12-months' })
    const slice = { ...burglary, where: { offence: 'Robbery' } }
    const bound = await bindTable(deps, SYSTEM, { measureId: measure.id, slice })
    assert.deepEqual(bound.ok && bound.value.filled.added, 0)
    assert.deepEqual(await figures(deps, measure.id), [])
  })

  it('divides by residents for a rate, and takes pounds for a measure in pounds', async () => {
    const deps = testDeps(await open())
    await aTableOfCrime(deps)
    const rate = await aMeasure(deps, { title: 'Burglary rate', unit: 'rate', per: 1000, frequency: 'financial-year' })
    assert.ok((await bindTable(deps, SYSTEM, { measureId: rate.id, slice: burglary })).ok)
    const [series] = await seriesOf(deps.db, rate.id)
    assert.ok(series?.denominator && series.denominator > 1_700_000)
    const read = await importTable(deps, SYSTEM, {
      ...{ kind: 'council-tax', fileName: 'precepts.csv' },
      bytes: Buffer.from(
        `${PRECEPT_HEAD}\nE23000032,2023-24,Kent Police and Crime Commissioner,153001800,630000,242.86`,
      ),
    })
    assert.ok(read.ok)
    const pounds = await aMeasure(deps, { title: 'Precept', unit: 'pounds', frequency: 'financial-year' })
    const slice: TableSlice = { kind: 'council-tax', force: KENT, figure: 'bandD', where: {} }
    assert.ok((await bindTable(deps, SYSTEM, { measureId: pounds.id, slice })).ok)
    assert.deepEqual(await figures(deps, pounds.id), [['2023/24', 242.86]])
  })

  it('is refused in plain words where it does not fit', async () => {
    const deps = testDeps(await open())
    await aTableOfCrime(deps)
    const year = await aMeasure(deps, { title: 'Crime', frequency: 'rolling-12-months' })
    const month = await aMeasure(deps, { title: 'Monthly', frequency: 'month' })
    const tried = async (measure: string, ...words: string[]) =>
      (await ask(bindTables, deps, measure, 'recorded-crime', '--force', 'Kent', ...words)).said.join()
    assert.match(await tried(month.slug), /measure of monthly figures cannot be filled/)
    assert.match(await tried(year.slug, '--where', 'offence=Arson'), /offence \(Burglary, Robbery\)/)
    assert.match(await tried(year.slug, '--figure', 'fte'), /They have offences/)
    const day = await aMeasure(deps, { title: 'On a day', frequency: 'as-at' })
    assert.match(await tried(day.slug), /none of them for a period such as the measure has/)
  })

  it('is tried, bound, listed, filled and ended at the command line', async () => {
    const deps = testDeps(await open())
    await aTableOfCrime(deps)
    const { slug } = await aMeasure(deps, { title: 'Burglary', frequency: 'rolling-12-months' })
    const words = [slug, 'recorded-crime', '--force', 'kent', '--where', 'offence=Burglary']
    assert.deepEqual((await ask(bindTables, deps, ...words, '--dry-run')).data, [
      { period: '12m to 2018-03', value: 120 },
    ])
    const bound = await ask(bindTables, deps, ...words)
    assert.match(bound.lines.join(), /Recorded crime by force, rolling years: offences of Kent, Burglary.*1 new figure/)
    assert.match((await ask(bindTables, deps, ...words)).said.join(), /fills this measure for the same area already/)
    assert.match((await ask(bindTables, deps, ...words, '--as-area')).lines.join(), /1 new figure/)
    const listed = await ask(listTableBindings, deps)
    assert.equal(listed.lines.length, 2)
    assert.match((await ask(listTableBindings, deps, '--fill')).lines.join(), /nothing new/)
    const [first] = listed.data as { id: string }[]
    await ask(unbindTables, deps, first?.id ?? '')
    assert.equal((await ask(listTableBindings, deps)).lines.length, 1)
    assert.equal((await aTableOfCrime(deps, 130)).filled.length, 1)
  })
})

const PRECEPT_HEAD = 'ONS code,Financial year,Authority,Requirement,Tax base,Band D'
