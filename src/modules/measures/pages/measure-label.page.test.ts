import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { anOfficeWithPlan } from '#test/support/delivery-office.js'
import { SYSTEM } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { chooseNodes } from '../actions/choose-nodes.js'
import { labelsOf } from '../actions/labels-of.js'
import { measureById } from '../data/measures.queries.js'

it('keeps the plan’s own name for a measure, reached from the page of what it informs', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const office = await anOfficeWithPlan(app.deps)
  const { id: measureId, version } = await aMeasure(app.deps)
  const path = `/staff/measures/${measureId}/nodes/${office.youthId}/label`
  assert.equal((await app.get(path, actorOf('office'))).statusCode, 404)
  await chooseNodes(app.deps, SYSTEM, { measureId, version, nodeIds: [office.youthId] })
  const nodes = load((await app.get(`/staff/measures/${measureId}/nodes`, actorOf('office'))).body)
  assert.equal(nodes(`a[href="${path}"]`).length, 1)
  assert.equal(
    (await app.post(path, { version: 'was:', label: 'Homes broken into' }, actorOf('office'))).statusCode,
    303,
  )
  const measure = await measureById(app.deps.db, measureId)
  assert.ok(measure)
  assert.deepEqual(
    (await labelsOf(app.deps.db, measure)).map(({ label }) => label),
    ['Homes broken into'],
  )
  const again = load((await app.get(path, actorOf('office'))).body)
  assert.equal(again('#label').attr('value'), 'Homes broken into')
  assert.equal(again('input[name="version"]').attr('value'), 'was:Homes broken into')
  const late = await app.post(path, { version: 'was:', label: 'Break-ins' }, actorOf('office'))
  assert.equal(late.statusCode, 409, 'somebody else has named it since')
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
})
