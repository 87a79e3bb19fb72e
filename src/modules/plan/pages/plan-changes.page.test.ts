import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aPublishedPlan } from '#test/support/draft-plan.js'
import { moveNode } from '../actions/move-node.js'
import { publishVersion } from '../actions/publish-version.js'

const office = actorOf('office')

describe('the page that compares two versions', () => {
  it('tells what changed, and nothing between a version and itself', async () => {
    const { deps, get } = await testApp()
    const { planId, idOf } = await aPublishedPlan(deps)
    await moveNode(deps, office, { nodeId: idOf('fairness'), version: 1, parentId: null, place: 1 })
    await publishVersion(deps, office, { planId, note: 'Second' })
    const page = load((await get(`/staff/plans/${planId}/changes/1/2`, office)).body)
    assert.match(page('main').text(), /1 part moved\..*From place/s)
    const same = load((await get(`/staff/plans/${planId}/changes/2/2`, office)).body)
    assert.match(same('main').text(), /Nothing that a reader would see has changed/)
  })

  it('is not there for versions that are not', async () => {
    const { deps, get } = await testApp()
    const { planId } = await aPublishedPlan(deps)
    for (const pair of ['1/2', '0/1', '1/x', '-1/1', '1/1e0']) {
      assert.equal((await get(`/staff/plans/${planId}/changes/${pair}`, office)).statusCode, 404)
    }
  })
})
