import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sheetOf, type Written } from '#test/support/sheets.js'
import { bandsFrom } from './bands.js'
import { readCouncilTaxReturn } from './council-tax.js'
import { policingBody } from './policing-body.js'
import type { Sheet } from './sheet.js'

const LINES = [
  '1. Council Tax Requirement including special expenses.\n\n',
  '2. Council tax base for the major precepting authority’s area (to 1 decimal place)',
  '3. Average (Band D 2 Adult equivalent) council tax of major precepting authority (line 1 / line 2)',
]
const HEADS = [
  'E-code',
  'ONS Code',
  'Authority',
  'Class',
  ...LINES.flatMap((line) => [`${line} (previous year)`, `${line} (current year)`]),
]
const PREAMBLE = [
  ['Table 2: Council Tax Requirement (CTR) data'],
  ['The current year that this table refers to relates to financial year 2023-24.'],
]
const WESSEX = ['E7099', 'E23000039', 'Wessex Police and Crime Commissioner', 'PCC', 1000, 2000, 10, 10, 100, 200]
const FIRE = ['E6199', 'E31000099', 'Wessex Fire Authority', 'CFA', 500, 600, 10, 10, 50, 60]
const COUNTY = ['E1', 'E10000099', 'Wessex', 'SC', 5, 6, 1, 1, 5, 6]

function figures(sheets: readonly Sheet[], fileName = 'ctr.ods') {
  const read = readCouncilTaxReturn(sheets, fileName)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value.rows.map(({ area, until, labels, figures: of }) => [
    area.code ?? area.name,
    until,
    labels.as,
    of.requirement?.value,
    of.base?.value,
    of.bandD?.value,
  ])
}

describe('the return of council tax requirements', () => {
  it('gives each policing body’s lines of the year and of the year before, and no other body’s', () => {
    assert.deepEqual(figures([sheetOf('Data_Precepting', [...PREAMBLE, HEADS, COUNTY, FIRE, WESSEX])]), [
      ['E23000039', '2023-03-31', 'given a year later', 1000, 10, 100],
      ['E23000039', '2024-03-31', 'set that year', 2000, 10, 200],
    ])
  })

  it('is read the same whatever the order of its columns', () => {
    const turned = (row: readonly Written[]) => row.toReversed()
    assert.deepEqual(
      figures([sheetOf('Data', [...PREAMBLE, turned(HEADS), turned(WESSEX)])]),
      figures([sheetOf('Data', [...PREAMBLE, HEADS, WESSEX])]),
    )
  })

  it('takes years from the row below, under heads that stand over two columns', () => {
    const heads = [
      'Ecode',
      'Authority',
      'Class',
      '1. Council Tax Requirement for billing authority',
      null,
      '7. Council tax base for council tax setting purposes',
      null,
      '8. Average (Band D 2 Adult equivalent) council tax (including Adult Social Care precept and local precepts)',
      null,
    ]
    const years = [null, null, null, '2019-20', '2020-21', '2019-20', '2020-21', '2019-20', '2020-21']
    const mayor = ['a', 'Greater Manchester Combined Authority - Police', 'PCC', 10, 20, 1, 1, 10, 20]
    const all = ['PCC', 'Police authorities ex Met Police', null, 99, 99, 9, 9, 11, 11]
    assert.deepEqual(figures([sheetOf('Data', [heads, years, mayor, all])]), [
      ['E23000005', '2020-03-31', 'given a year later', 10, 1, 10],
      ['E23000005', '2021-03-31', 'set that year', 20, 1, 20],
    ])
  })

  it('says whose requirement over base does not give Band D, and keeps what is written', () => {
    const read = readCouncilTaxReturn([sheetOf('Data', [...PREAMBLE, HEADS, WESSEX.with(9, 201)])], 'ctr.ods')
    assert.ok(read.ok)
    assert.match(read.value.warnings.join(), /does not give Band D.*Wessex in the year to 2024-03-31/)
  })

  it('keeps a mark as missing, with its meaning', () => {
    const read = readCouncilTaxReturn([sheetOf('Data', [...PREAMBLE, HEADS, WESSEX.with(8, '[x]')])], 'ctr.ods')
    assert.ok(read.ok)
    assert.deepEqual(read.value.rows[0]?.figures.bandD, { value: null, why: 'not available' })
  })

  it('names the line that it lacks, and heads that stand twice', () => {
    const said = (rows: readonly (readonly Written[])[]) =>
      JSON.stringify(readCouncilTaxReturn([sheetOf('Data', rows)], 'ctr.ods'))
    assert.match(said([...PREAMBLE, HEADS.slice(0, 8), WESSEX.slice(0, 8)]), /lacks “Average \(Band D\) council tax”/)
    assert.match(said([...PREAMBLE, [...HEADS, HEADS[9] ?? ''], WESSEX]), /Two columns are the same by name/)
    assert.match(said([HEADS, WESSEX]), /lacks/)
  })
})

describe('the tax of each band', () => {
  it('is the ninths of Band D that the Act says', () => {
    assert.deepEqual(bandsFrom(257.58), {
      A: 171.72,
      B: 200.34,
      C: 228.96,
      D: 257.58,
      E: 314.82,
      F: 372.06,
      G: 429.3,
      H: 515.16,
    })
  })

  it('grows from band to band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1_000_000 }), (pence) => {
        const taxes = Object.values(bandsFrom(pence / 100))
        assert.deepEqual(
          taxes,
          taxes.toSorted((a, b) => a - b),
        )
      }),
    )
  })
})

describe('whose line it is', () => {
  for (const [name, kind, expected] of [
    ['of which: West Yorkshire Combined Authority - Police Functions', 'PCC', 'E23000010'],
    ['of which: London Boroughs less City of London (GLA - Police function)', '[z]', 'E23000001'],
    ['London Boroughs less CoL', '', 'E23000001'],
    ['North Yorkshire Police, Fire and Crime Commissioner - Police', 'PCC', 'North Yorkshire'],
    ['Essex Police', 'PCC', 'Essex'],
    ['Cambridgeshire Police and Crime Commissioner and Chief Constable', 'PCC', 'Cambridgeshire'],
    ['North Yorkshire Police, Fire and Crime Commissioner - Fire', 'CFA', undefined],
    ['Northamptonshire PCC-FRA', 'CFA', undefined],
    ['Police authorities ex Met Police', 'PCC', undefined],
    ['Kent', 'SC', undefined],
  ] as const)
    it(`is ${expected ?? 'no policing body’s'} for “${name}”`, () => {
      const area = policingBody({ code: null, name }, kind)
      assert.equal(area?.code ?? area?.name, expected)
    })
})
