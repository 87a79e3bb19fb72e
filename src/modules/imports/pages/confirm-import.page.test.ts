import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { seriesOf, vintagesOf } from '#modules/measures/index.js'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { A_SOURCE, aFigureFile, aMeasure, aPublishedMeasure } from '#test/support/measures.js'
import { draftFile } from '../actions/draft-file.js'

async function aDraftPage({ deps }: TestApp, ...rows: string[]): Promise<string> {
  const request = { fileName: 'pasted.csv', bytes: aFigureFile(rows), source: A_SOURCE }
  return `/staff/measures/import/${await draftFile(deps, SYSTEM, request)}`
}

function tables($: CheerioAPI): Record<string, string[][]> {
  const texts = (row: Parameters<typeof $>[0]) =>
    $(row)
      .children()
      .toArray()
      .map((cell) => $(cell).text())
  return Object.fromEntries(
    $('table')
      .toArray()
      .map((table) => [$(table).find('caption').text(), $(table).find('tbody tr').toArray().map(texts)]),
  )
}

it('shows what is new, what is revised from what to what, and what is known', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  const path = await aDraftPage(app, 'burglary,2025-02,198,,,final,', 'burglary,2025-03,236,,,final,')
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.equal($('.lede').text(), '1 new figure, 1 revised, 0 known already.')
  assert.match($('main').text(), /their new figures are public at once/)
  assert.deepEqual(tables($), {
    'Revised figures': [['Burglary', 'March 2025', '230 (final)', '236 (final)']],
    'New figures': [['Burglary', 'February 2025', '198 (final)']],
  })
})

it('gives every figure as a file where there are more than a page shows', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  const months = Array.from(
    { length: 201 },
    (_, at) => `${2008 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const path = await aDraftPage(app, ...months.map((month) => `burglary,${month},7,,,final,`))
  const $ = load((await app.get(path, actorOf('office'))).body)
  const link = $('main a[href$="changes.csv"]')
  assert.match(link.text(), /All 201 figures/)
  const file = await app.get(String(link.attr('href')), actorOf('office'))
  const lines = file.body.trim().split('\r\n')
  assert.equal(lines.length, 202)
  assert.equal(lines[1], 'burglary,own,2008-01,new,,,7,final,')
  assert.equal((await app.get(String(link.attr('href')), actorOf('panel'))).statusCode, 403)
})

it('lists every problem with its cell and its mend, and changes nothing', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const path = await aDraftPage(app, 'burglary,2025-03,lots,,,final,', 'arson,2025-03,1,,,final,')
  const $ = load((await app.get(path, actorOf('office'))).body)
  const [rows = []] = Object.values(tables($))
  assert.deepEqual(
    rows.map(([where, problem]) => [where, problem]),
    [
      ['C2 in pasted.csv', '“lots” is not a number'],
      ['A3 in pasted.csv', 'There is no measure “arson”'],
    ],
  )
  assert.equal($('main form button').length, 0)
  assert.equal((await app.post(path, {}, actorOf('office'))).headers.location, path)
  assert.deepEqual(await seriesOf(app.deps.db, id), [])
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
  assert.equal((await vintagesOf(app.deps.db, id, '2025-02')).length, 1)
})

it('asks about a figure that may be a slip, and takes it in when someone says why it is right', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps, { unit: 'percentage', denominator: 'All' })
  const path = await aDraftPage(app, 'burglary,2025-02,,,120,final,')
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.deepEqual(tables($)['1 question. Please look at these again'], [
    ['E2 in pasted.csv', '120% is more than 100%.'],
  ])
  const unsaid = await app.post(path, { accept: ' ' }, actorOf('office'))
  assert.equal(unsaid.statusCode, 422)
  assert.match(unsaid.body, /Say why the figures that are asked about are right/)
  assert.deepEqual(await seriesOf(app.deps.db, id), [])
  assert.equal((await app.post(path, { accept: 'A change on the year' }, actorOf('office'))).statusCode, 303)
  assert.equal((await seriesOf(app.deps.db, id))[0]?.value, 120)
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
