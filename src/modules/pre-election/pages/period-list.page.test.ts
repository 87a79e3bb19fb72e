import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { addPeriod } from '../actions/set-period.js'

const ADDRESS = '/staff/pre-election'

describe('the page of the days before an election', () => {
  it('says that none is set, and leads the office on', async () => {
    const { get } = await testApp()
    const { body } = await get(ADDRESS, actorOf('office'))
    assert.match(body, /No period is set/)
    assert.match(body, /href="\/staff\/pre-election\/new"/)
  })

  it('says first that publication is barred now', async () => {
    const { deps, get } = await testApp()
    const today = deps.today()
    await addPeriod(deps, SYSTEM, { election: 'the by-election', from: today, until: today, decidedBy: 'the office' })
    const { body } = await get(ADDRESS, actorOf('auditor'))
    assert.match(body, /Publication is barred until/)
    assert.doesNotMatch(body, /take-back/)
  })

  it('is not for the force', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('force'))).statusCode, 403)
  })

  it('shows what is over without a way to take it back', async () => {
    const { deps, get } = await testApp()
    const day = isoDate('2016-05-05')
    await addPeriod(deps, SYSTEM, { election: 'the election of 2016', from: day, until: day, decidedBy: 'the office' })
    assert.doesNotMatch((await get(ADDRESS, actorOf('office'))).body, /take-back/)
  })
})
