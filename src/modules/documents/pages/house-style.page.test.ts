import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { xmlIn } from '#test/support/paper-checks.js'
import { aPaper } from '#test/support/papers.js'
import { everyPart, pdfStructure } from '#test/support/pdf-structure.js'
import { A_PNG } from '#test/support/pictures.js'
import { houseStyle } from '../actions/house-style.js'
import { paperFiles } from '../document/paper-files.js'
import { paperHtml } from '../document/paper-html.js'

const AT = '/staff/house-style'
const CHOSEN = { version: '1', typeface: 'serif', cover: 'plain', logoAlt: '', pictureAlt: '' }

describe('the house style of papers', () => {
  const officer = actorOf('office')
  let app: TestApp
  before(async () => {
    app = await testApp()
  })
  after(() => app.close())

  it('asks for words for those who do not see a logo, and for a picture where the cover shows one', async () => {
    const logo = { fileName: 'logo.png', bytes: A_PNG, as: officer }
    const wordless = await app.upload(AT, CHOSEN, { ...logo, question: 'logo' })
    assert.equal(wordless.statusCode, 422)
    assert.match(wordless.body, /Say what the logo is/)
    const bare = await app.post(AT, { ...CHOSEN, cover: 'picture' }, officer)
    assert.match(bare.body, /Choose a picture, or another cover/)
    const wrong = await app.upload(AT, CHOSEN, {
      fileName: 'logo.png',
      bytes: Buffer.from('GIF89a'),
      as: officer,
      question: 'logo',
    })
    assert.match(wrong.body, /must be a PNG, JPEG or SVG file/)
  })

  it('is saved, shown, and stands in the next paper in all three forms', async () => {
    const answers = { ...CHOSEN, logoAlt: 'Commissioner for Wessex' }
    const saved = await app.upload(AT, answers, { fileName: 'x', bytes: A_PNG, as: officer, question: 'logo' })
    assert.equal(saved.statusCode, 303, saved.body.slice(0, 500))
    const $ = load((await app.get(AT, officer)).body)
    const address = $('img.paper__logo').attr('src') ?? ''
    assert.match(address, /^\/house-style\/[0-9a-f]{64}\.png$/)
    const picture = await app.get(address)
    assert.equal(picture.headers['content-type'], 'image/png')
    assert.equal((await app.get(address.replace('.png', '.jpeg'))).statusCode, 404)

    const style = { ...(await houseStyle(app.deps.db)), brand: '#12436d' }
    const { paper } = aPaper('## Purpose\n\nWords.', { frame: { style } })
    const page = load(paperHtml(paper))
    assert.equal(page('article').attr('class'), 'paper paper--serif')
    assert.equal(page('img').attr('alt'), 'Commissioner for Wessex')
    const made = await paperFiles(paper)
    assert.ok(made.ok, made.ok ? '' : made.error)
    const [html, pdf, word] = made.value.files.map(({ bytes }) => Buffer.from(bytes))
    assert.match(html?.toString() ?? '', /<img class="paper__logo" src="data:image\/png;base64,/)
    const parts = [...everyPart((await pdfStructure(pdf ?? Buffer.alloc(0))).parts)]
    assert.ok(parts.some(({ alt }) => alt === 'Commissioner for Wessex'))
    const files = xmlIn(word ?? Buffer.alloc(0))
    assert.match(files.get('word/document.xml') ?? '', /descr="Commissioner for Wessex"/)
    assert.match(files.get('word/styles.xml') ?? '', /w:ascii="Georgia"/)
  })

  it('refuses a second save of the same form, takes the logo away when asked, and is not for others', async () => {
    assert.equal((await app.post(AT, CHOSEN, officer)).statusCode, 409)
    const without = await app.post(AT, { ...CHOSEN, version: '2', without: 'logo' }, officer)
    assert.equal(without.statusCode, 303)
    assert.equal((await houseStyle(app.deps.db)).logo, undefined)
    assert.equal((await app.get(AT, actorOf('auditor'))).statusCode, 403)
  })
})
