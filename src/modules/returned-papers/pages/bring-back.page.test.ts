import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'
import { wordOfReport } from '#test/support/returned-papers.js'

describe('bringing a Word file back', () => {
  const { officer, there } = reportPages()

  it('asks for a file, and takes none that is no Word file or of another report', async () => {
    const { app, at, report } = there()
    assert.equal((await app.post(`${at}/word`, {}, officer)).statusCode, 422)
    const text = { fileName: 'a.docx', bytes: Buffer.from('no archive'), as: officer }
    assert.match((await app.upload(`${at}/word`, {}, text)).body, /not a Word document/)
    const bytes = await wordOfReport(app.deps, { ...report, slug: 'another' })
    const wrong = await app.upload(`${at}/word`, {}, { fileName: 'b.docx', bytes, as: officer })
    assert.match(wrong.body, /made from another report, “another”/)
    assert.equal((await app.get(`${at}/word`, actorOf('panel'))).statusCode, 403)
  })

  it('lists what was brought back before', async () => {
    const { app, at, report } = there()
    const bytes = await wordOfReport(app.deps, report)
    assert.equal((await app.upload(`${at}/word`, {}, { fileName: 'mine.docx', bytes, as: officer })).statusCode, 303)
    const page = load((await app.get(`${at}/word`, officer)).body)
    assert.match(page('table').text(), /mine\.docx/)
  })
})
