import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publishMeasure, recordCommentary, withdrawMeasure } from '#modules/measures/index.js'
import { SYSTEM } from '#test/support/app.js'
import { csvRows } from '#test/support/csv.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { publicSite, THEME } from '#test/support/public-site.js'

describe('the page of a measure', () => {
  const { see, look, file, there } = publicSite()

  it('says what the figures say, and shows them as a chart, a table and files', async () => {
    const { $, text } = await see('/measures/burglary')
    assert.match($('.lede').text(), /230 burglaries were recorded in March 2025/)
    assert.ok($('svg[role=img]').length > 0)
    assert.match(text, /Mar 2025 230/)
    assert.ok($('a[href="/measures/burglary/data.csv"]').length > 0)
    assert.ok($('a[href="/measures/burglary/data.json"]').length > 0)
  })

  it('leads to the parts of the plan that it informs', async () => {
    const { $ } = await see('/measures/burglary')
    assert.equal(
      $(`a[href="${THEME}#part-visit-repeat-victims"]`).text(),
      'Visit repeat victims (Crime prevention, Plan for Wessex)',
    )
  })

  it('gives the same figures in its files', async () => {
    const [head = [], row = []] = csvRows((await file('/measures/burglary/data.csv')).body)
    const cell = (name: string) => row[head.indexOf(name)]
    assert.deepEqual(['period', 'value', 'status', 'licence'].map(cell), [
      '2025-03',
      '230',
      'final',
      'Open Government Licence v3.0',
    ])
    const json = JSON.parse((await file('/measures/burglary/data.json')).body)
    assert.equal(json.figures[0].value, 230)
    assert.match((await see('/measures/burglary')).html, new RegExp(json.sentence))
  })

  it('says since when newer figures have been due', async () => {
    const { deps } = there()
    assert.doesNotMatch((await see('/measures/burglary')).text, /have been due since/)
    const old = await aMeasure(deps, { title: 'Bicycle theft', unitLabel: 'thefts' })
    await someFigures(deps, ['bicycle-theft,2024-12,99,,,final,'])
    await publishMeasure(deps, SYSTEM, { measureId: old.id, version: old.version })
    assert.match((await see('/measures/bicycle-theft')).text, /the next have been due since 28 February 2025/)
    assert.match((await see('/measures')).text, /Newer due since 28 February 2025/)
  })

  it('asks for no newer figures when they fell due before the plan in force began', async () => {
    const { deps } = there()
    const kept = await aMeasure(deps, { title: 'Cycle theft', unitLabel: 'thefts' })
    await someFigures(deps, ['cycle-theft,2017-12,99,,,final,'])
    await publishMeasure(deps, SYSTEM, { measureId: kept.id, version: kept.version })
    const { text } = await see('/measures/cycle-theft')
    assert.match(text, /None are awaited: these are kept for the account of an earlier plan/)
    assert.doesNotMatch(text, /due since/i)
    assert.equal(JSON.parse((await file('/measures/cycle-theft/data.json')).body).nextFiguresDue, null)
    assert.match((await see('/measures')).text, /Kept for an earlier plan.*Cycle theft/)
  })

  it('shows the figures as other periods, and refuses in words what cannot be made', async () => {
    const { deps } = there()
    const measure = await aMeasure(deps, { title: 'Robbery', unitLabel: 'robberies' })
    const months = ['2023-10', '2023-11', '2023-12', '2024-01', '2024-02']
    await someFigures(
      deps,
      months.map((month, index) => `robbery,${month},${10 + index},,,final,`),
      'months.csv',
    )
    await publishMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version })
    const { $, text } = await see('/measures/robbery?show=quarters')
    assert.match(text, /Q3 2023\/24 33/)
    assert.match(text, /There is no figure for January to March 2024: March 2024 is missing/)
    assert.ok($('a[href="/measures/robbery/values/2023-24-q3"]').length > 0)
    assert.match((await see('/measures/robbery?show=financial-years')).text, /It cannot be shown as financial years/)
  })

  it('shows what was known on a day, and leads to its files as known on it', async () => {
    const { $, text } = await see('/measures/burglary?as-known-on=2024-01-31')
    assert.match(text, /No figure was known on 31 January 2024/)
    assert.match(text, /This page shows what was known on 31 January 2024/)
    assert.ok($('main a[href="/measures/burglary"]').length > 0)
    assert.ok($('a[href="/measures/burglary/data.csv?as-known-on=2024-01-31"]').length > 0)
    assert.match((await see('/measures/burglary?as-known-on=31/1/2024')).text, /was known on 31 January 2024/)
  })

  it('says of a day that is none, or is still to come, that it cannot be shown, and shows what is known now', async () => {
    for (const [day, why] of [
      ['2024-02-30', 'no day of the calendar'],
      ['soon', 'no day of the calendar'],
      ['2099-01-01', 'still to come'],
    ]) {
      const { text } = await see(`/measures/burglary?as-known-on=${day}`)
      assert.match(text, new RegExp(`That day cannot be shown .*${why}`))
      assert.match(text, /230/)
      assert.equal((await look(`/measures/burglary/data.csv?as-known-on=${day}`)).status, 404)
    }
  })

  it('says what the office makes of the newest figure, beside what it said last, and marks words carried over', async () => {
    const { deps, office } = there()
    const say = (period: string, narrative: string) =>
      recordCommentary(deps, SYSTEM, { measureId: office.measure.id, period, narrative, response: 'More patrols.' })
    await someFigures(deps, ['burglary,2025-02,240,,,final,'])
    await say('2025-02', 'Fewer homes were broken into.')
    await say('2025-03', 'Fewer homes  were broken into.')
    const { text } = await see('/measures/burglary')
    assert.match(text, /March 2025 The words are the same as last time\./)
    assert.match(text, /February 2025 Fewer homes were broken into\. What is being done\. More patrols\./)
  })

  it('is not there, nor are its files, before the measure is published or after it is withdrawn', async () => {
    const { deps } = there()
    const draft = await aMeasure(deps, { title: 'Shoplifting' })
    await someFigures(deps, ['shoplifting,2025-03,1,,,final,'])
    const all = ['/measures/shoplifting', '/measures/shoplifting/data.csv', '/measures/shoplifting/data.json']
    for (const path of [...all, '/measures/unknown']) assert.equal((await look(path)).status, 404, path)
    await publishMeasure(deps, SYSTEM, { measureId: draft.id, version: draft.version })
    await see('/measures/shoplifting')
    await withdrawMeasure(deps, SYSTEM, { measureId: draft.id, version: draft.version + 1, reason: 'Wrong' })
    for (const path of all) assert.equal((await look(path)).status, 404, path)
  })
})
