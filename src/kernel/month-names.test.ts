import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONTH_NAME, monthNumber } from './month-names.js'

it('numbers a month by its name, whole or short, and knows no other words', () => {
  for (const [at, name] of ['January', 'feb', 'MARCH', 'Apr.', 'may', 'June', 'jul', 'August', 'Sept'].entries())
    assert.equal(monthNumber(name), at + 1, name)
  for (const other of ['', 'ja', 'moon', undefined]) assert.equal(monthNumber(other), 0, other)
})

it('matches whole names and short ones, and nothing between', () => {
  const pattern = new RegExp(`^${MONTH_NAME}$`)
  for (const name of ['january', 'jan', 'jan.', 'sept', 'september']) assert.match(name, pattern)
  for (const other of ['janu', 'septem', 'month']) assert.doesNotMatch(other, pattern)
})
