import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isMonth, lastDayOf, localMonthOf, monthAfter, monthsBetween } from './month.js'

describe('a month', () => {
  it('is a year and one of twelve months', () => {
    assert.deepEqual(['2024-01', '2024-12'].map(isMonth), [true, true])
    for (const text of ['2024-13', '2024-00', '2024-1', '2024-01-01', 'Jan 2024', ''])
      assert.equal(isMonth(text), false)
  })

  it('is counted on and back over the turn of a year', () => {
    assert.equal(monthAfter('2024-12'), '2025-01')
    assert.equal(monthAfter('2024-01', -12), '2023-01')
    assert.deepEqual(monthsBetween('2024-11', '2025-02'), ['2024-11', '2024-12', '2025-01', '2025-02'])
    assert.deepEqual(monthsBetween('2025-02', '2024-11'), [])
  })

  it('ends on its own last day', () => {
    assert.deepEqual([lastDayOf('2024-02'), lastDayOf('2025-02')], ['2024-02-29', '2025-02-28'])
  })

  it('is told by the clock at home, an hour ahead of UTC in summer', () => {
    assert.equal(localMonthOf(new Date('2024-03-31T23:51:00Z')), '2024-04')
    assert.equal(localMonthOf(new Date('2020-06-30T23:00:00Z')), '2020-07')
    assert.equal(localMonthOf(new Date('2024-01-31T23:51:00Z')), '2024-01')
  })
})
