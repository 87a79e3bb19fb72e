import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aTableOfCrime } from '#test/support/national-tables.js'

const ADDRESS = '/staff/national-tables/recorded-crime'

it('shows a force’s newest figures, and what a missing one means', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aTableOfCrime(app.deps)
  const $ = load((await app.get(`${ADDRESS}?force=kent`, actorOf('office'))).body)
  const text = $('main').text()
  assert.match(text, /Kent, 1 April 2017 to 31 March 2018/)
  assert.match(text, /Burglary120/)
  assert.match(text, /Robberynot available/)
  assert.match(text, /Open Government Licence/)
  assert.equal($('option[selected]').text(), 'Kent')
})

it('gives the figures of one force or of all as CSV, with the file that says each', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aTableOfCrime(app.deps)
  const csv = async (query: string) => (await app.get(`${ADDRESS}/figures.csv${query}`, actorOf('office'))).body
  const lines = (await csv('')).trim().split('\r\n')
  assert.equal(lines[0], 'area,code,from,until,offence,offences,missing because,file')
  assert.ok(lines.includes('Kent,E23000032,2017-04-01,2018-03-31,Burglary,120,,crime-120.csv'))
  assert.ok(lines.includes('Kent,E23000032,2017-04-01,2018-03-31,Robbery,,not available,crime-120.csv'))
  assert.equal((await csv('?force=essex')).trim().split('\r\n').length, 2)
})

it('says so before a table is taken in, and knows no other kind', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.match((await app.get(ADDRESS, actorOf('office'))).body, /No such table has been taken in yet/)
  assert.equal((await app.get('/staff/national-tables/recipes', actorOf('office'))).statusCode, 404)
  assert.equal((await app.get('/staff/national-tables/population/figures.csv', actorOf('office'))).statusCode, 404)
})
