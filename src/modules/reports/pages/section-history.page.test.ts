import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('every version of a section', () => {
  const { officer, there } = reportPages()

  it('stands with its date, marked against the one before it', async () => {
    const { app, at } = there()
    await app.post(`${at}/sections/context`, { text: 'Crime fell.', version: '1' }, officer)
    await app.post(`${at}/sections/context`, { text: 'Crime rose.', version: '2' }, officer)
    const page = load((await app.get(`${at}/sections/context/history`, actorOf('auditor'))).body)
    assert.deepEqual(
      page('h2')
        .toArray()
        .map((heading) => page(heading).text()),
      ['Version 2', 'Version 1'],
    )
    assert.match(page('ins').text(), /rose/)
    assert.match(page('del').text(), /fell/)
  })

  it('says so when nothing was written', async () => {
    const { app, at } = there()
    assert.match((await app.get(`${at}/sections/conclusion/history`, officer)).body, /Nothing was written yet/)
  })
})
