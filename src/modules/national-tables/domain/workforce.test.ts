import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sheetOf } from '#test/support/sheets.js'
import type { Sheet } from './sheet.js'
import { readWorkforceSummary } from './workforce.js'

const FORCES = new Set(['Kent', 'West Midlands', 'Dorset'])
const read = (sheets: readonly Sheet[]) => readWorkforceSummary(sheets, (name) => FORCES.has(name))

const OFFICERS = sheetOf('Table_1', [
  ['Table 1: Police officers by police force area, England and Wales'],
  ['England and Wales', null, null, null, 'Full-time equivalents'],
  [null, 'As at:', null, 'Change in 12 months\nSep-17 to Sep-18', null],
  [null, 'Sep-17', 'Sep-18', 'number', '%'],
  ['South East', 30.5, 31, 0.5, 1.6],
  ['Kent2', 20.25, '..', 1, 2],
  ['West Midlands', 50, 51, 1, 2],
  ['West Midlands', 40, 41, 1, 2.5],
  ['1. A note that ends the table.'],
])

describe('the summary tables of the workforce', () => {
  it('give each force on each day, exactly, with a mark as missing and without footnotes and changes', () => {
    const found = read([OFFICERS])
    assert.ok(found.ok, JSON.stringify(found))
    const kent = found.value.rows.filter(({ area }) => area.name === 'Kent')
    assert.deepEqual(
      kent.map(({ until, figures, labels }) => [until, figures.fte, labels.worker]),
      [
        ['2017-09-30', { value: 20.25 }, 'Police officers'],
        ['2018-09-30', { value: null, why: 'not available' }, 'Police officers'],
      ],
    )
    assert.equal(found.value.rows.length, 8)
  })

  it('part a region from the force of its name', () => {
    const found = read([OFFICERS])
    assert.ok(found.ok)
    const ofForce = found.value.rows.find(({ area, until }) => area.name === 'West Midlands' && until === '2018-09-30')
    assert.equal(ofForce?.figures.fte?.value, 41)
  })

  it('pass over sheets without forces, and say so', () => {
    const series = sheetOf('Table_8', [
      ['Table 8: Police officers'],
      [null, 'Full-time equivalents'],
      ['30 September 2006', 141_385],
    ])
    const found = read([sheetOf('Index', [['Table number', 'Title']]), OFFICERS, series])
    assert.ok(found.ok)
    assert.match(found.value.warnings.join(), /Table_8/)
  })

  it('are refused where no sheet is one, and where a number is none', () => {
    assert.equal(read([sheetOf('Index', [['Table number', 'Title']])]).ok, false)
    const rows = OFFICERS.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell?.number === 41 ? ({ kind: 'text', text: 'many' } as const) : cell)),
    }))
    assert.match(JSON.stringify(read([{ ...OFFICERS, rows }])), /“many” is not a number/)
  })
})
