import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestForm, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { aMeasureDescription, aPublishedMeasure } from '#test/support/measures.js'
import { editMeasure } from '../actions/edit-measure.js'
import { measureById } from '../data/measures.queries.js'

/** The form as the page shows it, with one answer or more changed. */
function answers(version: number, changes: TestForm): TestForm {
  const { title, definition, unit, unitLabel, polarity, frequency, ...rest } = aMeasureDescription()
  const { numerator, denominator, source, owner, geography, caveat } = rest
  const words = { title, definition, unit, unitLabel, polarity, frequency, numerator, denominator, source, owner }
  const method = { pooling: 'usual', controlChart: 'xmr', beyondWhole: 'asked', reason: 'The Board asked for it' }
  return { ...words, ...method, geography, caveat, sourceUrl: '', version: String(version), ...changes }
}

it('shows what stands and saves what is changed', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aPublishedMeasure(app.deps)
  const path = `/staff/measures/${id}/edit`
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.equal($('#title').attr('value'), 'Burglary')
  assert.equal($('input[name="version"]').attr('value'), String(version))
  const answer = await app.post(path, answers(version, { owner: 'Analyst' }), actorOf('office'))
  assert.equal(answer.statusCode, 303)
  assert.equal((await measureById(app.deps.db, id))?.owner, 'Analyst')
})

it('says what a public measure would lack, and why the unit stays', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aPublishedMeasure(app.deps)
  const path = `/staff/measures/${id}/edit`
  const lacking = await app.post(path, answers(version, { owner: '' }), actorOf('office'))
  assert.equal(lacking.statusCode, 422)
  assert.match(lacking.body, /A public measure must stay complete: it would lack an owner/)
  const otherUnit = await app.post(path, answers(version, { unit: 'rate' }), actorOf('office'))
  assert.equal(load(otherUnit.body)('.govuk-error-summary__list a').attr('href'), '#unit')
  assert.equal((await measureById(app.deps.db, id))?.version, version)
})

it('says why a control chart does not fit', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aPublishedMeasure(app.deps)
  const path = `/staff/measures/${id}/edit`
  const unfit = await app.post(path, answers(version, { controlChart: 'p' }), actorOf('office'))
  assert.equal(unfit.statusCode, 422)
  assert.match(unfit.body, /not of the kind for this chart: select one of: The usual one \(XmR\), Run chart, c chart/)
  assert.equal((await app.post(path, answers(version, { controlChart: 'run' }), actorOf('office'))).statusCode, 303)
  assert.equal((await measureById(app.deps.db, id))?.controlChart, 'run')
})

it('keeps what was typed when somebody else saved first, and says who', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aPublishedMeasure(app.deps)
  const description = aMeasureDescription({ owner: 'Clerk' })
  await editMeasure(app.deps, SYSTEM, { measureId: id, version, description, reason: 'A new clerk' })
  const late = await app.post(`/staff/measures/${id}/edit`, answers(version, { owner: 'Analyst' }), actorOf('office'))
  assert.equal(late.statusCode, 409)
  const $ = load(late.body)
  assert.match($('.govuk-error-summary').text(), /Test saved it/)
  assert.equal($('#owner').attr('value'), 'Analyst')
  assert.equal($('input[name="version"]').attr('value'), String(version + 1))
})
