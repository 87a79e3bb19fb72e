import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aPublishedPlan } from '#test/support/draft-plan.js'
import { planTree } from '../data/plan.queries.js'

const office = actorOf('office')

async function published(key: string) {
  const app = await testApp()
  const plan = await aPublishedPlan(app.deps)
  const count = async () => (await planTree(app.deps.db, plan.planId))?.nodes.length
  return { ...app, ...plan, address: `/staff/plans/nodes/${plan.idOf(key)}/remove`, count }
}

describe('the page that removes a part', () => {
  it('asks first, says that the published version keeps it, and removes it', async () => {
    const { address, get, post, count, planId } = await published('searches')
    const page = load((await get(address, office)).body)
    assert.match(page('main').text(), /The public reads it in version 1, which keeps it/)
    const answer = await post(address, { version: '1' }, office)
    assert.equal(answer.headers.location, `/staff/plans/${planId}`)
    assert.equal(await count(), 4)
  })

  it('does not remove a part that others hang from, however it is asked', async () => {
    const { address, get, post, count } = await published('streets')
    const page = load((await get(address, office)).body)
    assert.match(page('main').text(), /cannot be removed while 2 parts hang from it/)
    assert.equal(page('.govuk-button--warning').length, 0)
    assert.equal((await post(address, { version: '1' }, office)).headers.location, address)
    assert.equal(await count(), 5)
  })
})
