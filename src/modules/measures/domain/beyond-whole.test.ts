import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { oddityOf } from './beyond-whole.js'
import { UNITS } from './unit.js'

const nothing = { numerator: null, denominator: null, value: null }

it('finds a part above its whole, and a value outside 0 to 100', () => {
  assert.equal(oddityOf('percentage', { ...nothing, numerator: 12, denominator: 10, value: 120 })?.column, 'numerator')
  assert.equal(oddityOf('percentage', { ...nothing, numerator: -1, denominator: 10, value: -10 })?.column, 'numerator')
  assert.match(oddityOf('percentage', { ...nothing, value: 100.4 })?.what ?? '', /100\.4% is more than 100%/)
  assert.match(oddityOf('percentage', { ...nothing, value: -3 })?.what ?? '', /less than 0%/)
})

it('finds nothing odd in parts of a whole, nor in figures that are no percentages', () => {
  const whole = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (denominator, share) => {
      const numerator = Math.floor(denominator * share)
      const figures = { numerator, denominator, value: (100 * numerator) / denominator }
      assert.equal(oddityOf('percentage', figures), undefined)
    }),
  )
  for (const unit of UNITS.filter((each) => each !== 'percentage'))
    assert.equal(oddityOf(unit, { numerator: 12, denominator: 10, value: 120 }), undefined)
})
