import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { anAccount } from '#test/support/people.js'

const office = actorOf('office')

it('lets an administrator arrange who acts for somebody who fell ill, and end it', async () => {
  const { deps, get, post } = await testApp()
  const chief = await anAccount(deps)
  const aide = await anAccount(deps, { name: 'Aide', email: 'aide@wessex.example', roles: ['finance'] })
  const address = `/staff/people/${chief.id}/stand-in`
  const from = { 'from-day': '30', 'from-month': '4', 'from-year': '2025' }
  const until = { 'until-day': '9', 'until-month': '5', 'until-year': '2025' }
  assert.equal((await post(address, { standInId: '', end: '', ...from, ...until }, office)).statusCode, 422)
  assert.equal((await post(address, { standInId: aide.id, end: '', ...from }, office)).statusCode, 422)
  assert.equal((await post(address, { standInId: aide.id, end: '', ...from, ...until }, office)).statusCode, 303)
  const page = load((await get(address, office)).body)
  assert.match(page('table').text(), /Policy officerAide30 April 2025 to 9 May 2025/)
  const end = page('button[name="end"]').first().attr('value') ?? ''
  assert.equal((await post(address, { end }, office)).statusCode, 303)
  assert.match((await get(address, office)).body, /Nothing is arranged/)
  assert.equal((await get(address, actorOf('policy'))).statusCode, 403)
})
