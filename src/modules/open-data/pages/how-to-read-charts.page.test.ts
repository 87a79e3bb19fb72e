import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publicSite } from '#test/support/public-site.js'

describe('how to read the charts', () => {
  const { see } = publicSite({ isEmpty: true })

  it('teaches by three charts that are marked as invented, each described in words', async () => {
    const { $ } = await see('/how-to-read-charts')
    assert.equal($('figure').length, 3)
    for (const figure of $('figure').toArray()) {
      assert.match($(figure).find('figcaption').text(), /Invented figures, to explain\./)
      assert.ok($(figure).find('svg title').first().text())
    }
  })

  it('names every state that a promise can have', async () => {
    const { text } = await see('/how-to-read-charts')
    for (const state of ['Complete', 'On course', 'Behind', 'Not started', 'Not updated']) {
      assert.match(text, new RegExp(`${state}: `))
    }
  })
})
