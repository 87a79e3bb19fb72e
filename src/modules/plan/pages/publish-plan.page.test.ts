import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan, aPublishedPlan } from '#test/support/draft-plan.js'
import { assignBodies } from '../actions/assign-bodies.js'
import { editNode } from '../actions/edit-node.js'
import { latestVersion } from '../data/version.queries.js'

const office = actorOf('office')

describe('the page that publishes a plan', () => {
  it('publishes the first version of what it shows', async () => {
    const { deps, get, post } = await testApp()
    const { planId } = await aDraftPlan(deps)
    const address = `/staff/plans/${planId}/publish`
    const page = load((await get(address, office)).body)
    assert.match(page('main').text(), /first version that the public reads/)
    assert.match(page('details').text(), /We will see to patrols/)
    const version = String(page('[name="version"]').val())
    const nameless = await post(address, { version, note: '' }, office)
    assert.deepEqual([nameless.statusCode, load(nameless.body)('.govuk-error-summary a').attr('href')], [422, '#note'])
    const answer = await post(address, { version, note: 'For the new term' }, office)
    assert.equal(answer.headers.location, `/staff/plans/${planId}/versions`)
    assert.deepEqual([(await latestVersion(deps.db, planId))?.note, answer.statusCode], ['For the new term', 303])
  })

  it('shows what changed, clause by clause, and nothing else', async () => {
    const { deps, get } = await testApp()
    const { planId, idOf } = await aPublishedPlan(deps)
    const edit = {
      nodeId: idOf('patrols'),
      version: 1,
      title: 'Patrol the worst streets',
      text: 'We will soon see to patrols.',
    }
    await editNode(deps, office, edit)
    const page = load((await get(`/staff/plans/${planId}/publish`, office)).body)
    assert.match(page('main').text(), /1 part reworded\./)
    assert.equal(page('ins').length, 1)
    assert.match(page('ins').text(), /soon/)
    assert.equal(page('del').length, 0)
  })

  it('offers no publication while something is wrong, and leads to what is', async () => {
    const { deps, get, post } = await testApp()
    const { planId, idOf } = await aDraftPlan(deps)
    const address = `/staff/plans/${planId}/publish`
    const bodies = { leadId: null, supporting: [] }
    await assignBodies(deps, office, { nodeId: idOf('searches'), version: 1, bodies })
    const page = load((await get(address, office)).body)
    assert.match(page('.notice').text(), /Nobody leads “Open stop and search to view”/)
    assert.equal(page('.notice a').attr('href'), `/staff/plans/nodes/${idOf('searches')}/edit`)
    assert.equal(page('main form button').length, 0)
    await post(address, { version: 'forged', note: 'Anyway' }, office)
    assert.equal(await latestVersion(deps.db, planId), undefined)
  })

  it('says that nothing has changed when nothing has', async () => {
    const { deps, get } = await testApp()
    const { planId } = await aPublishedPlan(deps)
    const page = load((await get(`/staff/plans/${planId}/publish`, office)).body)
    assert.match(page('.lede').first().text(), /Nothing has changed since version 1/)
    assert.equal(page('main form button').length, 0)
  })

  it('does not publish what nobody looked at: a draft that changed meanwhile is shown again', async () => {
    const { deps, get, post } = await testApp()
    const { planId, idOf } = await aDraftPlan(deps)
    const address = `/staff/plans/${planId}/publish`
    const version = String(load((await get(address, office)).body)('[name="version"]').val())
    await editNode(deps, office, { nodeId: idOf('streets'), version: 1, title: 'Changed', text: '' })
    const answer = await post(address, { version, note: 'My note' }, office)
    const page = load(answer.body)
    assert.equal(answer.statusCode, 409)
    assert.equal(page('#note').val(), 'My note')
    assert.notEqual(page('[name="version"]').val(), version)
    assert.equal(await latestVersion(deps.db, planId), undefined)
  })

  it('is for the office only', async () => {
    const { deps, get } = await testApp()
    const { planId } = await aDraftPlan(deps)
    assert.equal((await get(`/staff/plans/${planId}/publish`, actorOf('auditor'))).statusCode, 403)
  })
})
