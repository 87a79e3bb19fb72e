import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { forceOf } from '#modules/body/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { allForces } from '../data/place.queries.js'

const ADDRESS = '/staff/body/forces/new'
const office = actorOf('office')
const merged = { name: 'South West Police', shortName: 'Police', 'from-day': '1', 'from-month': '4' }

describe('the page that adds a force', () => {
  it('names the one that follows, and ends the one before it on the day before', async () => {
    const { deps, get, post } = await testApp()
    const { bodyId } = await aBodyWithPartners(deps)
    assert.match((await get(ADDRESS, office)).body, /Wessex Police ends on the day before/)
    assert.equal((await post(ADDRESS, { ...merged, 'from-year': '2026' }, office)).statusCode, 303)
    assert.deepEqual(
      (await allForces(deps.db, bodyId)).map(({ name, until }) => [name, until]),
      [
        ['Wessex Police', '2026-03-31'],
        ['South West Police', null],
      ],
    )
    assert.equal((await forceOf(deps.db, bodyId, isoDate('2026-04-01')))?.name, 'South West Police')
  })

  it('refuses one that begins no later than the last', async () => {
    const { deps, post } = await testApp()
    const { bodyId } = await aBodyWithPartners(deps)
    const early = { ...merged, 'from-day': '22', 'from-month': '11', 'from-year': '2012' }
    const answer = await post(ADDRESS, early, office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#from-error').text(), /after the first day of every force on record/)
    assert.equal((await allForces(deps.db, bodyId)).length, 1)
  })

  it('asks for what is missing', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, {}, office)
    assert.equal(answer.statusCode, 422)
    assert.equal(load(answer.body)('.govuk-error-summary a').length, 3)
  })

  it('is for the office alone, and for a register with a body', async () => {
    const { deps, get } = await testApp()
    assert.equal((await get(ADDRESS, office)).statusCode, 404)
    await aBodyWithPartners(deps)
    assert.equal((await get(ADDRESS, actorOf('auditor'))).statusCode, 403)
  })
})
