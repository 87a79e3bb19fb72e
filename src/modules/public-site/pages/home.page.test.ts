import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setHeadline } from '#test/support/headline.js'
import { PLAN, publicSite, THEME } from '#test/support/public-site.js'

describe('the front page', () => {
  const { see, there } = publicSite()

  it('says what the plan in force wants and how it stands, in a sentence counted from the records', async () => {
    const { $ } = await see('/')
    assert.equal($('h1').text(), 'A safer Wessex')
    assert.equal($('.eyebrow').first().text(), 'Plan for Wessex')
    assert.equal($('.lede').text(), 'One theme and two commitments: one on course, one without actions yet.')
  })

  it('gives each theme a card with its states in words', async () => {
    const { $ } = await see('/')
    assert.equal($('.theme-card a').attr('href'), THEME)
    assert.deepEqual(
      $('.theme-card .state-list li')
        .toArray()
        .map((item) => $(item).text()),
      ['1 of 2 on course', '1 without actions yet'],
    )
  })

  it('leads to the printed page and to the whole text of a first version', async () => {
    const { $ } = await see('/')
    const links = $('main a')
      .toArray()
      .map((link) => $(link).attr('href'))
    assert.ok(links.includes(`${PLAN}/one-page`))
    assert.ok(links.includes(`${PLAN}/versions/1`))
  })

  it('shows headline figures with period and source, and no others', async () => {
    const { deps, office } = there()
    assert.equal((await see('/')).$('.figure-card').length, 0)
    await setHeadline(deps, office.measure.slug)
    const { $ } = await see('/')
    const card = $('.figure-card').text()
    assert.match(card, /Burglary, March 2025/)
    assert.match(card, /230/)
    assert.match(card, /Returns of the force/)
  })
})

describe('the front page of a register with nothing in it', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says that no plan has been published yet', async () => {
    assert.match((await see('/')).text, /No plan has been published yet/)
  })
})
