import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Rule } from './control.js'
import { limitsAround } from './limits.js'
import { signalsOf } from './rules.js'

type Value = number | null

/** Limits at ±9, near limits at ±6, mean 0. */
const around = limitsAround(0, 9)
const signals = (values: readonly Value[]) =>
  signalsOf(
    values,
    values.map(() => around),
  )
const found = (rule: Rule, values: readonly Value[]) =>
  signals(values).flatMap(({ rules }, index) => (rules.includes(rule) ? [index] : []))
const sides = (values: readonly Value[]) => signals(values).map(({ side }) => side)

/** The same rules said the long way: every window of the series looked at by itself. */
function naive(values: readonly Value[]): readonly Rule[][] {
  const isAbove = (index: number) => (values[index] ?? 0) > 0
  const isBelow = (index: number) => (values[index] ?? 0) < 0
  const isOutside = (index: number) => Math.abs(values[index] ?? 0) > 9
  const isNear = (index: number) => Math.abs(values[index] ?? 0) > 6 && !isOutside(index)
  const windows = (size: number) =>
    values.flatMap((_, start) =>
      start + size > values.length ? [] : [Array.from({ length: size }, (__, i) => start + i)],
    )
  const steps = (window: readonly number[], sign: number) =>
    window.slice(1).every((index) => {
      const [before, value] = [values[index - 1], values[index]]
      return before != null && value != null && (value - before) * sign > 0
    })
  const rising = windows(7).filter((window) => steps(window, 1) || steps(window, -1))
  const shifted = windows(7).filter((window) => window.every(isAbove) || window.every(isBelow))
  const pairs = windows(3).filter(
    (window) => (window.every(isAbove) || window.every(isBelow)) && window.filter(isNear).length >= 2,
  )
  return values.map((_, index) => {
    const rules: Rule[] = []
    if (isOutside(index)) rules.push('outside')
    if (rising.some((window) => window.includes(index))) rules.push('trend')
    if (isNear(index) && pairs.some((window) => window.includes(index))) rules.push('two-of-three')
    if (shifted.some((window) => window.includes(index))) rules.push('shift')
    return rules
  })
}

describe('the four rules', () => {
  it('find what looking at every window by itself finds', () => {
    const value = fc.option(fc.integer({ min: -11, max: 11 }), { freq: 15 })
    const walk = fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 40 }).map((steps) => {
      let at = -8
      return steps.map((step) => {
        at = at + step > 11 ? -8 : at + step
        return at
      })
    })
    fc.assert(
      fc.property(fc.oneof(fc.array(value, { maxLength: 50 }), walk), (values) => {
        assert.deepEqual(
          signals(values).map(({ rules }) => rules),
          naive(values),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('outside: beyond a limit, never on it', () => {
    assert.deepEqual(found('outside', [9, 9.0001, -9, -9.0001]), [1, 3])
  })

  it('shift: all seven or more on one side, none on the mean', () => {
    assert.deepEqual(found('shift', [1, 1, 1, 1, 1, 1]), [])
    assert.deepEqual(found('shift', [-1, 1, 2, 1, 2, 1, 2, 1, -1]), [1, 2, 3, 4, 5, 6, 7])
    assert.deepEqual(found('shift', [1, 2, 1, 2, 1, 2, 0, 1]), [])
    assert.deepEqual(found('shift', [1, 2, 1, 2, null, 1, 2, 1]), [])
  })

  it('trend: all seven or more, and two equal values end it', () => {
    assert.deepEqual(found('trend', [2, -4, -3, -2, -1, 1, 2, 3, 1]), [1, 2, 3, 4, 5, 6, 7])
    assert.deepEqual(found('trend', [-3, -2, -1, -1, 1, 2, 3]), [])
    assert.deepEqual(found('trend', [-3, -2, -1, null, 1, 2, 3, 4]), [])
  })

  it('two of three: only the points near the limit, with all three on one side of the mean', () => {
    assert.deepEqual(found('two-of-three', [0, 7, 1, 7, 0]), [1, 3])
    assert.deepEqual(found('two-of-three', [7, 7, -1]), [])
    assert.deepEqual(found('two-of-three', [7, -1, 7]), [])
    assert.deepEqual(found('two-of-three', [7, 1, 1, 7]), [])
    assert.deepEqual(found('two-of-three', [7, 10, 1]), [], 'a point outside is not one near the limit')
    assert.deepEqual(found('two-of-three', [7, null, 7]), [])
  })

  it('colour a trend by its direction, wherever it lies, and its turning point by what follows', () => {
    assert.deepEqual(sides([8, 7, 5, 4, 3, 2, 1]), [-1, -1, -1, -1, -1, -1, -1])
    assert.deepEqual(sides([-8, -7, -6.5, -5, -4, -3, -2, -3, -4, -5, -6, -7, -8]).slice(5, 8), [1, -1, -1])
    assert.deepEqual(sides([1, 2, 3, 4, 5, 5.5, 5.9, 0, 1, 2, 3, 4, 5, 5.5]).slice(5, 8), [1, 1, 1])
  })

  it('colour a point outside the limits by the limit, before anything else', () => {
    assert.deepEqual(sides([12, 11, 10, 4, 3, 2, 1]).slice(0, 4), [1, 1, 1, -1])
  })
})
