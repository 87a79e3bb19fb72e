import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

const AT = '/staff/reports/templates/theme-monitoring'

describe('changing a template', () => {
  const { officer, there } = reportPages()
  const form = async () => {
    const $ = load((await there().app.get(AT, officer)).body)
    const value = (name: string) => $(`[name="${name}"]`).val()
    return {
      page: $,
      answers: {
        ...{ version: String(value('version')), name: String(value('name')), text: $('textarea').text() },
        ...{ numbering: 'paragraphs', parts: ['data-tables'] },
      },
    }
  }

  it('changes the reports of its kind, and says what is wrong with its lines', async () => {
    const { app, at } = there()
    const { answers } = await form()
    const text = `## Our own heading\n\n:::section{name=own-greeting}\nWe greet the :field[addressed-to].\n:::\n\n::nothing`
    const saved = await app.post(AT, { ...answers, name: 'Our theme report', text }, officer)
    assert.equal(saved.statusCode, 303, saved.body.slice(0, 300))
    const report = load((await app.get(at, officer)).body)('article').text()
    assert.match(report, /1\. Our own heading.*We greet the Wessex Police and Crime Panel\./s)
    assert.match((await form()).page('.notice--worry').text(), /Line 7: There is nothing called “::nothing”/)
    assert.equal((await app.get(`${at}/sections/own-greeting`, officer)).statusCode, 200)
    assert.equal((await app.post(AT, answers, officer)).statusCode, 409)
  })

  it('refuses a section that nobody could write in, and text that cannot be read', async () => {
    const { answers } = await form()
    const bad = await there().app.post(AT, { ...answers, text: 'Words.\n\n:::section{name=greeting}\n:::' }, officer)
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /Line 3: A section cannot be called “greeting”/)
    const deep = await there().app.post(AT, { ...answers, text: `${'> '.repeat(40)}deep` }, officer)
    assert.match(deep.body, /Line 1: This line is nested too deeply/)
  })

  it('goes back to the template that comes with the program', async () => {
    const { answers } = await form()
    assert.equal((await there().app.post(AT, { ...answers, back: 'yes' }, officer)).statusCode, 303)
    const { answers: now } = await form()
    assert.equal(now.name, 'Theme monitoring report')
    assert.match(now.text, /::particulars/)
    assert.equal((await there().app.get(AT, actorOf('auditor'))).statusCode, 403)
  })
})
