import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { draftFile } from '../actions/draft-file.js'
import { mappingByName } from '../data/imports.queries.js'

const TEXT = 'Line,When,Outcome,Target\nHouse break-ins,Mar 2025,230,200\n'

async function aDraft(app: Awaited<ReturnType<typeof testApp>>): Promise<string> {
  await aMeasure(app.deps)
  const request = { fileName: 'return.csv', bytes: Buffer.from(TEXT), source: A_SOURCE }
  return `/staff/measures/import/${await draftFile(app.deps, SYSTEM, request)}`
}

const COLUMNS = { column0: 'measure', column1: 'period', column2: 'value', column3: 'left-out', scale: 'as-written' }

it('asks of each column what it holds, then of each name that nobody knows', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const path = await aDraft(app)
  const office = actorOf('office')
  const first = load((await app.get(`${path}/mapping`, office)).body)
  assert.match(first('main').text(), /What does “Outcome” hold\?/)
  assert.equal((await app.post(`${path}/mapping`, COLUMNS, office)).headers.location, path)
  assert.match((await app.get(path, office)).body, /There is no measure “House break-ins”/)
  const second = load((await app.get(`${path}/mapping`, office)).body)
  assert.match(second('main').text(), /Which measure is “House break-ins”\?/)
  assert.equal(second('#column2').val(), 'value')
  await app.post(`${path}/mapping`, { ...COLUMNS, known0: 'burglary', keepAs: 'Monthly return' }, office)
  assert.match((await app.get(path, office)).body, /1 new figure/)
})

it('keeps what was said for the next file of the same form', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const path = await aDraft(app)
  const office = actorOf('office')
  await app.post(`${path}/mapping`, COLUMNS, office)
  await app.post(`${path}/mapping`, { ...COLUMNS, known0: 'burglary', keepAs: 'Monthly return' }, office)
  const kept = await mappingByName(app.deps.db, 'Monthly return')
  assert.deepEqual(kept?.measures, [{ written: 'House break-ins', slug: 'burglary' }])
  const form = { title: 'T', publisher: 'P', licence: 'L', attribution: 'A', url: '', mapping: 'Monthly return' }
  const sent = { fileName: 'april.csv', bytes: Buffer.from(TEXT.replace('230', '231')), as: office }
  const answer = await app.upload('/staff/measures/import', form, sent)
  assert.match((await app.get(String(answer.headers.location), office)).body, /1 new figure/)
})

it('refuses an answer that no list of the page offers, and keeps nothing of it', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const path = await aDraft(app)
  const strangers: Record<string, string>[] = [
    { column0: 'colour' },
    { column2: 'figure:unicorns' },
    { measure: 'unicorns' },
    { sheet: 'Another' },
    { scale: '' },
  ]
  for (const strange of strangers) {
    const answer = await app.post(`${path}/mapping`, { ...COLUMNS, ...strange }, actorOf('office'))
    assert.equal(answer.statusCode, 422, JSON.stringify(strange))
  }
  assert.equal(load((await app.get(`${path}/mapping`, actorOf('office'))).body)('#column0').val(), 'by-name')
})

it('refuses a row that is no number, and those who may not take figures in', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const path = await aDraft(app)
  assert.equal((await app.post(`${path}/mapping`, { ...COLUMNS, headerRow: 'top' }, actorOf('office'))).statusCode, 422)
  assert.equal((await app.post(`${path}/mapping`, COLUMNS, actorOf('auditor'))).statusCode, 403)
})
