import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('changing what a report is about', () => {
  const { officer, there } = reportPages()

  async function shown() {
    const { app, at } = there()
    const $ = load((await app.get(`${at}/edit`, officer)).body)
    const fields = $('form[novalidate] input, form[novalidate] select').toArray()
    const named = fields.filter((each) => $(each).attr('name') !== '_csrf')
    return Object.fromEntries(named.map((each) => [String($(each).attr('name')), String($(each).val() ?? '')]))
  }

  it('shows what is stored, saves, and refuses a second save of the same form', async () => {
    const { app, at } = there()
    const answers = await shown()
    assert.equal(answers['meetingOn-day'], '11')
    const first = await app.post(`${at}/edit`, { ...answers, title: 'A better title' }, officer)
    assert.equal(first.statusCode, 303)
    const second = await app.post(`${at}/edit`, { ...answers, title: 'Another title' }, officer)
    assert.equal(second.statusCode, 409)
    assert.match(second.body, /Test office saved it on/)
    assert.match(second.body, /value="Another title"/)
    assert.match((await app.get(at, officer)).body, /A better title/)
  })

  it('keeps what was typed when it is wrong, and is not for others', async () => {
    const { app, at } = there()
    const answers = await shown()
    const wrong = await app.post(`${at}/edit`, { ...answers, 'meetingOn-year': '2020' }, officer)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Meeting must be on the last day of the period or later/)
    assert.equal((await app.get(`${at}/edit`, actorOf('auditor'))).statusCode, 403)
  })
})
