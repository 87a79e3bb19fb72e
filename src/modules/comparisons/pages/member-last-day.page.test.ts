import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aGroup } from '#test/support/comparisons.js'
import { membersOf } from '../data/comparisons.queries.js'

const office = actorOf('office')

async function aMember() {
  const { deps, get, post } = await testApp()
  const group = await aGroup(deps, ['Kent'])
  const member = async () => (await membersOf(deps.db, group.id))[0]
  const address = `/staff/comparisons/${group.id}/members/${(await member())?.id}/last-day`
  return { get, post, member, address }
}

const lastDay = (version: string, [day = '', month = '', year = ''] = ['', '', '']) => ({
  ...{ version, 'until-day': day, 'until-month': month, 'until-year': year },
})

describe('the page that ends an area’s time in a group', () => {
  it('sets the last day, shows it, and takes it away again', async () => {
    const { get, post, member, address } = await aMember()
    assert.equal((await post(address, lastDay('none', ['31', '3', '2020']), office)).statusCode, 303)
    assert.equal((await member())?.until, '2020-03-31')
    assert.equal(load((await get(address, office)).body)('#until-year').attr('value'), '2020')
    assert.equal((await post(address, lastDay('2020-03-31'), office)).statusCode, 303)
    assert.equal((await member())?.until, null)
  })

  it('refuses a last day before the first, and one over another that was set meanwhile', async () => {
    const { post, member, address } = await aMember()
    const early = await post(address, lastDay('none', ['1', '1', '2000']), office)
    assert.equal(early.statusCode, 422)
    assert.match(load(early.body)('#until-error').text(), /must not be before the first/)
    assert.equal((await post(address, lastDay('2019-03-31', ['31', '3', '2020']), office)).statusCode, 409)
    assert.equal((await member())?.until, null)
  })

  it('is for the office alone, and for members that there are', async () => {
    const { get, address } = await aMember()
    assert.equal((await get(address, actorOf('auditor'))).statusCode, 403)
    assert.equal((await get(address.replace(/members\/[^/]+/, 'members/none'), office)).statusCode, 404)
  })
})
