import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { coverageYears, missingMonths, wholeFinancialYears } from './coverage.js'
import { monthAfter } from './crime-months.js'

const months = (from: string, count: number, missing: readonly string[] = []) =>
  Array.from({ length: count }, (_, index) => monthAfter(from, index)).map((month) => ({
    month,
    release: missing.includes(month) ? null : '2025-11',
  }))

describe('what is covered', () => {
  it('stands year by year, with gaps told from what lies outside the range', () => {
    const [first, second] = coverageYears(months('2023-11', 4, ['2023-12']))
    assert.equal(first?.year, '2023')
    assert.deepEqual(first?.months.slice(9), [undefined, '2025-11', null])
    assert.deepEqual(second?.months.slice(0, 3), ['2025-11', '2025-11', undefined])
    assert.deepEqual(missingMonths(months('2023-11', 4, ['2023-12'])), ['2023-12'])
  })

  it('can be held against yearly totals only where no month of the financial year is missing', () => {
    assert.deepEqual(wholeFinancialYears(months('2023-01', 30)), [2023, 2024])
    assert.deepEqual(wholeFinancialYears(months('2023-01', 30, ['2024-05'])), [2023])
    assert.deepEqual(wholeFinancialYears([]), [])
  })
})
