import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { seriesOf } from '#modules/measures/index.js'
import { writeWorkbook } from '#platform/tables/write-workbook.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'

const HEAD = 'measure,period,numerator,denominator,value,status,note'
const SOURCE = {
  title: 'March return',
  publisher: 'Wessex Police',
  licence: 'OGL',
  attribution: 'Wessex Police',
  url: '',
}
const PATH = '/staff/measures/import'

it('leads from pasted figures to what they would change, and changes nothing yet', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const form = { ...SOURCE, content: `${HEAD}\r\nburglary,2025-03,230,,,final,` }
  const answer = await app.post(PATH, form, actorOf('office'))
  assert.equal(answer.statusCode, 303)
  assert.match(String(answer.headers.location), /^\/staff\/measures\/import\/[0-9a-f-]{36}$/)
  assert.deepEqual(await seriesOf(app.deps.db, id), [])
})

it('takes a workbook that was sent', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aMeasure(app.deps)
  const rows = [
    ['Measure', 'Mar 2025'],
    ['Burglary', 230],
  ]
  const bytes = await writeWorkbook([{ name: 'Return', rows }], 'ods')
  const sent = { fileName: 'return.ods', bytes, as: actorOf('office') }
  const answer = await app.upload(PATH, SOURCE, sent)
  assert.equal(answer.statusCode, 303)
  const page = await app.get(String(answer.headers.location), actorOf('office'))
  assert.match(load(page.body)('main').text(), /1 new figure.*return\.ods, sheet Return/s)
})

it('refuses a file from those who may not, and without the form’s token', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const file = { fileName: 'a.csv', bytes: Buffer.from('a,b') }
  assert.equal((await app.upload(PATH, SOURCE, { ...file, as: actorOf('auditor') })).statusCode, 403)
  assert.equal(
    (await app.upload(PATH, { ...SOURCE, _csrf: 'forged' }, { ...file, as: actorOf('office') })).statusCode,
    403,
  )
  assert.equal((await app.upload('/staff/measures/new', SOURCE, { ...file, as: actorOf('office') })).statusCode, 415)
})

it('gives pasted figures back to be corrected', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aMeasure(app.deps)
  const content = `${HEAD}\nburglary,2025-03,lots,,,final,`
  const { headers } = await app.post(PATH, { ...SOURCE, content }, actorOf('office'))
  const id = String(headers.location).split('/').at(-1)
  const $ = load((await app.get(`${PATH}?again=${id}`, actorOf('office'))).body)
  assert.deepEqual([$('#content').text(), $('#title').val()], [content, 'March return'])
})

it('asks for the figures, the source, its publisher and the words of its licence', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const errors = async (form: Record<string, string>) => {
    const answer = await app.post(PATH, form, actorOf('office'))
    assert.equal(answer.statusCode, 422)
    const $ = load(answer.body)
    return $('.govuk-error-summary__list a')
      .toArray()
      .map((link) => $(link).attr('href'))
  }
  assert.deepEqual(await errors({}), ['#title', '#publisher', '#licence', '#attribution'])
  assert.deepEqual(await errors(SOURCE), ['#content'])
  const tomorrow = { 'knownOn-day': '1', 'knownOn-month': '1', 'knownOn-year': '2999' }
  assert.deepEqual(await errors({ ...SOURCE, ...tomorrow, content: HEAD }), ['#knownOn-day'])
})

it('is closed to all but the office', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.equal((await app.get(PATH, actorOf('force'))).statusCode, 403)
  assert.equal((await app.get(PATH, actorOf('office'))).statusCode, 200)
})
