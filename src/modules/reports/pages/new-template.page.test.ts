import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

const AT = '/staff/reports/templates/new'

describe('a kind of report of the office’s own', () => {
  const { officer, there } = reportPages()

  it('begins as another kind, and can be chosen for a report', async () => {
    const { app } = there()
    const added = await app.post(AT, { name: 'Report to the audit committee', like: 'quarterly-pack' }, officer)
    assert.equal(added.statusCode, 303)
    assert.equal(added.headers.location, '/staff/reports/templates/own-report-to-the-audit-committee')
    const offered = load((await app.get('/staff/reports/new', officer)).body)('#template').text()
    assert.match(offered, /Report to the audit committee/)
  })

  it('has a name of its own and a kind to begin as, and is not for others', async () => {
    const { app } = there()
    const twice = await app.post(AT, { name: 'annual Report', like: 'quarterly-pack' }, officer)
    assert.match(twice.body, /There is a kind of report of that name/)
    assert.equal((await app.post(AT, { name: 'Other', like: 'nothing' }, officer)).statusCode, 422)
    assert.equal((await app.get(AT, actorOf('auditor'))).statusCode, 403)
  })
})
