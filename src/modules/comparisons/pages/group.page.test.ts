import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { anOfficeWithNeighbours } from '#test/support/comparisons.js'

describe('the page of a group', () => {
  it('shows its areas with their days, its source, and what can be compared', async () => {
    const { deps, get } = await testApp()
    const { group, measure } = await anOfficeWithNeighbours(deps)
    const answer = await get(`/staff/comparisons/${group.id}`, actorOf('office'))
    const page = load(answer.body)
    assert.equal(page('tbody tr').length, 3)
    assert.match(page('main').text(), /Chosen by the office\. The public may see it/)
    assert.equal(page(`a[href="/staff/measures/${measure.id}/compare?group=our-neighbours"]`).text(), 'Crime rate')
    assert.equal(page('a[href$="/last-day"]').length, 3)
  })

  it('lets others read it and change nothing', async () => {
    const { deps, get } = await testApp()
    const { group } = await anOfficeWithNeighbours(deps)
    const page = load((await get(`/staff/comparisons/${group.id}`, actorOf('auditor'))).body)
    assert.equal(page('a[href$="/last-day"], a[href$="/edit"], a[href$="/members/new"]').length, 0)
    assert.equal((await get('/staff/comparisons/none', actorOf('office'))).statusCode, 404)
    assert.equal((await get(`/staff/comparisons/${group.id}`, actorOf('partner'))).statusCode, 403)
  })
})
