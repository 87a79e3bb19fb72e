import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { checkText } from '../actions/check-text.js'
import { keptDocuments } from '../data/figure-check.queries.js'

const WRONG = 'Burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.'

describe('checking the figures of a document', () => {
  const officer = actorOf('office')
  let app: TestApp
  before(async () => {
    app = await testApp()
  })
  after(() => app.close())

  it('takes a pasted text and shows its findings, keeping nothing', async () => {
    const answer = await app.post('/staff/figure-check', { name: 'Panel paper', text: WRONG }, officer)
    assert.equal(answer.statusCode, 303)
    const $ = load((await app.get(String(answer.headers.location), officer)).body)
    assert.equal($('h1').text(), 'Panel paper')
    assert.equal($('.finding--error').length, 1)
    assert.match($('.mark--error').first().text(), /400/)
    assert.deepEqual(await keptDocuments(app.deps.db), [])
  })

  it('takes a file', async () => {
    const file = { fileName: 'Paper.html', bytes: Buffer.from(`<h1>Paper</h1><p>${WRONG}</p>`), as: officer }
    const answer = await app.upload('/staff/figure-check', { name: '', text: '' }, file)
    assert.equal(answer.statusCode, 303)
    const $ = load((await app.get(String(answer.headers.location), officer)).body)
    assert.equal($('h1').text(), 'Paper.html')
    assert.equal($('.checked-text__heading').text(), 'Paper')
    assert.equal($('.finding--error').length, 1)
  })

  it('compares with other documents, and tells one of the same name apart', async () => {
    const $ = load((await app.get('/staff/figure-check', officer)).body)
    assert.equal($('input[type=file]').length, 3)
    const bytesOf = (text: string) => new TextEncoder().encode(text)
    const others = [{ fileName: 'paper.txt', bytes: bytesOf('In 2022/23 the hub helped 3,120 victims of crime.') }]
    const bytes = bytesOf('In all the hub helped 3,210 victims of crime in 2022/23.')
    const result = await checkText(app.deps, officer, { name: '', bytes, fileName: 'paper.txt', others })
    assert.ok(result.ok)
    const [finding] = result.value.checked.findings
    assert.deepEqual(
      [finding?.kind, finding?.quotes.map(({ file }) => file)],
      ['contradiction', ['paper.txt', 'paper.txt (compared 1)']],
    )
  })

  it('says why a file cannot be read, and asks for one when there is none', async () => {
    const file = { fileName: 'Paper.pdf', bytes: Buffer.from('%PDF-1.4 and no more'), as: officer }
    const cut = await app.upload('/staff/figure-check', { name: '', text: '' }, file)
    assert.equal(cut.statusCode, 422)
    assert.match(cut.body, /This PDF cannot be read/)
    const none = await app.post('/staff/figure-check', { name: 'Kept name', text: ' ' }, officer)
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /Kept name/)
  })

  it('is for the office alone', async () => {
    assert.equal((await app.get('/staff/figure-check', actorOf('auditor'))).statusCode, 403)
    assert.equal((await app.post('/staff/figure-check', { text: WRONG }, actorOf('force'))).statusCode, 403)
  })
})
