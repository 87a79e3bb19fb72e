import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { allMeasures } from '../data/measures.queries.js'

const METHOD = { controlChart: 'xmr', beyondWhole: 'asked' }

it('enters a measure of which only the name and the kind are known', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const kind = { unit: 'count', frequency: 'month', polarity: 'neither', pooling: 'usual', ...METHOD }
  const form = { title: 'Hate crime', ...kind, headline: ['yes'] }
  const answer = await app.post('/staff/measures/new', form, actorOf('office'))
  const [measure] = await allMeasures(app.deps.db)
  assert.ok(measure)
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, `/staff/measures/${measure.id}`)
  assert.deepEqual([measure.slug, measure.isHeadline, measure.publishedAt], ['hate-crime', true, null])
})

it('keeps what was typed and says what is wrong, in the order of the page', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const form = {
    definition: 'Crimes <b>of</b> hate',
    sourceUrl: 'javascript:alert(1)',
    unit: 'furlongs',
    frequency: 'month',
    pooling: 'usual',
    ...METHOD,
  }
  const answer = await app.post('/staff/measures/new', form, actorOf('office'))
  assert.equal(answer.statusCode, 422)
  const $ = load(answer.body)
  assert.deepEqual(
    $('.govuk-error-summary__list a')
      .toArray()
      .map((link) => $(link).text()),
    [
      'Enter what the measure is called',
      'Select what its figures are',
      'Select which way is wanted',
      'Address of the source must be a full web address, like https://www.example.org/report',
    ],
  )
  assert.equal($('#definition').text(), 'Crimes <b>of</b> hate')
  assert.equal($('input[name="frequency"][value="month"]').attr('checked') !== undefined, true)
  assert.deepEqual(await allMeasures(app.deps.db), [])
})

it('asks again for a number that is none, and does not take it for nothing said', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const kind = { unit: 'rate', frequency: 'month', polarity: 'neither', pooling: 'usual', ...METHOD }
  const form = { title: 'Hate crime', ...kind, per: 'a thousand', suppressBelow: 'five' }
  const answer = await app.post('/staff/measures/new', form, actorOf('office'))
  assert.equal(answer.statusCode, 422)
  assert.match(load(answer.body)('.govuk-error-summary__list').text(), /like 1000.*whole number, like 5/)
  await app.post('/staff/measures/new', { ...form, per: '1,000', suppressBelow: '5' }, actorOf('office'))
  const [measure] = await allMeasures(app.deps.db)
  assert.deepEqual([measure?.per, measure?.suppressBelow], [1000, 5])
})

it('is for the office only', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.equal((await app.get('/staff/measures/new', actorOf('force'))).statusCode, 403)
  assert.equal((await app.get('/staff/measures/new', actorOf('office'))).statusCode, 200)
})
