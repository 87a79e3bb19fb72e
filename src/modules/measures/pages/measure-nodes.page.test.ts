import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { anOfficeWithPlan } from '#test/support/delivery-office.js'
import { aMeasure } from '#test/support/measures.js'
import { measureById } from '../data/measures.queries.js'

it('offers every part of the plans by theme, and saves those that are ticked', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const office = await anOfficeWithPlan(app.deps)
  const { id, version } = await aMeasure(app.deps)
  const path = `/staff/measures/${id}/nodes`
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.deepEqual(
    $('input[name="nodes"]')
      .toArray()
      .map((box) => $(box).attr('value')),
    [office.themeId, office.visitsId, office.youthId],
  )
  assert.match($('legend').text(), /Plan for Wessex: Crime prevention/)
  const nodes = [office.themeId, office.youthId]
  const answer = await app.post(path, { nodes, version: String(version) }, actorOf('office'))
  assert.equal(answer.statusCode, 303)
  assert.deepEqual([...((await measureById(app.deps.db, id))?.nodeIds ?? [])].sort(), [...nodes].sort())
  const page = await app.get(`/staff/measures/${id}`, actorOf('office'))
  assert.match(page.body, /Measure · informs 2 parts of the plan/)
})

it('refuses places that are in no plan, and keeps what was ticked', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const office = await anOfficeWithPlan(app.deps)
  const { id, version } = await aMeasure(app.deps)
  const nodes = ['forged', office.visitsId]
  const answer = await app.post(`/staff/measures/${id}/nodes`, { nodes, version: String(version) }, actorOf('office'))
  assert.equal(answer.statusCode, 422)
  const $ = load(answer.body)
  assert.equal($('.govuk-error-summary__list a').attr('href'), '#nodes')
  assert.ok($(`input[value="${office.visitsId}"]`).attr('checked') !== undefined)
  assert.deepEqual((await measureById(app.deps.db, id))?.nodeIds, [])
})
