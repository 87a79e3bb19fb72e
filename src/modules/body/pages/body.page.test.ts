import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { foundBody } from '#modules/body/index.js'
import { actorOf, SYSTEM, testApp } from '#test/support/app.js'
import { aBodyWithPartners, aDescription } from '#test/support/body.js'
import { setLastDay } from '../actions/set-last-day.js'

describe('the page of the body', () => {
  it('shows what it is called, its titles, its force and who can lead', async () => {
    const { deps, get } = await testApp()
    await aBodyWithPartners(deps)
    const page = load((await get('/staff/body', actorOf('office'))).body)
    assert.equal(page('h1').text(), 'Police and Crime Commissioner for Wessex')
    const text = page('main').text()
    for (const words of [
      'Wessex Police',
      'Deputy Commissioner',
      'Wessex Police and Crime Panel',
      'Melchester Council',
    ]) {
      assert.ok(text.includes(words), words)
    }
    assert.equal(page('main a[href="/staff/body/describe"]').length, 1)
  })

  it('offers no change to those who may only read', async () => {
    const { deps, get } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await get('/staff/body', actorOf('auditor'))
    assert.equal(answer.statusCode, 200)
    assert.equal(load(answer.body)('main a').length, 0)
    assert.equal((await get('/staff/body', actorOf('visitor'))).statusCode, 403)
  })

  it('announces a successor before its day, and shows it from then on', async () => {
    const { deps, get } = await testApp()
    const { bodyId } = await aBodyWithPartners(deps)
    const description = aDescription({ name: 'Mayor of Wessex', type: 'mayor' })
    const from = isoDate('2027-05-10')
    await foundBody(deps, SYSTEM, { description, from, brandColour: '#12436d', succeeds: bodyId })
    const { body } = await get('/staff/body', actorOf('office'))
    assert.match(load(body)('main').text(), /Its functions pass to Mayor of Wessex on 10 May 2027/)
  })

  it('leads to every last day, keeps what has ended apart, and says how a successor is founded', async () => {
    const { deps, get } = await testApp()
    const { bodyId, councilId } = await aBodyWithPartners(deps)
    const until = isoDate('2025-04-29')
    await setLastDay(deps, SYSTEM, { bodyId, kind: 'organisation', id: councilId, wasRead: 'none', until })
    const page = load((await get('/staff/body', actorOf('office'))).body)
    const ended = page('main details').filter((_, each) => page(each).text().includes('no longer there'))
    assert.equal(ended.find(`a[href="/staff/body/organisations/${councilId}/last-day"]`).length, 1)
    assert.match(ended.text(), /Melchester Council.*29 April 2025/s)
    assert.equal(page('main a[href$="/last-day"]').length, 4)
    for (const kind of ['forces', 'areas', 'organisations']) {
      assert.equal(page(`main a[href="/staff/body/${kind}/new"]`).length, 1, kind)
    }
    assert.match(page('main').text(), /body found office\.json --succeeds/)
  })

  it('says so when no body has been founded', async () => {
    const { get } = await testApp()
    const answer = await get('/staff/body', actorOf('office'))
    assert.equal(answer.statusCode, 200)
    assert.match(answer.body, /no local policing body yet/)
  })
})
