import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aPoliceOffice } from '#test/support/local-crime.js'

const ADDRESS = '/staff/police-data'

describe('the page of police data', () => {
  it('tells what is held, what is missing and who took it in', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps, { without: ['2024-05'] })
    const $ = load((await get(ADDRESS, actorOf('office'))).body)
    assert.match($('.lede').text(), /Files of 1 force, from January 2024 to March 2025/)
    const held = $('caption:contains("Files held")').parent().find('tbody tr').first().text()
    assert.match(held, /Bedfordshire Police.*January 2024 to March 2025May 2024March 2025/)
    assert.match($('caption:contains("Imports")').parent().find('tbody').text(), /March 2025.*Command line/)
    assert.equal($('a[href="/staff/police-data/import"]').length, 1)
    assert.match($('#bindings + p').text(), /No crimes fill a measure yet/)
  })

  it('leads to no list of changes where the last import changed nothing', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const $ = load((await get(ADDRESS, actorOf('office'))).body)
    assert.match($('main').text(), /revised nothing that was held before/)
    assert.equal($('a:contains("Every change by Crime ID")').length, 0)
  })

  it('gives what an import changed and set aside as CSV', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const office = actorOf('office')
    const $ = load((await get(ADDRESS, office)).body)
    const links = $('a[href$=".csv"]')
      .get()
      .map((link) => $(link).attr('href') ?? '')
    assert.ok(links.length >= 2)
    for (const link of links) {
      const { statusCode, body } = await get(link, office)
      assert.equal(statusCode, 200, link)
      assert.match(body, /^(force|file),/, link)
      assert.equal((await get(link, actorOf('panel'))).statusCode, 403, link)
    }
    assert.equal((await get(`${ADDRESS}/imports/999999/changes.csv`, office)).statusCode, 404)
  })

  it('stands there before the first import, and is closed to the public', async () => {
    const { get } = await testApp()
    const { statusCode, body } = await get(ADDRESS, actorOf('office'))
    assert.equal(statusCode, 200)
    assert.match(load(body)('.lede').text(), /No file of data\.police\.uk has been taken in yet/)
    assert.equal((await get(ADDRESS, actorOf('panel'))).statusCode, 403)
  })
})
