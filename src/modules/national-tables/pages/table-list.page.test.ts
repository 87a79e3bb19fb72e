import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aTableOfCrime } from '#test/support/national-tables.js'

const ADDRESS = '/staff/national-tables'

it('names every kind of table, with the newest file of each', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aTableOfCrime(app.deps)
  await aTableOfCrime(app.deps, 121)
  const $ = load((await app.get(ADDRESS, actorOf('office'))).body)
  const rows = $('tbody tr')
    .toArray()
    .map((row) => $(row).text())
  assert.ok(rows.some((row) => /Recorded crime by force, rolling years.*crime-121\.csv3/.test(row)))
  assert.ok(rows.some((row) => /Boundaries of areas.*None yet/.test(row)))
})

it('offers to take one in to the office alone, and is closed to the public', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const link = (body: string) => load(body)('a[href="/staff/national-tables/import"]').length
  assert.equal(link((await app.get(ADDRESS, actorOf('office'))).body), 1)
  assert.equal(link((await app.get(ADDRESS, actorOf('auditor'))).body), 0)
  assert.equal((await app.get(ADDRESS, actorOf('panel'))).statusCode, 403)
})
