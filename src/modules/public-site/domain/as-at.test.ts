import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { standingOf } from './as-at.js'

const today = isoDate('2025-04-30')
const starts = [isoDate('2028-04-01'), isoDate('2021-12-01'), isoDate('2017-04-01')]

it('shows the plan in force as it stands today, even after its period has ended', () => {
  assert.deepEqual(standingOf(isoDate('2021-12-01'), starts, today), { asAt: today, isReplaced: false })
  assert.deepEqual(standingOf(isoDate('2017-04-01'), [isoDate('2017-04-01')], today), {
    asAt: today,
    isReplaced: false,
  })
})

it('shows a replaced plan as it stood on the day before the next one began', () => {
  assert.deepEqual(standingOf(isoDate('2017-04-01'), starts, today), { asAt: isoDate('2021-11-30'), isReplaced: true })
})
