import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { A_SOURCE, aFigureFile, aMeasure, aPublishedMeasure } from '#test/support/measures.js'
import { draftImport } from '../actions/draft-import.js'
import { observationsOf, seriesOf } from '../data/observations.queries.js'

async function aDraftPage({ deps }: TestApp, ...rows: string[]): Promise<string> {
  const content = Buffer.from(aFigureFile(rows)).toString('utf8')
  const draft = await draftImport(deps, SYSTEM, { fileName: 'pasted.csv', content, source: A_SOURCE })
  assert.ok(draft.ok)
  return `/staff/measures/import/${draft.value}`
}

it('shows what is new and what is revised, from what to what', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  const path = await aDraftPage(app, 'burglary,2025-02,198,,,final,', 'burglary,2025-03,236,,,final,')
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.equal($('.lede').text(), '1 new figure, 1 revised, 0 known already.')
  assert.match($('main').text(), /their new figures are public at once/)
  const revised = $('table')
    .last()
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    )
  assert.deepEqual(revised, [['Burglary', 'March 2025', '230 (final)', '236 (final)']])
})

it('takes the figures in once, when someone says yes', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const path = await aDraftPage(app, 'burglary,2025-02,198,,,final,')
  const answer = await app.post(path, {}, actorOf('office'))
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/staff/measures')
  assert.deepEqual(
    (await seriesOf(app.deps.db, id)).map(({ value }) => value),
    [198],
  )
  assert.equal((await app.post(path, {}, actorOf('office'))).statusCode, 404)
  assert.equal((await observationsOf(app.deps.db, [id])).length, 1)
})

it('has nothing to confirm when every figure is known already', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  const path = await aDraftPage(app, 'burglary,2025-03,230,,,final,')
  const page = await app.get(path, actorOf('office'))
  assert.match(page.body, /Nothing would change/)
  assert.equal(load(page.body)('main form button').length, 0)
})

it('is closed to the auditor, and not found for a forged id', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aMeasure(app.deps)
  const path = await aDraftPage(app, 'burglary,2025-02,198,,,final,')
  assert.equal((await app.post(path, {}, actorOf('auditor'))).statusCode, 403)
  assert.equal((await app.get('/staff/measures/import/forged', actorOf('office'))).statusCode, 404)
})
