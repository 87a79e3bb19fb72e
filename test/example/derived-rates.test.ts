import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { besideProject, exampleText, policeTool, rateTool } from './example-files.js'

const FILES = [
  'data/home-office-ons/ons-prc/rec-crime-pfa.csv.gz',
  'data/home-office-ons/lesscrime/crime-pressure-force-2022-pop-data.csv.gz',
  'data/lookups/LAD16_CSP16_PFA16_lookup_Dec2016.csv',
  'data/lookups/lookup_ltla24_csp24_pfa24.csv',
  'data/lookups/la_all_codes.csv',
]
const [crimes, population, older, newer, formerCodes] = FILES.map(besideProject)
const sources =
  crimes && population && older && newer && formerCodes
    ? { crimes, population, lookups: [older, newer] as const, formerCodes }
    : undefined

const rowsOf = (path: string) => {
  const [head = [], ...rows] = policeTool.csvRows(exampleText(path))
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}
const own = rowsOf('observations/recorded-crime-rate.csv')
const others = rowsOf('comparisons/recorded-crime-rate.csv')

describe('the rates of police areas in the example office', () => {
  it('are what the publishers’ files give, byte for byte', { skip: sources ? false : 'the files are not here' }, () => {
    if (!sources) return
    const derived = rateTool.deriveAreaRates({ ...sources, lookups: [sources.lookups[0], sources.lookups[1]] })
    assert.equal(derived.own, exampleText('observations/recorded-crime-rate.csv'))
    assert.equal(derived.others, exampleText('comparisons/recorded-crime-rate.csv'))
    assert.equal(derived.source, exampleText('comparisons/recorded-crime-rate.source.json'))
    assert.equal(derived.source, exampleText('observations/recorded-crime-rate.source.json'))
  })

  it('cover our own area and the 42 others for the same four years', () => {
    const years = ['12m to 2015-12', '12m to 2016-12', '12m to 2017-12', '12m to 2018-12']
    assert.deepEqual(
      own.map(({ period }) => period),
      years,
    )
    const areas = Map.groupBy(others, ({ area }) => area)
    assert.equal(areas.size, 42)
    for (const [area, rows] of areas)
      assert.deepEqual(
        rows.map(({ period }) => period),
        years,
        area,
      )
  })

  it('have the people of England and Wales, 59.1 million in the middle of 2018', () => {
    const of2018 = [...own, ...others].filter(({ period }) => period === '12m to 2018-12')
    const people = of2018.reduce((total, { denominator }) => total + Number(denominator), 0)
    // All but the City of London, whose figures are left out: 59,115,809 less some 8,700.
    assert.ok(people > 59_100_000 && people < 59_115_809, String(people))
    assert.equal(own.at(-1)?.denominator, '852523')
  })

  it('leave out the City of London, and say why', () => {
    const city = others.filter(({ area }) => area === 'E23000034')
    assert.deepEqual(
      city.map(({ status, numerator }) => [status, numerator]),
      Array(4).fill(['missing', '']),
    )
    assert.match(city[0]?.note ?? '', /few people live in the City of London/)
  })

  it('name as neighbours the areas that share our boundary, and ours', () => {
    const groups: { key: string; members: string[] }[] = JSON.parse(exampleText('comparisons/groups.json'))
    const neighbours = groups.find(({ key }) => key === 'neighbours')
    assert.equal(neighbours?.members.length, 8)
    assert.ok(neighbours?.members.includes('E23000023'))
    assert.equal(groups.find(({ key }) => key === 'england-and-wales')?.members.length, 43)
  })
})
