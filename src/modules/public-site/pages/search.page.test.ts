import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publicSite, THEME } from '#test/support/public-site.js'

describe('the search', () => {
  const { see } = publicSite()
  const hits = async (query: string) => {
    const { $ } = await see(`/search?q=${encodeURIComponent(query)}`)
    return $('section h3 a')
      .toArray()
      .map((link) => $(link).attr('href'))
  }

  it('shows only its box before anything was asked', async () => {
    const { $ } = await see('/search')
    assert.equal($('form[role=search][method=get] input[name=q]').length, 1)
    assert.equal($('section').length, 0)
    assert.equal((await see('/search?q=%20')).$('section').length, 0)
  })

  it('finds measures, parts of plans, actions by their evidence, reports and pages', async () => {
    assert.equal((await hits('burglaries'))[0], '/measures/burglary')
    assert.equal((await hits('young people'))[0], `${THEME}#part-work-with-young-people`)
    assert.equal((await hits('Training record'))[0], `${THEME}/actions#visits-within-48-hours`)
    assert.ok((await hits('crime prevention March 2025')).some((href) => href?.startsWith('/reports/')))
    assert.equal((await hits('How do I read a chart?'))[0], '/how-to-read-charts')
  })

  it('finds nothing that waits to be published', async () => {
    const { text } = await see('/search?q=unpublished+words')
    assert.doesNotMatch(text, /Unpublished words\./)
    assert.ok(!(await hits('not for the public yet')).some((href) => href?.includes('not-for-the-public-yet')))
  })

  it('says so when nothing is found, and keeps what was typed', async () => {
    const { $, text } = await see('/search?q=zzzz')
    assert.match(text, /Nothing that is published holds “zzzz”/)
    assert.equal($('input[name=q]').attr('value'), 'zzzz')
  })

  it('shows what was typed as text, never as marks', async () => {
    const { $ } = await see(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    assert.equal($('main script').length, 0)
    assert.equal($('input[name=q]').attr('value'), '"><script>alert(1)</script>')
  })

  it('answers anything that can be typed', async () => {
    for (const typed of ['a'.repeat(5000), '\u0000\u0007', '%', '💷', 'ﬁ', '…', '-'.repeat(300)]) {
      await see(`/search?q=${encodeURIComponent(typed)}`)
    }
  })
})
