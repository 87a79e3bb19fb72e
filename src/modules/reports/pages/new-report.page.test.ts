import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

const dates = {
  ...{ 'periodFrom-day': '1', 'periodFrom-month': '1', 'periodFrom-year': '2025' },
  ...{ 'periodUntil-day': '31', 'periodUntil-month': 'March', 'periodUntil-year': '2025' },
  ...{ 'meetingOn-day': '11', 'meetingOn-month': '6', 'meetingOn-year': '2025' },
}

describe('beginning a report', () => {
  const { officer, there } = reportPages()
  const answers = () => ({
    ...dates,
    template: 'theme-monitoring',
    theme: `${there().office.planId}/${there().office.themeId}`,
    title: 'Quarter four',
    addressedTo: 'The Panel',
  })

  it('leads to the report', async () => {
    const { app } = there()
    const answer = await app.post('/staff/reports/new', answers(), officer)
    assert.equal(answer.statusCode, 303)
    const { body } = await app.get(String(answer.headers.location), officer)
    assert.match(body, /Quarter four/)
  })

  it('is about one theme or about the whole plan, as its kind asks', async () => {
    const { app, office } = there()
    const whole = { ...answers(), template: 'annual-report', theme: `${office.planId}/` }
    const answer = await app.post('/staff/reports/new', whole, officer)
    assert.equal(answer.statusCode, 303)
    const { body } = await app.get(String(answer.headers.location), officer)
    assert.match(body, /National measures/)
    for (const wrong of [
      { ...whole, theme: answers().theme },
      { ...whole, template: 'theme-monitoring' },
    ]) {
      assert.equal((await app.post('/staff/reports/new', wrong, officer)).statusCode, 422)
    }
  })

  it('keeps what was typed when a date is wrong', async () => {
    const { app } = there()
    const answer = await app.post('/staff/reports/new', { ...answers(), 'periodUntil-day': '32' }, officer)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Last day must be a real date/)
    assert.match(answer.body, /value="Quarter four"/)
    assert.match(answer.body, /href="#periodUntil-day"/)
  })

  it('explains why a period cannot be', async () => {
    const { app } = there()
    const answer = await app.post('/staff/reports/new', { ...answers(), 'periodUntil-year': '2024' }, officer)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Last day must be the first day or later/)
  })

  it('leads to the plans while none is published', async () => {
    const empty = await testApp()
    const { body } = await empty.get('/staff/reports/new', officer)
    assert.match(body, /No plan has been published yet/)
    assert.doesNotMatch(body, /<select/)
    await empty.close()
  })

  it('takes no theme that was not offered, and is not for others', async () => {
    const { app } = there()
    assert.equal((await app.post('/staff/reports/new', { ...answers(), theme: 'x/y' }, officer)).statusCode, 422)
    assert.equal((await app.post('/staff/reports/new', answers(), actorOf('auditor'))).statusCode, 403)
  })
})
