import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { anOfficeOf, anOfficeOfBedfordshire, aPoliceOffice } from '#test/support/local-crime.js'
import { fillLake } from '#test/support/police-lake.js'

const cells = ($: CheerioAPI, caption: string) =>
  $(`caption:contains("${caption}")`)
    .first()
    .parent()
    .find('tbody tr')
    .get()
    .map((row) =>
      $(row)
        .find('th, td')
        .get()
        .map((cell) => $(cell).text()),
    )

describe('the page of local crime', () => {
  it('says what the newest month was, and whether it is more than usual, without anti-social behaviour', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/crime')).body)
    assert.equal($('h1').text(), 'Crime in Bedfordshire')
    assert.match($('.lede').text(), /^25 crimes were recorded in March 2025\. That is within the usual variation/)
    assert.deepEqual(cells($, 'Latest months').at(-1), ['March 2025', '25', '25', '0 (0.0%)'])
    assert.match($('#anti-social-behaviour ~ p').first().text(), /5 incidents were recorded in March 2025/)
  })

  it('sets the districts side by side, on a map and in a table that adds up', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/crime')).body)
    const rows = cells($, 'By district')
    assert.deepEqual(
      rows.map(([name]) => name),
      ['Luton', 'Bedford', 'Central Bedfordshire', 'Outside the police area', 'No place known'],
    )
    const total = rows.reduce((sum, [, count = '']) => sum + Number(count.replace(/\D/g, '')), 0)
    const kinds = cells($, 'by kind').reduce((sum, [, count = '']) => sum + Number(count.replace(/\D/g, '')), 0)
    assert.equal(total, kinds)
    const links = $('svg.map a')
      .get()
      .map((area) => $(area).attr('href'))
    assert.deepEqual(links.sort(), [
      '/crime/district/bedford',
      '/crime/district/central-bedfordshire',
      '/crime/district/luton',
    ])
    assert.match($('.map-key').text(), /Crimes for each 1,000 residents/)
  })

  it('keeps a month without its file as a gap, never nought', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps, { without: ['2024-12'] })
    const $ = load((await get('/crime')).body)
    assert.deepEqual(
      cells($, 'Latest months').find(([month]) => month === 'December 2024'),
      ['December 2024', 'no file', '–', '–'],
    )
    assert.match($('.lede, .prose').text(), /March 2025/)
    assert.match($('caption').text(), /January to March 2025/)
    assert.doesNotMatch($('caption').text(), /12 months/)
  })

  it('tells of one kind of crime alone when asked, and of no kind that there is not', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get('/crime?kind=robbery')).body)
    assert.equal($('h1').text(), 'Robbery in Bedfordshire')
    assert.match($('.lede').text(), /^4 robberies were recorded in March 2025/)
    assert.equal($('#kinds').length, 0)
    assert.equal($('svg.map a').first().attr('href')?.includes('kind=robbery'), true)
    assert.equal((await get('/crime?kind=piracy')).statusCode, 404)
  })

  it('shows what was known on a day, and says kindly when nothing was', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const before = load((await get('/crime?as-known-on=2025-03-30')).body)
    assert.match(before('.empty').text(), /Nothing was known on 30 March 2025.*release of March 2025/)
    const after = load((await get('/crime?as-known-on=2025-03-31')).body)
    assert.match(after('.notice').text(), /what was known on 31 March 2025/)
    assert.match(after('svg.map a').first().attr('href') ?? '', /as-known-on=2025-03-31/)
  })

  it('stands there before anything is taken in, for an office with and without a police area', async () => {
    const { deps, get } = await testApp()
    const empty = await get('/crime')
    assert.equal(empty.statusCode, 200)
    assert.match(load(empty.body)('.empty').text(), /No police records have been taken in yet/)
    await anOfficeOfBedfordshire(deps)
    assert.match(load((await get('/crime')).body)('.empty').text(), /No police records have been taken in yet/)
  })

  it('says the same where DuckDB is not installed, on every page', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    Object.assign(deps, { lake: { ...deps.lake, isThere: () => false } })
    for (const address of [
      '/crime',
      '/crime/district/luton',
      '/crime/district/luton/small-areas',
      '/stop-and-search',
    ]) {
      const { body, statusCode } = await get(address)
      assert.equal(statusCode, 200, address)
      assert.match(load(body)('.empty').text(), /No police records/, address)
    }
    assert.equal((await get('/crime/coverage')).statusCode, 200)
  })

  it('draws no map of a police area with one district, and says so', async () => {
    const { deps, get } = await testApp()
    await anOfficeOf(deps, { code: 'E23000034', name: 'City of London' })
    const street = ['2024-01', '2024-02'].map((month) => ({ force: 'city-of-london', month, lsoa: 'E01000001' }))
    await fillLake(deps, { release: '2024-02', street })
    const $ = load((await get('/crime')).body)
    assert.equal($('#by-district').text(), 'One district')
    assert.equal($('svg.map').length, 0)
    assert.match($('caption:contains("By district")').parent().text(), /City of London2/)
  })

  it('names source, release and licence', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const text = load((await get('/crime')).body)('.summary').text()
    assert.match(text, /data\.police\.uk/)
    assert.match(text, /March 2025/)
    assert.match(text, /Open Government Licence v3\.0/)
  })
})
