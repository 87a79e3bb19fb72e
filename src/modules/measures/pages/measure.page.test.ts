import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { actorOf, testApp } from '#test/support/app.js'
import { A_SOURCE, aFigureFile, aFile, aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'

const OFFICE = () => actorOf('office')

describe('the page of a measure', () => {
  it('says what the chart shows, and has every figure of the chart in a table', async (t) => {
    const app = await testApp()
    t.after(app.close)
    const { id } = await aMeasure(app.deps)
    const values = [297, 274, 325, 310, 307, 263, 239, 261, 227, 221, 275, 271, 245, 198, 230]
    const codes = values.map(
      (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    )
    await someFigures(
      app.deps,
      values.map((value, index) => `burglary,${codes[index]},${value},,,final,`),
    )
    const $ = load((await app.get(`/staff/measures/${id}`, OFFICE())).body)
    const said =
      '230 burglaries were recorded in March 2025. That is within the usual variation around an average of 263 a month.'
    assert.equal($('.lede').text(), said)
    const all = $('table')
      .toArray()
      .find((table) => $(table).find('caption').text() === 'All months')
    const shown = $(all)
      .find('tbody tr')
      .toArray()
      .map((row) => Number($(row).children().eq(1).text()))
    assert.deepEqual(shown, values)
    assert.ok($('svg[role="img"]').length > 0)
    assert.match($('figcaption').text(), /vertical scale starts at/)
  })

  it('says where the figures come from, with the fingerprint of the file', async (t) => {
    const app = await testApp()
    t.after(app.close)
    const { id } = await aPublishedMeasure(app.deps)
    const $ = load((await app.get(`/staff/measures/${id}`, OFFICE())).body)
    const list = Object.fromEntries(
      $('.summary__row')
        .toArray()
        .map((row) => [$(row).find('dt').text(), $(row).find('dd').text()]),
    )
    assert.equal(list['As known on'], '30 April 2025')
    assert.match(list.File ?? '', /^return\.csv, fingerprint [0-9a-f]{12}$/)
    assert.match(list.Licence ?? '', /Open Government Licence v3\.0/)
    assert.equal(list['Next due'], '31 May 2025')
  })

  it('says from which day the figures count as known, not when they were taken in', async (t) => {
    const app = await testApp()
    t.after(app.close)
    const { id } = await aMeasure(app.deps)
    const bytes = aFigureFile(['burglary,2025-02,198,,,final,'])
    await aFile(app.deps, { fileName: 'old.csv', bytes, source: A_SOURCE, knownOn: isoDate('2025-03-20') })
    const $ = load((await app.get(`/staff/measures/${id}`, OFFICE())).body)
    assert.equal($('dt:contains("As known on") + dd').text(), '20 March 2025')
  })

  it('tells staff what a draft lacks, and links to the public page and its files only when there is one', async (t) => {
    const app = await testApp()
    t.after(app.close)
    const draft = await aMeasure(app.deps, { title: 'Arson', owner: '' })
    const draftPage = (await app.get(`/staff/measures/${draft.id}`, OFFICE())).body
    assert.match(draftPage, /needs an owner and at least one figure/)
    assert.equal(load(draftPage)('a[href^="/measures/"]').length, 0)
    const shown = await aPublishedMeasure(app.deps)
    const $ = load((await app.get(`/staff/measures/${shown.id}`, OFFICE())).body)
    assert.equal($('a[href="/measures/burglary/data.csv"]').length, 1)
    assert.equal($('a[href="/measures/burglary"]').length, 1)
  })

  it('is not found for a forged id, and offers a partner no buttons', async (t) => {
    const app = await testApp()
    t.after(app.close)
    const { id } = await aMeasure(app.deps)
    assert.equal((await app.get('/staff/measures/forged', OFFICE())).statusCode, 404)
    const $ = load((await app.get(`/staff/measures/${id}`, actorOf('partner'))).body)
    assert.equal($('main a[role="button"]').length, 0)
  })
})
