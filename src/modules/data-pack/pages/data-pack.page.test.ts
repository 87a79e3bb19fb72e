import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { publishMeasure, recordCommentary } from '#modules/measures/index.js'
import { SYSTEM } from '#test/support/app.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { publicSite } from '#test/support/public-site.js'

const MONTHS = [10, 11, 12].map((month) => `2023-${month}`)
for (let month = 1; month <= 12; month += 1) MONTHS.push(`2024-${String(month).padStart(2, '0')}`)
MONTHS.push('2025-01', '2025-02', '2025-03')

describe('the data pack', () => {
  const { see, look, there } = publicSite()
  before(async () => {
    const { deps } = there()
    const robbery = await aMeasure(deps, { title: 'Robbery', unitLabel: 'robberies' })
    const value = (index: number) => (index === MONTHS.length - 1 ? 90 : 20 + (index % 3))
    await someFigures(
      deps,
      MONTHS.map((month, index) => `robbery,${month},${value(index)},,,final,`),
      'robbery.csv',
    )
    await publishMeasure(deps, SYSTEM, { measureId: robbery.id, version: robbery.version })
    const words = { period: '2025-03', narrative: 'A gang came through.', response: '' }
    await recordCommentary(deps, SYSTEM, { measureId: robbery.id, ...words })
    const steady = await aMeasure(deps, { title: 'Arson', unitLabel: 'fires' })
    await someFigures(
      deps,
      MONTHS.map((month, index) => `arson,${month},${20 + (index % 3)},,,final,`),
      'arson.csv',
    )
    await publishMeasure(deps, SYSTEM, { measureId: steady.id, version: steady.version })
    await aMeasure(deps, { title: 'Secret' })
  })

  it('shows every current measure as icons, what stands out first, and half a page for each', async () => {
    const { $, text } = await see('/data-pack?quarter=2024/25+Q4')
    assert.match(text, /Data pack, January to March 2025/)
    assert.match(text, /3 current measures.*One measure stands out/)
    const exceptions = $('.pack__exception')
    assert.equal(exceptions.length, 1)
    assert.match(exceptions.text(), /Robbery.*A gang came through/)
    assert.match(text, /Robbery 90 robberies were recorded in March 2025.*The whole quarter: 13[0-9] robberies/)
    assert.equal($('.pack__measure').length, 2)
    assert.doesNotMatch(text, /Secret/)
    assert.ok(text.indexOf('What stands out') < text.lastIndexOf('The whole quarter'))
  })

  it('knows nothing of what came after the quarter, nor after the day asked for', async () => {
    const { $ } = await see('/data-pack?quarter=2024/25+Q3')
    const text = $('.pack').text()
    assert.match(text, /No measure is outside its usual variation/)
    assert.doesNotMatch(text, /March 2025/)
    assert.match((await see('/data-pack?as-known-on=2024-01-31')).text, /0 current measures/)
  })

  it('says of what is no quarter, or is not over, that it cannot be shown', async () => {
    assert.match((await see('/data-pack?quarter=summer')).text, /‘summer’ is no quarter/)
    assert.match((await see('/data-pack?quarter=2099/00+Q1')).text, /2099\/00 Q1 is not over yet/)
    assert.equal((await look('/data-pack/measures.xlsx?quarter=summer')).status, 404)
  })

  it('comes as a workbook too', async () => {
    const { app } = there()
    const { statusCode, headers } = await app.get('/data-pack/measures.xlsx?quarter=2024/25+Q4')
    assert.equal(statusCode, 200)
    assert.match(String(headers['content-disposition']), /data-pack-2024-25-q4\.xlsx/)
  })
})
