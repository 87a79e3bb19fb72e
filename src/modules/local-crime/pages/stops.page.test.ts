import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { anOfficeOfBedfordshire, aPoliceOffice } from '#test/support/local-crime.js'

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
