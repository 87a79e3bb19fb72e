import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan } from '#test/support/draft-plan.js'
import { planTree } from '../data/plan.queries.js'
import { nodeOf } from '../domain/tree.js'

const office = actorOf('office')

async function draft() {
  const app = await testApp()
  const plan = await aDraftPlan(app.deps)
  const address = `/staff/plans/nodes/${plan.idOf('patrols')}/edit`
  const node = async () => nodeOf((await planTree(app.deps.db, plan.planId)) ?? { nodes: [] }, plan.idOf('patrols'))
  return { ...app, ...plan, address, node }
}

describe('the page that edits a part', () => {
  it('shows what stands: words, lead and support', async () => {
    const { address, forceId, councilId, get } = await draft()
    const page = load((await get(address, office)).body)
    assert.equal(page('#title').val(), 'Patrol the worst streets')
    assert.equal(page('#lead option[selected]').val(), forceId)
    assert.equal(page('#support1 option[selected]').val(), councilId)
    assert.equal(page('#part1').val(), 'Lights the streets')
  })

  it('saves words and bodies together, and goes back to the part on the plan', async () => {
    const { address, officeId, idOf, planId, post, node } = await draft()
    const answer = await post(address, { version: '1', title: 'Patrol', text: 'New', lead: officeId }, office)
    assert.equal(answer.headers.location, `/staff/plans/${planId}#part-${idOf('patrols')}`)
    const saved = await node()
    assert.deepEqual([saved?.title, saved?.text, saved?.bodies.length], ['Patrol', 'New', 1])
  })

  it('keeps what the second of two typed, and lets them send it again', async () => {
    const { address, post, node } = await draft()
    await post(address, { version: '1', title: 'First', text: '' }, office)
    const late = await post(address, { version: '1', title: 'Second', text: 'My words' }, office)
    const page = load(late.body)
    assert.equal(late.statusCode, 409)
    assert.deepEqual([page('#title').val(), page('#text').val()], ['Second', 'My words'])
    assert.equal((await node())?.title, 'First')
    const version = String(page('[name="version"]').val())
    assert.equal((await post(address, { version, title: 'Second', text: 'My words' }, office)).statusCode, 303)
  })

  it('refuses a body that the office does not know', async () => {
    const { address, post, node } = await draft()
    const answer = await post(address, { version: '1', title: 'T', text: '', lead: 'forged' }, office)
    assert.deepEqual([answer.statusCode, load(answer.body)('.govuk-error-summary a').attr('href')], [422, '#lead'])
    assert.equal((await node())?.version, 1)
  })

  it('is kept from those who may only read', async () => {
    const { address, get } = await draft()
    assert.equal((await get(address, actorOf('force'))).statusCode, 403)
  })
})
