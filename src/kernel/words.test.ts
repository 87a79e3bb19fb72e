import assert from 'node:assert/strict'
import { it } from 'node:test'
import { formatMoment } from './words.js'

it('says when something was done by the clock in the office, in summer and in winter', () => {
  assert.equal(formatMoment('2025-04-30T12:05:00.000Z'), '30 April 2025, 13:05')
  assert.equal(formatMoment('2025-01-31T12:05:00.000Z'), '31 January 2025, 12:05')
})
