import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'
import { observationsOf } from '../data/observations.queries.js'

const HEAD = 'measure,period,numerator,denominator,value,status,note'
const SOURCE = {
  title: 'March return',
  publisher: 'Wessex Police',
  licence: 'OGL',
  attribution: 'Wessex Police',
  url: '',
}

it('leads from pasted figures to what they would change, and changes nothing yet', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const form = { ...SOURCE, content: `${HEAD}\r\nburglary,2025-03,230,,,final,` }
  const answer = await app.post('/staff/measures/import', form, actorOf('office'))
  assert.equal(answer.statusCode, 303)
  assert.match(String(answer.headers.location), /^\/staff\/measures\/import\/[0-9a-f-]{36}$/)
  assert.deepEqual(await observationsOf(app.deps.db, [id]), [])
})

it('lists every problem with its row, its column and its mend, and keeps what was pasted', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aMeasure(app.deps)
  const content = `${HEAD}\nburglary,2025-03,lots,,,final,\narson,2025-03,1,,,final,`
  const answer = await app.post('/staff/measures/import', { ...SOURCE, content }, actorOf('office'))
  assert.equal(answer.statusCode, 422)
  const $ = load(answer.body)
  const problems = $('table')
    .first()
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    )
  assert.deepEqual(problems, [
    ['2', 'numerator', '“lots” is not a number', 'Write digits only, like 1250 or 90.6, without % or £'],
    ['3', 'measure', 'There is no measure “arson”', 'Use the name that ends its address'],
  ])
  assert.match($('.govuk-error-summary').text(), /Row 2, numerator: .*And 1 other problem, listed below/)
  assert.equal($('#content').text(), content)
})

it('asks for the figures, the source, its publisher and the words of its licence', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const answer = await app.post('/staff/measures/import', {}, actorOf('office'))
  assert.equal(answer.statusCode, 422)
  const $ = load(answer.body)
  const hrefs = $('.govuk-error-summary__list a')
    .toArray()
    .map((link) => $(link).attr('href'))
  assert.deepEqual(hrefs, ['#content', '#title', '#publisher', '#licence', '#attribution'])
})

it('is closed to all but the office', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.equal((await app.get('/staff/measures/import', actorOf('force'))).statusCode, 403)
  assert.equal((await app.get('/staff/measures/import', actorOf('office'))).statusCode, 200)
})
