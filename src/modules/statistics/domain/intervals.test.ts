import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { gammaQuantile, normalQuantile, tQuantile } from './distributions.js'
import {
  differenceOfShares,
  type Interval,
  meanInterval,
  rateInterval,
  ratioOfRates,
  wilsonInterval,
} from './intervals.js'

const rounded = (interval: Interval | undefined, decimals: number) =>
  interval && [interval.lower, interval.upper].map((value) => Number(value.toFixed(decimals)))

describe('intervals', () => {
  it('of a share are those of Newcombe 1998a, table I, method 3', () => {
    assert.deepEqual(rounded(wilsonInterval(81, 263), 4), [0.2553, 0.3662])
    assert.deepEqual(rounded(wilsonInterval(15, 148), 4), [0.0624, 0.1605])
    assert.deepEqual(rounded(wilsonInterval(0, 20), 4), [0, 0.1611])
    assert.deepEqual(rounded(wilsonInterval(1, 29), 4), [0.0061, 0.1718])
  })

  it('of a difference of shares are those of Newcombe 1998b, table II, method 10', () => {
    const cases = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [10, 10, 0, 10, 0.6075, 1],
    ] as const
    for (const [a, m, b, n, lower, upper] of cases) {
      const difference = differenceOfShares({ count: a, of: m }, { count: b, of: n })
      assert.deepEqual(rounded(difference, 4), [lower, upper])
      assert.equal(difference?.isSignificant, lower > 0)
    }
  })

  it('of a rate are the exact Poisson ones for small counts and close to them for large', () => {
    assert.deepEqual(rounded(rateInterval(0, 1), 3), [0, 3.689])
    assert.deepEqual(rounded(rateInterval(1, 1), 3), [0.025, 5.572])
    assert.deepEqual(rounded(rateInterval(5, 1), 3), [1.623, 11.668])
    assert.deepEqual(rounded(rateInterval(10, 1), 2), [4.79, 18.39])
    assert.deepEqual(rounded(rateInterval(100, 2), 1), [40.7, 60.8])
  })

  it('of a mean are those of Student: ten answers, t = 2.262', () => {
    assert.deepEqual(rounded(meanInterval(7, Math.sqrt(10), 10), 3), [4.738, 9.262])
    assert.equal(meanInterval(7, 1, 1), undefined)
  })

  it('of a ratio hold 1 exactly when that of the other way round does', () => {
    const count = fc.integer({ min: 1, max: 500 })
    const exposure = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(count, count, exposure, exposure, (a, b, m, n) => {
        const there = ratioOfRates({ count: a, exposure: m }, { count: b, exposure: n })
        const back = ratioOfRates({ count: b, exposure: n }, { count: a, exposure: m })
        assert.ok(there && back)
        assert.equal(there.isSignificant, back.isSignificant)
        assert.ok(Math.abs(there.lower * back.upper - 1) < 1e-6)
        assert.ok(there.lower <= there.estimate && there.estimate <= there.upper)
      }),
    )
  })

  it('hold their estimate, stay within what can be, and turn with the question', () => {
    const share = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 300 }))
      .map(([count, of]) => ({ count: Math.min(count, of), of }))
    fc.assert(
      fc.property(share, share, (a, b) => {
        const own = wilsonInterval(a.count, a.of)
        assert.ok(own && own.lower >= 0 && own.lower <= own.estimate && own.estimate <= own.upper && own.upper <= 1)
        const [there, back] = [differenceOfShares(a, b), differenceOfShares(b, a)]
        assert.ok(there && back && Math.abs(there.lower + back.upper) < 1e-9)
        assert.ok(there.lower >= -1 - 1e-12 && there.upper <= 1 + 1e-12)
      }),
    )
  })

  it('are not made of nothing', () => {
    assert.equal(wilsonInterval(0, 0), undefined)
    assert.equal(rateInterval(3, 0), undefined)
    assert.equal(differenceOfShares({ count: 0, of: 0 }, { count: 1, of: 2 }), undefined)
    assert.equal(ratioOfRates({ count: 3, exposure: 1 }, { count: 0, exposure: 1 }), undefined)
  })

  it('stand on the printed tables of the normal, Student and chi-square distributions', () => {
    assert.equal(normalQuantile(0.975).toFixed(6), '1.959964')
    assert.equal(normalQuantile(0.995).toFixed(6), '2.575829')
    assert.equal(tQuantile(0.975, 1).toFixed(4), '12.7062')
    assert.equal(tQuantile(0.975, 30).toFixed(4), '2.0423')
    assert.equal(tQuantile(0.025, 9).toFixed(4), '-2.2622')
    assert.equal((2 * gammaQuantile(0.95, 5)).toFixed(3), '18.307')
  })
})
