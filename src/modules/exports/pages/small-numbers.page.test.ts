import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { officeRule } from '#modules/disclosure/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aPublishedMeasure, someFigures } from '#test/support/measures.js'

const ADDRESS = '/staff/measures/small-numbers'

it('sets the rule with its reason, and says how many figures are withheld', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  await someFigures(app.deps, ['burglary,2025-02,3,,,final,', 'burglary,2025-01,0,,,final,'])
  const form = { below: '5', zero: 'shown', reason: 'Few victims can be known' }
  assert.equal((await app.post(ADDRESS, form, actorOf('office'))).statusCode, 303)
  const { suppressBelow, showsZero, reason } = await officeRule(app.deps.db)
  assert.deepEqual([suppressBelow, showsZero, reason], [5, true, 'Few victims can be known'])
  const $ = load((await app.get(ADDRESS, actorOf('office'))).body)
  assert.match($('.lede').text(), /Numbers below 5: 1 recorded figure of public measures is withheld now/)
  const page = load((await app.get('/measures/burglary')).body)
  assert.match(page('main').text(), /withheld \[c\]/)
  assert.doesNotMatch(page('table').text(), /Feb 2025\s*3/)
})

it('refuses a threshold that makes no sense and keeps what was typed', async (t) => {
  const app = await testApp()
  t.after(app.close)
  for (const below of ['1', '2.5', 'five', '-3']) {
    const answer = await app.post(ADDRESS, { below, zero: 'shown', reason: 'Why' }, actorOf('office'))
    assert.equal(answer.statusCode, 422, below)
    assert.equal(load(answer.body)('input[name=below]').val(), below)
  }
  assert.equal((await officeRule(app.deps.db)).recordedAt, null)
})

it('is for the office alone', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.equal((await app.get(ADDRESS, actorOf('partner'))).statusCode, 403)
  assert.equal((await app.post(ADDRESS, { below: '5', zero: 'shown', reason: 'x' }, actorOf('force'))).statusCode, 403)
})
