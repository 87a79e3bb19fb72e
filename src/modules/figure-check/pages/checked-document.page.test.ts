import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { keptDocuments } from '../data/figure-check.queries.js'

const TEXT = `Burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.

Robberies rose from 200 in 2022/23 to 250 in 2023/24, an increase of 25%. <script>alert(1)</script>`

describe('a document beside its findings', () => {
  const officer = actorOf('office')
  let app: TestApp
  let at: string
  before(async () => {
    app = await testApp()
    const answer = await app.post('/staff/figure-check', { name: 'Paper', text: TEXT }, officer)
    at = String(answer.headers.location)
  })
  after(() => app.close())

  it('leads from each passage to its finding and back', async () => {
    const $ = load((await app.get(at, officer)).body)
    for (const mark of $('a.mark').toArray()) assert.equal($(String($(mark).attr('href'))).length, 1)
    const links = $('.finding__quotes a').toArray()
    assert.equal(links.length > 0, true)
    for (const link of links) assert.equal($(String($(link).attr('href'))).length, 1)
    assert.equal($('.checked-text script').length, 0)
  })

  it('shows the findings of one verdict when asked', async () => {
    const verdicts = async (show: string) => {
      const $ = load((await app.get(`${at}${show}`, officer)).body)
      return [$('.finding--error').length > 0, $('.finding--holds').length > 0]
    }
    assert.deepEqual(await verdicts(''), [true, false])
    assert.deepEqual(await verdicts('?show=holds'), [false, true])
    assert.deepEqual(await verdicts('?show=question'), [false, false])
    assert.deepEqual(await verdicts('?show=__proto__'), [true, false])
  })

  it('puts last what was dismissed, and counts it no more among what is to be looked at', async () => {
    const text = `${TEXT} The meeting was on 31 June 2025.`
    const posted = await app.post('/staff/figure-check', { name: 'Other paper', text }, officer)
    const paper = String(posted.headers.location)
    const page = async () => load((await app.get(paper, officer)).body)
    const first = (await page())('.finding').first()
    const decide = String(first.find('a[href*="/findings/"]').attr('href'))
    const title = first.find('.finding__title').text()
    const count = async () => Number((await page())('.check-filters [aria-current]').text().match(/\d+/)?.[0])
    const before = await count()
    await app.post(decide, { decision: 'dismissed', reason: 'Homes alone' }, officer)
    const $ = await page()
    assert.equal(await count(), before - 1)
    assert.equal($('.finding').last().find('.finding__title').text(), title)
    assert.ok($('.finding').last().hasClass('finding--dismissed'))
    assert.equal($('.finding').last().attr('id'), first.attr('id'))
    assert.match($('.small').first().text(), /One finding was dismissed and stands last/)
  })

  it('is nobody else’s until it is kept, and gone when it is deleted', async () => {
    const colleague = { ...officer, id: 'a-colleague' }
    assert.equal((await app.get(at, colleague)).statusCode, 404)
    assert.equal((await app.post(at, { keep: 'keep' }, officer)).statusCode, 303)
    assert.equal((await app.get(at, colleague)).statusCode, 200)
    assert.equal((await keptDocuments(app.deps.db)).length, 1)
    assert.equal((await app.post(at, { keep: 'forget' }, colleague)).statusCode, 303)
    assert.equal((await app.get(at, officer)).statusCode, 404)
    assert.deepEqual(await keptDocuments(app.deps.db), [])
  })
})
