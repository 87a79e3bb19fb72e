import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { anOfficeOfBedfordshire, aPoliceOffice, FORCE } from '#test/support/local-crime.js'
import { fillLake } from '#test/support/police-lake.js'

describe('the page of stop and search', () => {
  it('tells who was searched with what is not known apart, and no ratio without residents by group', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/stop-and-search')).body)
    assert.match($('.lede').text(), /^3 stops and searches were recorded in March 2025/)
    const groups = $('caption:contains("by ethnic group")').parent().find('tbody tr')
    const text = groups.get().map((row) =>
      load(row)('th, td')
        .get()
        .map((cell) => load(cell).text())
        .slice(0, 2),
    )
    assert.deepEqual(text, [
      ['White', '12'],
      ['Mixed', '0'],
      ['Asian', '0'],
      ['Black', '12'],
      ['Other', '0'],
      ['Did not say', '0'],
      ['Not recorded', '12'],
    ])
    assert.match($('.notice').text(), /No rates and no ratios/)
  })

  it('tells ages from the youngest, and those that were not recorded last', async () => {
    const { deps, get } = await testApp()
    await anOfficeOfBedfordshire(deps)
    const ages = ['over 34', 'over 34', 'over 34', '10-17', '18-24', '18-24', 'under 10', null]
    const outcome = 'A no further action disposal'
    const stops = ages.map((age) => ({ force: FORCE, month: '2025-03', selfEthnicity: null, outcome, age }))
    await fillLake(deps, { release: '2025-03', stops })
    const $ = load((await get('/stop-and-search')).body)
    const names = $('caption:contains("Age of the person")').parent().find('tbody th').get()
    assert.deepEqual(
      names.map((name) => $(name).text()),
      ['under 10', '10-17', '18-24', 'over 34', 'Not recorded'],
    )
  })

  it('gives both find rates with what they count', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/stop-and-search')).body)
    const rates = $('caption:contains("Find rates")').parent().find('tbody tr').first().text()
    assert.match(rates, /Searches with an outcome12\D*36\D*33\.3%/)
    assert.match($('details').text(), /never compared with each other/)
  })

  it('says kindly that nothing was taken in', async () => {
    const { deps, get } = await testApp()
    assert.equal((await get('/stop-and-search')).statusCode, 200)
    await anOfficeOfBedfordshire(deps)
    assert.match(load((await get('/stop-and-search')).body)('.empty').text(), /No police records/)
  })
})
