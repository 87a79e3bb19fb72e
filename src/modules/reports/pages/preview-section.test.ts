import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { reportById } from '#modules/reports/index.js'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('the preview of a section', () => {
  const { officer, there } = reportPages()
  const preview = () => `${there().at}/sections/purpose/preview`

  it('shows typed words as they would stand, with live figures, and saves nothing', async () => {
    const { app, report } = there()
    const text = 'There were **:fig[burglary.2025-03]** burglaries.'
    const { statusCode, body } = await app.post(preview(), { text, part: 'yes' }, officer)
    assert.equal(statusCode, 200)
    const $ = load(body)
    assert.match($('.paper').text(), /There were 230/)
    assert.equal($('html head *').length, 0)
    assert.doesNotMatch($('.paper').text(), /Recommendation/)
    assert.equal((await reportById(app.deps.db, report.id))?.narratives.size, 0)
  })

  it('has its own notes and those of no other section, under their numbers of the report', async () => {
    const { app, at } = there()
    const earlier = 'Note it.[^why]\n\n[^why]: As the law asks.'
    await app.post(`${at}/sections/recommendation`, { text: earlier, version: '1' }, officer)
    const text = 'There were :fig[burglary.2025-03] burglaries.'
    const { body } = await app.post(`${at}/sections/background/preview`, { text, part: 'yes' }, officer)
    const notes = load(body)('.paper__notes li')
    assert.equal(notes.length, 1)
    assert.match(notes.text(), /March 2025/)
    assert.equal(notes.attr('value'), '2')
    assert.equal(notes.attr('id'), 'note-2')
  })

  it('lists what is wrong with its line', async () => {
    const { app } = there()
    const text = 'One line.\n\nThere were :fig[no-such-measure.2025-03].'
    const { body } = await app.post(preview(), { text, part: 'yes' }, officer)
    assert.match(load(body)('.notice').text(), /Line 3: There is no published measure “no-such-measure”/)
  })

  it('shows no other section where the words cannot be read', async () => {
    const { app } = there()
    const { body } = await app.post(preview(), { text: `${'>'.repeat(2000)} deep`, part: 'yes' }, officer)
    const $ = load(body)
    assert.match($('.notice').text(), /nested too deeply/)
    assert.equal($('.paper section, .paper p').length, 0)
  })

  it('is a page of its own where no script runs, and runs nothing that was typed', async () => {
    const { app } = there()
    const { body } = await app.post(preview(), { text: 'Words <script>alert(1)</script>' }, officer)
    const $ = load(body)
    assert.match($('h1').first().text(), /Preview/)
    assert.doesNotMatch(body, /<script>alert/)
    assert.match($('main').text(), /Nothing is saved yet/)
  })

  it('is for those who write, and of sections that there are', async () => {
    const { app, at } = there()
    assert.equal((await app.post(preview(), { text: 'x' }, actorOf('auditor'))).statusCode, 403)
    assert.equal((await app.post(`${at}/sections/annex/preview`, { text: 'x' }, officer)).statusCode, 404)
    assert.equal((await app.get(preview(), officer)).statusCode, 303)
  })
})
