import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { OLD_PLAN } from '#test/support/old-plan.js'

describe('reading an old plan', () => {
  let app: TestApp
  before(async () => {
    app = await testApp()
  })
  after(() => app.close())
  const officer = actorOf('office')

  it('asks for a file and says why one cannot be read', async () => {
    assert.equal((await app.post('/staff/plans/read', {}, officer)).statusCode, 422)
    const empty = { fileName: 'plan.pdf', bytes: Buffer.from('%PDF-1.7 broken'), as: officer }
    assert.equal((await app.upload('/staff/plans/read', {}, empty)).statusCode, 422)
    assert.equal((await app.get('/staff/plans/read', actorOf('panel'))).statusCode, 403)
  })

  it('keeps what it found and lists what was read', async () => {
    const file = { fileName: 'plan.txt', bytes: Buffer.from(OLD_PLAN), as: officer }
    const answer = await app.upload('/staff/plans/read', {}, file)
    assert.equal(answer.statusCode, 303)
    assert.match((await app.get('/staff/plans/read', officer)).body, /plan\.txt|Police and crime plan 2021 to 2025/)
  })
})
