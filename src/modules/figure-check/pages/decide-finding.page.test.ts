import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'

const TEXT = 'Burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.'

describe('deciding on a finding', () => {
  const officer = actorOf('office')
  let app: TestApp
  before(async () => {
    app = await testApp()
  })
  after(() => app.close())

  async function checked(text: string): Promise<{ at: string; decide: string; words: string }> {
    const answer = await app.post('/staff/figure-check', { name: 'Paper', text }, officer)
    const at = String(answer.headers.location)
    const $ = load((await app.get(at, officer)).body)
    const decide = $('.finding--error a[href*="/findings/"]').attr('href') ?? ''
    return { at, decide, words: $('.finding--error').text() }
  }

  it('refuses to dismiss without a reason, and keeps the choice', async () => {
    const { decide } = await checked(TEXT)
    const answer = await app.post(decide, { decision: 'dismissed', reason: '' }, officer)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /value="dismissed" checked/)
    assert.equal((await app.post(decide, { decision: 'forgotten' }, officer)).statusCode, 422)
  })

  it('remembers a decision for the document, as long as the passage keeps its words', async () => {
    const { decide } = await checked(TEXT)
    const reason = 'The 40% is of another count'
    assert.equal((await app.post(decide, { decision: 'dismissed', reason }, officer)).statusCode, 303)
    assert.match((await checked(`A new opening.\n\n${TEXT}`)).words, /Dismissed: The 40% is of another count/)
    assert.doesNotMatch((await checked(TEXT.replace('40%', '45%'))).words, /Dismissed/)
  })

  it('is for the office alone', async () => {
    const { decide } = await checked(TEXT)
    assert.equal((await app.get(decide, actorOf('panel'))).statusCode, 403)
    assert.equal((await app.get(`${decide}x`, officer)).statusCode, 404)
  })
})
