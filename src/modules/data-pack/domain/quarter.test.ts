import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { lastDayOfNewestQuarter } from './quarter.js'

it('counts a quarter as over on its last day, and not a day before', () => {
  const newest = (day: string) => lastDayOfNewestQuarter(isoDate(day))
  assert.equal(newest('2025-04-30'), '2025-03-31')
  assert.equal(newest('2025-03-31'), '2025-03-31')
  assert.equal(newest('2025-03-30'), '2024-12-31')
  assert.equal(newest('2025-12-31'), '2025-12-31')
  assert.equal(newest('2025-01-01'), '2024-12-31')
})
