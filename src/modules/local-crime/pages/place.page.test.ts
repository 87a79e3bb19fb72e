import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { importTable } from '#modules/national-tables/index.js'
import type { Deps } from '#platform/deps.js'
import { testApp } from '#test/support/app.js'
import { aGroup } from '#test/support/comparisons.js'
import { SYSTEM } from '#test/support/deps.js'
import { anOfficeOfBedfordshire, aPoliceOffice, FORCE, LUTON } from '#test/support/local-crime.js'
import { fillLake } from '#test/support/police-lake.js'

/** Home Office totals of three forces in 2023/24. */
async function recordedCrimeOfThree(deps: Deps): Promise<void> {
  const rows = ['Bedfordshire,50000', 'Cambridgeshire,60000', 'Kent,150000'].map((row) => `2023/24,${row}`)
  const bytes = Buffer.from(['Financial Year,Force,Recorded crime', ...rows].join('\n'))
  const read = await importTable(deps, SYSTEM, { kind: 'recorded-crime-totals', fileName: 'totals.csv', bytes })
  assert.ok(read.ok)
}

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
    assert.match(load(body)('.lede').text(), /^How many crimes March 2025 had is not shown/)
    assert.doesNotMatch(load(body)('main').text(), /No figure is known/)
    assert.equal(load(body)('#crime-chart-title').length, 0)
    assert.equal(load((await get('/crime/district/luton')).body)('#crime-chart-title').length, 1)
  })

  it('says of a ward whose outcomes would tell a rare one that none is shown, and why it tells no change of kinds', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const ofMonth = { force: FORCE, month: '2025-03', lsoa: LUTON, type: 'Burglary' }
    const rare = { ...ofMonth, outcome: 'Offender sent to prison' }
    await fillLake(deps, { release: '2025-04', street: [rare, ...Array.from({ length: 20 }, () => ofMonth)] })
    const $ = load((await get('/crime/ward/E05014737')).body)
    assert.match($('#outcomes').next().text(), /are not shown for this ward/)
    assert.equal($('caption:contains("Outcomes of crimes")').length, 0)
    // Not even which outcomes there were: the ward that names a rare one would be the one that had it.
    assert.doesNotMatch((await get('/crime/ward/E05014737/outcomes.csv')).body, /Offender sent to prison/)
    assert.match(
      $('#kinds').nextAll('.small').text(),
      /by whole years, April to March, and the year before is not held/,
    )
  })

  it('stands beside the police area and the areas that the office holds to be like it', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    await recordedCrimeOfThree(deps)
    const alone = load((await get('/crime/district/luton')).body)
    assert.match(alone('#beside').nextAll().text(), /has not entered which police areas are most like this one/)
    await aGroup(deps, ['E23000023'], { kind: 'most-similar-group', name: 'Most similar forces' })
    const rows = load((await get('/crime/district/luton')).body)('caption:contains("for each 1,000 residents")')
      .parent()
      .find('tbody tr')
    assert.match(
      rows.text(),
      /^Luton.*Bedfordshire.*Street-level.*Bedfordshire.*Home Office.*Most similar.*Home Office/,
    )
    const whole = load((await get('/crime')).body)
    assert.match(whole('#beside').text(), /Beside similar police areas/)
    assert.equal(whole('caption:contains("Recorded crime for each")').first().parent().find('tbody tr').length, 2)
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
