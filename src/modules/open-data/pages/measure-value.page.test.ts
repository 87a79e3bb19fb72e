import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { publishMeasure, registerMeasure } from '#modules/measures/index.js'
import { SYSTEM } from '#test/support/app.js'
import { A_SOURCE, aFigureFile, aFile, aMeasure, aMeasureDescription, someFigures } from '#test/support/measures.js'
import { publicSite } from '#test/support/public-site.js'

describe('the page of one value', () => {
  const { see, look, there } = publicSite()
  before(async () => {
    const { deps } = there()
    const measure = await aMeasure(deps, { title: 'Robbery', unitLabel: 'robberies' })
    const months = ['2024-10', '2024-11', '2024-12']
    await someFigures(
      deps,
      months.map((month, index) => `robbery,${month},${10 + index},,,final,`),
      'autumn.csv',
    )
    const source = { ...A_SOURCE, title: 'Late return', reason: 'Two crimes were counted twice' }
    await aFile(deps, { fileName: 'late.csv', bytes: aFigureFile(['robbery,2024-12,10,,,provisional,']), source })
    await publishMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version })
  })

  it('gives every version with the day it was known on, its file and the fingerprint of that', async () => {
    const { $, text } = await see('/measures/robbery/values/2024-12')
    assert.match(text, /10 robberies \[p\]\[r\]/)
    assert.match(text, /Two versions\. The last one counts/)
    const rows = $('tbody tr')
    assert.match(rows.eq(0).text(), /^112final.*Monthly return.*autumn\.csv, SHA-256 [0-9a-f]{64}/)
    assert.match(rows.eq(1).text(), /^2, in force10provisional \[p\].*Late return.*late\.csv, SHA-256 [0-9a-f]{64}/)
  })

  it('says when the office recorded it, and not which person nor why', async () => {
    const { $, html } = await see('/measures/robbery/values/2024-12')
    assert.match($('tbody tr').eq(0).text(), /30 April 2025.*, by the office/)
    assert.doesNotMatch(html, /counted twice|, by (?!the office)/)
  })

  it('gives the months that a longer period is made of, each with its own page', async () => {
    const { $, text } = await see('/measures/robbery/values/2024-25-q3')
    assert.match(text, /Robbery, October to December 2024 31 robberies/)
    assert.match(text, /Three figures\. They are added up/)
    assert.deepEqual(
      $('tbody a')
        .map((_, link) => $(link).attr('href'))
        .get(),
      ['2024-10', '2024-11', '2024-12'].map((month) => `/measures/robbery/values/${month}`),
    )
  })

  it('says why there is no figure for a period that lacks a month', async () => {
    assert.match(
      (await see('/measures/robbery/values/year-2024-25')).text,
      /There is no figure for the 2024\/25 financial year: April 2024 to September 2024 are missing/,
    )
  })

  it('shows how a value is worked out from other measures, and leads to those that are public', async () => {
    const { deps } = there()
    const rate = await registerMeasure(deps, SYSTEM, {
      ...aMeasureDescription({ title: 'Robbery doubled', unit: 'count', unitLabel: 'robberies' }),
      formula: '2 * [robbery]',
    })
    assert.ok(rate.ok)
    const { id: measureId, version } = rate.value
    assert.ok((await publishMeasure(deps, SYSTEM, { measureId, version })).ok)
    const { $, text } = await see('/measures/robbery-doubled/values/2024-11')
    assert.match(text, /22 robberies/)
    assert.match(text, /worked out for November 2024 by 2 \* \[robbery\]/)
    assert.ok($('a[href="/measures/robbery/values/2024-11"]').length > 0)
  })

  it('shows nothing that was not known on a day, and is not there for what is no period', async () => {
    const { text } = await see('/measures/robbery/values/2024-12?as-known-on=2024-06-30')
    assert.match(text, /This page shows what was known on 30 June 2024/)
    assert.doesNotMatch(text, /robberies/)
    assert.equal((await look('/measures/robbery/values/christmas')).status, 404)
    assert.equal((await look('/measures/unknown/values/2024-12')).status, 404)
  })
})
