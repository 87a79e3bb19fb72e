import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PLAN, publicSite, THEME } from '#test/support/public-site.js'

describe('the actions of a theme', () => {
  const { see, look } = publicSite()

  it('show their milestones, published updates and evidence, under the commitment that they serve', async () => {
    const { $, text } = await see(`${THEME}/actions`)
    assert.equal($('h2').first().text(), 'Visit repeat victims')
    assert.match(text, /Two teams trained 31 March 2025/)
    assert.match(text, /Two teams were trained in March\./)
    assert.equal($('a[href="https://example.org/record"]').text(), 'Training record')
  })

  it('leave out updates and actions that wait to be published', async () => {
    const { text } = await see(`${THEME}/actions`)
    assert.doesNotMatch(text, /Unpublished words|Not for the public yet/)
  })

  it('are not there for an unknown theme', async () => {
    assert.equal((await look(`${PLAN}/themes/unknown/actions`)).status, 404)
  })
})
