import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'

const ADDRESS = '/staff/national-tables/import'
const GOOD = 'code,name,population\nE07000010,Fenland,102500\n'

function send(app: TestApp, content: string, form: Record<string, string> = {}) {
  const sent = { fileName: 'residents.csv', bytes: Buffer.from(content), as: actorOf('office') }
  return app.upload(ADDRESS, { kind: 'auto', year: '', ...form }, sent)
}

it('takes a file in by its heads, with the year that the file does not say', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const answer = await send(app, GOOD, { year: '2021' })
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/staff/national-tables/population')
  const again = await send(app, GOOD, { year: '2021' })
  assert.equal(again.statusCode, 303)
})

it('says which head is wrong, and takes nothing in', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const answer = await send(app, GOOD.replace('population', 'mood'), { kind: 'population', year: '2021' })
  assert.equal(answer.statusCode, 422)
  assert.match(load(answer.body)('.govuk-error-summary').text(), /Nobody knows the column “mood”/)
})

it('asks for a file, and for a year of four figures', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const nothing = await app.post(ADDRESS, { kind: 'auto', year: '' }, actorOf('office'))
  assert.match(load(nothing.body)('.govuk-error-summary').text(), /Choose a file/)
  assert.match(load((await send(app, GOOD, { year: '21' })).body)('.govuk-error-summary').text(), /four figures/)
})

it('takes a pasted table, and gives a wrong one back to be corrected', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const paste = (content: string) => app.post(ADDRESS, { kind: 'auto', year: '2021', content }, actorOf('office'))
  assert.equal((await paste(GOOD)).statusCode, 303)
  const wrong = await paste(GOOD.replace('102500', 'many'))
  assert.equal(wrong.statusCode, 422)
  assert.match(load(wrong.body)('#content').text(), /many/)
})

it('is closed to all but the office', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.equal((await app.get(ADDRESS, actorOf('auditor'))).statusCode, 403)
  assert.equal((await app.get(ADDRESS, actorOf('office'))).statusCode, 200)
})
