import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan, aPublishedPlan } from '#test/support/draft-plan.js'

const ADDRESS = '/staff/plans'
const office = actorOf('office')

describe('the list of plans', () => {
  it('says how to begin when there is none', async () => {
    const { get } = await testApp()
    const page = load((await get(ADDRESS, office)).body)
    assert.match(page('main').text(), /No plan yet/)
    assert.equal(page('main a[href="/staff/plans/new"]').length, 1)
  })

  it('shows each plan with its planning period and standing', async () => {
    const { deps, get } = await testApp()
    const { planId } = await aPublishedPlan(deps)
    const row = load((await get(ADDRESS, office)).body)('tbody tr').first()
    assert.equal(row.find('a').attr('href'), `/staff/plans/${planId}`)
    assert.match(row.text(), /1 December 2021 to 31 March 2025In force, version 1/)
  })

  it('calls a plan that was never published a draft', async () => {
    const { deps, get } = await testApp()
    await aDraftPlan(deps)
    assert.match(load((await get(ADDRESS, office)).body)('tbody').text(), /Draft, never published/)
  })

  it('is kept from those who may not read drafts, and offers an auditor no change', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('panel'))).statusCode, 403)
    assert.equal((await get(ADDRESS)).statusCode, 303)
    assert.equal(load((await get(ADDRESS, actorOf('auditor'))).body)('a[href="/staff/plans/new"]').length, 0)
  })
})
