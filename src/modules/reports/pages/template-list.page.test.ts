import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

const { officer, there } = reportPages()

it('lists every kind of report, each with the way to change it', async () => {
  const $ = load((await there().app.get('/staff/reports/templates', officer)).body)
  const names = $('tbody th a')
    .map((_, each) => $(each).text())
    .get()
  assert.ok(names.includes('Annual report') && names.includes('Decision notice'))
  assert.match($('tbody').text(), /Comes with Frankpledge/)
  assert.equal((await there().app.get('/staff/reports/templates', actorOf('force'))).statusCode, 403)
})
