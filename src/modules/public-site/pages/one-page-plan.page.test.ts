import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PLAN, publicSite } from '#test/support/public-site.js'

describe('the plan as one printed page', () => {
  const { see, look } = publicSite()

  it('holds every theme and every commitment with its state in words, and nothing round it', async () => {
    const { $ } = await see(`${PLAN}/one-page`)
    assert.equal($('header, nav, footer').length, 0)
    assert.equal($('h1').text(), 'A safer Wessex')
    assert.deepEqual(
      $('.theme-card .state-list li')
        .toArray()
        .map((item) => $(item).text()),
      ['Visit repeat victims: On course', 'Work with young people: No actions yet'],
    )
  })

  it('says what each picture means and as at which day', async () => {
    const { $ } = await see(`${PLAN}/one-page`)
    const foot = $('.sheet__foot').text()
    assert.match(foot, /On course/)
    assert.match(foot, /No actions yet/)
    assert.doesNotMatch(foot, /Behind/)
    assert.match(foot, /As it stood on 30 April 2025\. Version 1/)
  })

  it('is not there for an unknown plan', async () => {
    assert.equal((await look('/plans/unknown/one-page')).status, 404)
  })
})
