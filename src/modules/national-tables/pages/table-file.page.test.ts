import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aTableOfCrime } from '#test/support/national-tables.js'

it('says what a file was, by whom it was taken in, and what it changed', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aTableOfCrime(app.deps)
  const { file } = await aTableOfCrime(app.deps, 125)
  const address = `/staff/national-tables/recorded-crime/files/${file?.id}`
  const text = load((await app.get(address, actorOf('office'))).body)('main').text()
  assert.match(text, /by Test/)
  assert.match(text, /1 changed, 0 withdrawn, 2 the same/)
  assert.match(text, /Kent.*Burglary.*Offences: 120.*Offences: 125/)
  assert.match(text, new RegExp(file?.sha256 ?? 'none'))
})

it('knows no file of another kind', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { file } = await aTableOfCrime(app.deps)
  const wrong = `/staff/national-tables/workforce/files/${file?.id}`
  assert.equal((await app.get(wrong, actorOf('office'))).statusCode, 404)
})
