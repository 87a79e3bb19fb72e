import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { aPoliceOffice } from '#test/support/local-crime.js'

describe('the page of the small areas of a district', () => {
  it('tells each of them, and withholds small numbers', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/crime/district/luton/small-areas')).body)
    assert.equal($('h1').text(), 'Small areas of Luton')
    const rows = $('#lsoa-table tbody tr')
    assert.ok(rows.length > 100)
    assert.match(rows.first().text(), /Luton 007A/)
    const robberies = load((await get('/crime/district/luton/small-areas?kind=robbery')).body)
    assert.match(robberies('#lsoa-table tbody tr').first().text(), /Luton 017A\D*48/)
  })

  it('has its figures as CSV, and is not there for wards', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    assert.match((await get('/crime/district/luton/small-areas.csv')).body, /lsoa,E01015693,Luton 007A/)
    const $ = load((await get('/crime/district/luton')).body)
    const ward = $('tbody a[href^="/crime/ward/"]').first().attr('href')
    assert.equal((await get(`${ward}/small-areas`)).statusCode, 404)
  })
})
