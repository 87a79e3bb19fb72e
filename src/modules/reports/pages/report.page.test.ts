import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('a report', () => {
  const { officer, there } = reportPages()

  it('stands in the house form, numbered without gaps', async () => {
    const { app, at } = there()
    const $ = load((await app.get(at, officer)).body)
    const headings = $('.paper h2')
      .toArray()
      .map((each) => $(each).text().trim())
    assert.deepEqual(headings.slice(0, 4), [
      '1. Purpose',
      '2. Recommendation',
      '3. Terms of reference',
      '4. Background',
    ])
    assert.ok(headings.includes('6. Visit repeat victims'), headings.join('; '))
    assert.deepEqual(
      headings.map((heading) => Number.parseInt(heading, 10)),
      headings.map((_, index) => index + 1),
    )
    const numbers = $('.numbered-paragraph__number')
      .toArray()
      .map((each) => $(each).text())
    assert.equal(new Set(numbers).size, numbers.length)
  })

  it('tells what was published in the period, with evidence and figures, and nothing else', async () => {
    const { app, at } = there()
    const { body } = await app.get(at, officer)
    assert.match(body, /Two teams were trained in March/)
    assert.match(body, /href="https:\/\/example.org\/record"/)
    assert.match(body, /230 burglaries were recorded in March 2025/)
    assert.doesNotMatch(load(body)('.paper').text(), /Unpublished words/)
    assert.match(body, /One update waits to be published/)
    assert.doesNotMatch(body, /\[object|undefined|NaN/)
  })

  it('is for the office and the auditor, who changes nothing', async () => {
    const { app, at } = there()
    const { body } = await app.get(at, actorOf('auditor'))
    assert.doesNotMatch(body, /Publish report/)
    for (const role of ['force', 'partner', 'panel', 'visitor'] as const) {
      assert.equal((await app.get(at, actorOf(role))).statusCode, 403, role)
    }
    assert.equal((await app.get('/staff/reports/none', officer)).statusCode, 404)
  })
})
