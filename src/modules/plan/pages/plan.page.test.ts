import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan, aPublishedPlan } from '#test/support/draft-plan.js'
import { editNode } from '../actions/edit-node.js'

const office = actorOf('office')

describe('the page of a plan', () => {
  it('shows every part with who leads it, the planning period and where the public stands', async () => {
    const { deps, get } = await testApp()
    const { planId, idOf } = await aPublishedPlan(deps)
    await editNode(deps, office, { nodeId: idOf('streets'), version: 1, title: 'Calm streets', text: '' })
    const page = load((await get(`/staff/plans/${planId}`, office)).body)
    assert.match(
      page(`#part-${idOf('patrols')}`).text(),
      /Patrol the worst streetsLed by Wessex Police, with Melchester Council/,
    )
    assert.equal(page('main h2').first().text(), 'Calm streets')
    const text = page('main').text()
    assert.match(text, /Planning period 1 December 2021 to 31 March 2025/)
    assert.match(text, /Themes: 2\. Commitments: 3\. Every tracked part has a lead\./)
    assert.match(text, /The public reads version 1, published on 30 April 2025\. One change since\./)
  })

  it('moves a part by one button, which posts to the page that moves parts', async () => {
    const { deps, get, post } = await testApp()
    const { planId, idOf } = await aDraftPlan(deps)
    const address = `/staff/plans/${planId}`
    const form = load((await get(address, office)).body)(`#part-${idOf('lighting')} form`).first()
    const fields = Object.fromEntries(
      ['version', 'parent', 'place'].map((name) => [name, String(form.find(`[name="${name}"]`).val())]),
    )
    const answer = await post(form.attr('action') ?? '', fields, office)
    assert.equal(answer.headers.location, `${address}#part-${idOf('lighting')}`)
    const titles = load((await get(address, office)).body)('.outline__title')
      .map((_index, each) => load(each).text())
      .get()
    assert.deepEqual(titles.slice(0, 2), ['Ask for better lighting', 'Patrol the worst streets'])
  })

  it('offers no button where a part is first or last, and none at all to those who may only read', async () => {
    const { deps, get } = await testApp()
    const { planId, idOf } = await aDraftPlan(deps)
    const page = load((await get(`/staff/plans/${planId}`, office)).body)
    assert.equal(page(`#part-${idOf('searches')} form`).length, 0)
    assert.equal(page(`#part-${idOf('patrols')} form`).length, 1)
    const read = load((await get(`/staff/plans/${planId}`, actorOf('auditor'))).body)
    assert.equal(read('main form, main .tools, main .govuk-button').length, 0)
  })

  it('is not there for a plan that is not', async () => {
    const { get } = await testApp()
    assert.equal((await get('/staff/plans/elsewhere', office)).statusCode, 404)
  })
})
