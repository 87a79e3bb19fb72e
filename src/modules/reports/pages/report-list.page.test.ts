import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('the list of reports', () => {
  const { officer, there } = reportPages()

  it('shows each report with its meeting and state', async () => {
    const { body } = await there().app.get('/staff/reports', officer)
    assert.match(body, /Crime prevention to March 2025/)
    assert.match(body, /11 June 2025/)
    assert.match(body, /Draft/)
  })

  it('offers a new one only to who may write it', async () => {
    const { app } = there()
    assert.match((await app.get('/staff/reports', officer)).body, /Begin a report/)
    assert.doesNotMatch((await app.get('/staff/reports', actorOf('auditor'))).body, /Begin a report/)
    assert.equal((await app.get('/staff/reports', actorOf('panel'))).statusCode, 403)
  })
})
