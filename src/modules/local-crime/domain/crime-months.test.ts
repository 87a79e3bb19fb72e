import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  comparedSpans,
  inSpan,
  type MonthCount,
  monthAfter,
  monthSeries,
  newestSpan,
  spanInWords,
  spanShort,
} from './crime-months.js'

/** A series from January 2023; null is a month without its file. */
const series = (...counts: (number | null)[]): MonthCount[] =>
  counts.map((count, index) => ({ month: monthAfter('2023-01', index), count }))

describe('the months of police data', () => {
  it('are nought where the file is there and has none, and a gap where the file is missing', () => {
    const counted = monthSeries(new Map([['2024-01', 5]]), ['2024-01', '2024-02', '2024-04'])
    assert.deepEqual(counted, [
      { month: '2024-01', count: 5 },
      { month: '2024-02', count: 0 },
      { month: '2024-03', count: null },
      { month: '2024-04', count: 0 },
    ])
    assert.deepEqual(monthSeries(new Map(), []), [])
  })

  it('are told together up to a year, never over a gap', () => {
    const year = Array.from({ length: 15 }, (_, index) => index)
    assert.deepEqual(newestSpan(series(...year)), { from: '2023-04', to: '2024-03', months: 12 })
    assert.deepEqual(newestSpan(series(1, null, 3, 4)), { from: '2023-03', to: '2023-04', months: 2 })
    assert.equal(newestSpan(series(null, null)), undefined)
  })

  it('are compared with the same months a year before as far as both are there', () => {
    const fifteen = Array.from({ length: 15 }, (_, index) => index)
    const spans = comparedSpans(series(...fifteen))
    assert.deepEqual(spans?.now, { from: '2024-01', to: '2024-03', months: 3 })
    assert.deepEqual(spans?.before, { from: '2023-01', to: '2023-03', months: 3 })
    const gap = fifteen.map((value) => (value === 1 ? null : value))
    assert.deepEqual(comparedSpans(series(...gap))?.now, { from: '2024-03', to: '2024-03', months: 1 })
    assert.equal(comparedSpans(series(1, 2, 3)), undefined)
    const long = Array.from({ length: 40 }, (_, index) => index)
    assert.equal(comparedSpans(series(...long))?.now.months, 12)
  })

  it('have plain words', () => {
    const [year, quarter, one] = [
      { from: '2024-04', to: '2025-03', months: 12 },
      { from: '2025-01', to: '2025-03', months: 3 },
      { from: '2025-03', to: '2025-03', months: 1 },
    ]
    assert.equal(spanInWords(year), 'the 12 months to March 2025')
    assert.equal(spanInWords(quarter), 'January to March 2025')
    assert.equal(spanInWords({ from: '2024-12', to: '2025-01', months: 2 }), 'December 2024 to January 2025')
    assert.equal(spanShort(year), '12 months to Mar 2025')
    assert.equal(spanShort(quarter), 'Jan to Mar 2025')
    assert.deepEqual([year, quarter, one].map(inSpan), [
      'in the 12 months to March 2025',
      'from January to March 2025',
      'in March 2025',
    ])
  })
})
