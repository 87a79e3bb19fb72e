import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { anAccount } from '#test/support/people.js'
import { reportPages } from '#test/support/report-pages.js'

describe('saying who writes a section and how far it is', () => {
  const { officer, there } = reportPages()

  it('stands on the report beside the section', async () => {
    const { app, at } = there()
    const { id, name } = await anAccount(app.deps, { email: 'writer@example.test', name: 'Policy officer' })
    const answers = { owner: id, state: 'ready', version: '1' }
    assert.equal((await app.post(`${at}/sections/context/work`, answers, officer)).statusCode, 303)
    const row = load((await app.get(at, officer)).body)('table tr:contains("context and overview")').first()
    assert.match(row.text(), new RegExp(name))
    assert.match(row.text(), /Ready to be signed off/)
  })

  it('signs off no words that were changed meanwhile', async () => {
    const { app, at } = there()
    await app.post(`${at}/sections/purpose`, { text: 'New words.', version: '1' }, officer)
    const late = { owner: '', state: 'signed-off', version: '1' }
    const answer = await app.post(`${at}/sections/purpose/work`, late, officer)
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Someone else changed this/)
  })

  it('is for the office', async () => {
    const { app, at } = there()
    assert.equal((await app.get(`${at}/sections/purpose/work`, actorOf('auditor'))).statusCode, 403)
  })
})
