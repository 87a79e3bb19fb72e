import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { anOfficeOfBedfordshire, aPoliceOffice } from '#test/support/local-crime.js'

describe('the page of a district, a partnership or a ward', () => {
  it('counts only the crimes that lie in it, under its name, its slug or its code', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    for (const place of ['luton', 'Luton', 'E06000032']) {
      const { body, statusCode } = await get(`/crime/district/${place}`)
      assert.equal(statusCode, 200, place)
      assert.match(load(body)('.lede').text(), /^16 crimes were recorded in March 2025/, place)
    }
    assert.match(load((await get('/crime/csp/luton')).body)('.lede').text(), /^16 crimes/)
  })

  it('leads to the wards of a district, and from a ward back up', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/crime/district/luton')).body)
    const ward = $('tbody a[href^="/crime/ward/E05"]').first().attr('href') ?? ''
    const up = load((await get(ward)).body)
    assert.deepEqual(
      up('.crumbs a')
        .get()
        .map((link) => up(link).attr('href')),
      ['/crime', '/crime/district/luton'],
    )
    assert.match(up('h2').text(), /Small areas side by side/)
  })

  it('withholds small numbers of a ward, and says so', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const { body } = await get('/crime/ward/E05014737')
    const months = load(body)('caption:contains("Latest months")').parent().find('tbody tr').last().text()
    assert.match(months, /March 2025\[c\]/)
    assert.match(load(body)('.small').text(), /\[c\]: not shown, so that nobody can be known from a small number/)
    assert.doesNotMatch(load(body)('.summary, .lede').text(), /4 crimes/)
    assert.equal((await get('/crime/ward/E05014737?kind=robbery')).statusCode, 404)
  })

  it('is not there for areas of other forces or kinds that have no page', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    for (const address of ['district/peterborough', 'ward/E05013057', 'county/bedfordshire', 'district/nowhere'])
      assert.equal((await get(`/crime/${address}`)).statusCode, 404, address)
  })

  it('is there before anything is taken in', async () => {
    const { deps, get } = await testApp()
    await anOfficeOfBedfordshire(deps)
    const { body, statusCode } = await get('/crime/district/luton')
    assert.equal(statusCode, 200)
    assert.match(load(body)('.empty').text(), /No police records/)
  })
})
