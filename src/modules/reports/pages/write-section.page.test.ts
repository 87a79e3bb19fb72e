import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('writing a section', () => {
  const { officer, there } = reportPages()

  it('puts the words into the report as numbered paragraphs, and runs nothing in them', async () => {
    const { app, at } = there()
    const text = 'Paragraph **one**.\n\nParagraph two.\n\n- a point\n\n<script>alert(1)</script>'
    const answer = await app.post(`${at}/sections/context`, { text, version: '1' }, officer)
    assert.equal(answer.statusCode, 303)
    const $ = load((await app.get(at, officer)).body)
    const section = $('section[aria-labelledby="section-5"]')
    assert.match(section.text(), /5\.1\s*Paragraph one\./)
    assert.match(section.text(), /5\.2\s*Paragraph two\./)
    assert.equal(section.find('ul li').first().text(), 'a point')
    assert.equal(section.find('script').length, 0)
  })

  it('lists what is not finished in the words, each with its line', async () => {
    const { app, at } = there()
    const here = `${at}/sections/recommendation`
    await app.post(here, { text: 'Note it.\n\nIt rose by 12% (:fig[nothing.2024]).', version: '1' }, officer)
    const said = load((await app.get(here, officer)).body)('.notice--worry').text()
    assert.match(said, /Line 3: 12% was typed by hand/)
    assert.match(said, /Line 3: There is no published measure “nothing”/)
    assert.equal(load((await app.get(`${at}/sections/background`, officer)).body)('.notice--worry').length, 0)
  })

  it('offers each objective, and no section that the report does not have', async () => {
    const { app, at, office } = there()
    assert.equal((await app.get(`${at}/sections/objective:${office.visitsId}`, officer)).statusCode, 200)
    assert.equal((await app.get(`${at}/sections/objective:${office.themeId}`, officer)).statusCode, 404)
    assert.equal((await app.get(`${at}/sections/annex`, officer)).statusCode, 404)
  })

  it('shows what someone else saved meanwhile beside what was typed, and lets neither be lost', async () => {
    const { app, at } = there()
    const here = `${at}/sections/conclusion`
    assert.equal((await app.post(here, { text: 'Words of one.', version: '1' }, officer)).statusCode, 303)
    const late = await app.post(here, { text: 'Words of the other.', version: '1' }, officer)
    assert.equal(late.statusCode, 409)
    const page = load(late.body)
    assert.equal(page('textarea').text(), 'Words of the other.')
    assert.match(page('details').text(), /Words of.*one/)
    assert.equal(page('input[name="version"]').attr('value'), '2')
    assert.equal((await app.post(here, { text: 'Words of both.', version: '2' }, officer)).statusCode, 303)
  })

  it('keeps the words of two people who changed different paragraphs, and tells both', async () => {
    const { app, at } = there()
    const here = `${at}/sections/background`
    await app.post(here, { text: 'One.\n\nTwo.', version: '1' }, officer)
    await app.post(here, { text: 'One.\n\nTwo, by the officer.', version: '2' }, officer)
    const other = { ...officer, id: 'another-officer' }
    const late = await app.post(here, { text: 'One, by another.\n\nTwo.', version: '2' }, other)
    assert.equal(late.statusCode, 303)
    assert.match(String(late.headers.location), /sections\/background/)
    const page = load((await app.get(here, officer)).body)
    assert.equal(page('textarea').text(), 'One, by another.\n\nTwo, by the officer.')
    assert.match(page('main').text(), /has changed these words since you did/)
    assert.doesNotMatch((await app.get(here, other)).body, /has changed these words since you did/)
  })

  it('keeps what was typed when it is too long, and is not for others', async () => {
    const { app, at } = there()
    const long = `Kept beginning ${'x'.repeat(20_001)}`
    const answer = await app.post(`${at}/sections/purpose`, { text: long, version: '1' }, officer)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Text must be 20,000 characters or fewer/)
    assert.match(answer.body, /Kept beginning/)
    assert.equal((await app.get(`${at}/sections/purpose`, actorOf('auditor'))).statusCode, 403)
  })
})
