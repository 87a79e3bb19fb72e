import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { someFigures } from '#test/support/measures.js'
import { PLAN, publicSite, THEME } from '#test/support/public-site.js'

describe('the page of a theme', () => {
  const { see, look, there } = publicSite()

  it('sums up its commitments in a sentence', async () => {
    const { $ } = await see(THEME)
    assert.equal($('h1').text(), 'Crime prevention')
    assert.equal($('.lede').text(), 'Two commitments: one on course, one without actions yet.')
    assert.match($('.eyebrow').first().text(), /Theme 1 of 1/)
  })

  it('shows what was promised, each commitment with its state and who leads it', async () => {
    const { $ } = await see(THEME)
    assert.equal($('.promised').text(), 'Stop it early.')
    const rows = $('table').first().find('tbody tr').toArray()
    assert.deepEqual(
      rows.map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      ),
      [
        ['Visit repeat victims', 'On course', 'Wessex Police'],
        ['Work with young people', 'No actions yet', 'Wessex Police'],
      ],
    )
  })

  it('leads from each commitment to its words in full', async () => {
    const { $ } = await see(THEME)
    const target = $('table').first().find('tbody a').first().attr('href') ?? ''
    assert.match($(target).text(), /Visit repeat victims/)
  })

  it('shows what has been done, from published actions only, and leads to the evidence', async () => {
    const { $, text } = await see(THEME)
    assert.match(text, /Visits within 48 hours Wessex Police On course 15 Mar/)
    assert.doesNotMatch(text, /Not for the public yet/)
    assert.ok($(`a[href="${THEME}/actions"]`).length > 0)
    assert.ok($(`a[href="${THEME}/actions#visits-within-48-hours"]`).length > 0)
  })

  it('tells a measure with one figure in words, with its source, and draws one that has a course', async () => {
    const single = await see(THEME)
    assert.equal(single.$('svg[role=img]').length, 0)
    assert.match(single.text, /230 burglaries were recorded in March 2025.*Returns of the force/)
    assert.ok(single.$('table a[href="/measures/burglary"]').length > 0)
    const months = ['2024-11', '2024-12', '2025-01', '2025-02'].map((month) => `burglary,${month},240,,,final,`)
    await someFigures(there().deps, months)
    const { $ } = await see(THEME)
    assert.ok($('svg[role=img]').length > 0)
    assert.match($('figcaption').text(), /Returns of the force/)
    assert.ok($('figcaption a[href="/measures/burglary"]').length > 0)
  })

  it('says plainly that there are no figures of money', async () => {
    assert.match((await see(THEME)).text, /No figures yet/)
  })

  it('is not there for an unknown theme, or for a part that is not a theme', async () => {
    assert.equal((await look(`${PLAN}/themes/unknown`)).status, 404)
    assert.equal((await look(`${PLAN}/themes/visit-repeat-victims`)).status, 404)
  })
})
