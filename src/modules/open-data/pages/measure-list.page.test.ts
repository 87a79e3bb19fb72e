import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aMeasure, aPublishedMeasure } from '#test/support/measures.js'
import { publicSite } from '#test/support/public-site.js'

describe('the list of measures', () => {
  const { see, look, there } = publicSite()
  before(async () => {
    await aMeasure(there().deps, { title: 'Not published' })
    await aPublishedMeasure(there().deps, { title: 'Robbery', unitLabel: 'robberies' })
  })

  it('gives each published measure with its newest figure, period, source, and when the next is due', async () => {
    const { $, text } = await see('/measures')
    assert.equal($('tbody tr').length, 2)
    assert.match(text, /Burglary ?Burglaries\. Returns of the force 230 Mar 2025 Due 31 May 2025/)
    assert.doesNotMatch(text, /Not published/)
  })

  it('shows only those that inform a theme when asked, and nothing for an unknown theme', async () => {
    const { $ } = await see('/measures?plan=plan-for-wessex&theme=crime-prevention')
    assert.equal($('tbody tr').length, 1)
    assert.equal($('.side-nav [aria-current]').text(), 'Crime prevention')
    assert.equal((await look('/measures?theme=unknown')).status, 404)
    assert.equal((await look('/measures?plan=unknown&theme=crime-prevention')).status, 404)
  })
})

describe('the list of measures of a register with nothing in it', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says so', async () => {
    assert.match((await see('/measures')).text, /No measures have been published yet/)
  })
})
