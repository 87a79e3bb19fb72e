import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { reportById, writeNarrative } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { reportPages } from '#test/support/report-pages.js'
import { wordOfReport } from '#test/support/returned-papers.js'

describe('the changes of a paper that came back', () => {
  const { officer, there } = reportPages()

  /** The report with these words of its purpose, and where its Word file stands once it came back changed. */
  async function broughtBack(text: string, change: (xml: string) => string) {
    const { app, at, report } = there()
    const texts = (await app.get(`${at}/sections/purpose`, officer)).body
    const version = Number(load(texts)('input[name="version"]').attr('value'))
    await writeNarrative(app.deps, officer, { reportId: report.id, section: 'purpose', version, text })
    const now = found(await reportById(app.deps.db, report.id))
    const bytes = await wordOfReport(app.deps, now, change)
    const answer = await app.upload(`${at}/word`, {}, { fileName: 'mine.docx', bytes, as: officer })
    const page = String(answer.headers.location)
    const write = (words: string, next: number) =>
      writeNarrative(app.deps, officer, { reportId: report.id, section: 'purpose', version: next, text: words })
    const purpose = async () => (await reportById(app.deps.db, report.id))?.narratives.get('purpose')
    return { app, page, purpose, write: (words: string) => write(words, version + 1) }
  }

  it('are shown one by one, and only the chosen go into the report', async () => {
    const { app, page, purpose } = await broughtBack('One thing here.\n\nAnother thing there.', (xml) =>
      xml.replace('One thing here', 'One good thing here').replace('Another thing there', 'Another bad thing there'),
    )
    const $ = load((await app.get(page, officer)).body)
    const boxes = $('input[name="chosen"]').toArray()
    assert.equal(boxes.length, 2)
    assert.match($('.remark').first().text(), /One .*good.*thing here/)
    assert.equal((await app.post(page, { chosen: [] }, officer)).statusCode, 422)
    const first = $(boxes[0]).attr('value') ?? ''
    assert.equal((await app.post(page, { chosen: [first] }, officer)).statusCode, 303)
    assert.equal(await purpose(), 'One good thing here.\n\nAnother thing there.')
    assert.match((await app.get(page, officer)).body, /It stands in the report already/)
  })

  it('say who tracked them, and take words as words', async () => {
    const ins = '<w:ins w:id="1" w:author="A Reader"><w:r><w:t>**not bold** :fig[x]</w:t></w:r></w:ins>'
    const { app, page, purpose } = await broughtBack('Words stand here.', (xml) =>
      xml.replace(/(<w:t[^>]*>Words stand here\.<\/w:t><\/w:r>)/, `$1${ins}`),
    )
    const $ = load((await app.get(page, officer)).body)
    assert.match($('.remark').text(), /Tracked by A Reader/)
    const chosen = $('input[name="chosen"]').attr('value') ?? ''
    await app.post(page, { chosen: [chosen] }, officer)
    assert.equal(await purpose(), 'Words stand here.\\*\\*not bold\\*\\* \\:fig\\[x\\]')
  })

  it('leave alone what others changed meanwhile, and say so', async () => {
    const { app, page, purpose, write } = await broughtBack('First words.\n\nLast words.', (xml) =>
      xml.replace('First words', 'First few words').replace('Last words', 'Last few words'),
    )
    await write('First words, as a colleague has them.\n\nLast words.')
    const $ = load((await app.get(page, officer)).body)
    assert.match($('main').text(), /changed in the report since the file was made/)
    const chosen = $('input[name="chosen"]').toArray()
    assert.equal(chosen.length, 1)
    await app.post(page, { chosen: [$(chosen[0]).attr('value') ?? ''] }, officer)
    assert.equal(await purpose(), 'First words, as a colleague has them.\n\nLast few words.')
  })
})
