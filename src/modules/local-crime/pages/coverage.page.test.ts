import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { anOfficeOfBedfordshire, aPoliceOffice, FORCE } from '#test/support/local-crime.js'
import { fillLake } from '#test/support/police-lake.js'

describe('the page of what police records cover', () => {
  it('tells held from missing months, and where crimes lie', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps, { without: ['2024-05'] })
    const $ = load((await get('/crime/coverage')).body)
    const year = $('caption:contains("Crime and anti-social")').parent().find('tbody tr').first()
    assert.match(year.find('td').eq(3).text(), /held, release of March 2025/)
    assert.equal(year.find('td').eq(4).text(), 'missing')
    assert.match($('.small').first().text(), /Missing: May 2024\./)
    const places = $('caption:contains("Crimes of all months")').parent().find('tbody tr').get()
    assert.deepEqual(
      places.map((row) => $(row).find('td').first().text()),
      ['293', '28', '14', '335'],
    )
  })

  it('says where one kind of file ends before the others', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    await fillLake(deps, { release: '2025-04', street: [{ force: FORCE, month: '2025-04', type: 'Burglary' }] })
    const $ = load((await get('/crime/coverage')).body)
    const noteOf = (label: string) =>
      $('caption')
        .filter((_, caption) => $(caption).text() === label)
        .closest('.table-region')
        .next()
        .text()
    assert.match(noteOf('Stop and search'), /Nothing is held after March 2025, where other files reach April 2025\./)
    assert.doesNotMatch(noteOf('Crime and anti-social behaviour'), /Nothing is held after/)
  })

  it('gives every month as CSV', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps, { without: ['2024-05'] })
    const { body } = await get('/crime/coverage.csv')
    assert.match(body, /bedfordshire,Crime and anti-social behaviour,2024-05,missing,\r\n/)
  })

  it('says kindly that nothing was taken in', async () => {
    const { deps, get } = await testApp()
    await anOfficeOfBedfordshire(deps)
    assert.match(load((await get('/crime/coverage')).body)('.empty').text(), /No police records/)
  })
})
