import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { type Db, sql, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { allImports, importsById } from './imports.queries.js'
import {
  allMeasures,
  measureById,
  measureBySlug,
  measuresForNodes,
  publishedMeasureBySlug,
  publishedMeasures,
  publishedMeasuresForNodes,
} from './measures.queries.js'
import { saveMeasure } from './measures.store.js'
import { figureCounts, observationsOf, seriesOf } from './observations.queries.js'
import { measurePictures } from './pictures.queries.js'

describeOnEachDatabase('the register of measures', (open) => {
  it('gives a measure back as it was entered', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, {
      title: 'Vehicle crime',
      sourceUrl: 'https://example.org/',
      isHeadline: true,
    })
    assert.deepEqual(await measureById(deps.db, measure.id), measure)
    assert.deepEqual(await measureBySlug(deps.db, 'vehicle-crime'), measure)
    assert.equal(await measureBySlug(deps.db, 'no-such-measure'), undefined)
  })

  it('lists measures by title, and to the public only what is published', async () => {
    const deps = testDeps(await open())
    await aMeasure(deps, { title: 'Éclairs stolen' })
    await aPublishedMeasure(deps, { title: 'Burglary' })
    await aMeasure(deps, { title: 'arson' })
    const titles = (measures: readonly { title: string }[]) => measures.map(({ title }) => title)
    assert.deepEqual(titles(await allMeasures(deps.db)), ['arson', 'Burglary', 'Éclairs stolen'])
    assert.deepEqual(titles(await publishedMeasures(deps.db)), ['Burglary'])
    assert.equal(await publishedMeasureBySlug(deps.db, 'arson'), undefined)
    assert.equal((await publishedMeasureBySlug(deps.db, 'burglary'))?.title, 'Burglary')
  })

  it('finds measures by the places that they inform, even among thousands of places', async () => {
    const deps = testDeps(await open())
    const draft = await aMeasure(deps, { title: 'Arson' })
    const shown = await aPublishedMeasure(deps)
    await deps.db.transaction(async (tx) => {
      await saveMeasure(tx, { ...draft, nodeIds: ['b', 'a'] })
      await saveMeasure(tx, { ...shown, nodeIds: ['a'] })
    })
    const many = Array.from({ length: 1200 }, (_, index) => `none-${index}`)
    assert.equal((await measuresForNodes(deps.db, [...many, 'a'])).length, 2)
    assert.deepEqual(
      (await publishedMeasuresForNodes(deps.db, ['a', 'b'])).map(({ slug }) => slug),
      ['burglary'],
    )
    assert.deepEqual((await measureById(deps.db, draft.id))?.nodeIds, ['a', 'b'])
    assert.deepEqual(await measuresForNodes(deps.db, []), [])
  })

  it('refuses to save over what somebody else has saved', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps)
    await deps.db.transaction((tx) => saveMeasure(tx, { ...measure, owner: 'Analyst' }))
    const late = deps.db.transaction((tx) => saveMeasure(tx, { ...measure, owner: 'Clerk' }))
    await assert.rejects(
      late,
      (problem) => problem instanceof Conflict && problem.message === `measures.measure:${measure.id}`,
    )
    assert.equal((await measureById(deps.db, measure.id))?.owner, 'Analyst')
  })

  it('keeps a revised figure beside the first, and can tell both vintages', async () => {
    const db = await open()
    const measure = await aMeasure(testDeps(db))
    const on = (day: string) => testDeps(db, isoDate(day))
    await someFigures(on('2025-04-10'), ['burglary,2025-03,230,,,provisional,', 'burglary,2025-02,198,,,final,'])
    await someFigures(on('2025-04-20'), ['burglary,2025-03,236,,,final,Late reports'])
    const values = (series: readonly { value: number | null }[]) => series.map(({ value }) => value)
    assert.deepEqual(values(await seriesOf(db, measure.id)), [198, 236])
    assert.deepEqual(values(await seriesOf(db, measure.id, { knownOn: isoDate('2025-04-15') })), [198, 230])
    assert.deepEqual(values(await seriesOf(db, measure.id, { knownOn: isoDate('2025-04-01') })), [])
    assert.equal((await observationsOf(db, [measure.id])).length, 3)
    assert.equal((await figureCounts(db)).get(measure.id), 3)
  })

  it('keeps decimals and large sums exactly', async () => {
    const deps = testDeps(await open())
    const bill = await aMeasure(deps, { title: 'Bill', unit: 'pounds', frequency: 'financial-year' })
    const share = await aMeasure(deps, { title: 'Share', unit: 'percentage', frequency: 'financial-year' })
    await someFigures(deps, [
      'bill,2022/23,,,137117000.01,final,',
      'bill,2023/24,,,272.52,final,',
      'share,2023/24,1,3,,final,',
    ])
    assert.deepEqual(
      (await seriesOf(deps.db, bill.id)).map(({ value }) => value),
      [137117000.01, 272.52],
    )
    const [point] = await seriesOf(deps.db, share.id)
    assert.deepEqual([point?.numerator, point?.denominator, point?.value], [1, 3, 100 / 3])
  })

  it('lets nobody change or remove a figure or a file', async () => {
    const deps = testDeps(await open())
    await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-03,230,,,final,'])
    for (const statement of [
      'update measures_observation set value = 1',
      'delete from measures_observation',
      "update measures_import set sha256 = 'x'",
      'delete from measures_import',
    ]) {
      await assert.rejects(run(deps.db, statement), /append-only/, statement)
    }
  })

  it('shows pictures of several measures with the files behind them', async () => {
    const deps = testDeps(await open())
    const first = await aMeasure(deps)
    const second = await aMeasure(deps, { title: 'Arson' })
    await someFigures(deps, ['burglary,2025-02,7,,,final,', 'burglary,2025-03,9,,,final,'], 'first.csv')
    await someFigures(deps, ['arson,2025-03,3,,,final,'], 'second.csv')
    const [a, b] = await measurePictures(deps.db, [second, first], { today: deps.today() })
    assert.deepEqual([a?.latest?.value, a?.sources.map(({ fileName }) => fileName)], [3, ['second.csv']])
    assert.deepEqual([b?.series.length, b?.sources.map(({ fileName }) => fileName)], [2, ['first.csv']])
    const [early] = await measurePictures(deps.db, [first], { today: deps.today(), until: periodEnd })
    assert.deepEqual(
      early?.series.map(({ period }) => period.code),
      ['2025-02'],
    )
    assert.deepEqual(await measurePictures(deps.db, [], { today: deps.today() }), [])
  })

  it('remembers who took a file in, where it came from, and its fingerprint', async () => {
    const deps = testDeps(await open())
    await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-03,230,,,final,'], 'march.csv')
    const [facts] = await allImports(deps.db)
    assert.ok(facts)
    assert.deepEqual([facts.fileName, facts.publisher, facts.importedBy], ['march.csv', 'Wessex Police', 'Test'])
    assert.match(facts.sha256, /^[0-9a-f]{64}$/)
    assert.deepEqual(await importsById(deps.db, [facts.id, facts.id]), [facts])
  })
})

const periodEnd = isoDate('2025-02-28')

async function run(db: Db, statement: string): Promise<void> {
  await db.transaction(async (tx) => {
    await sql.raw(statement).execute(writing(tx))
  })
}
