import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { FEWEST_FOR_LIMITS, RUN_LENGTH, type Xmr, xmr } from './xmr.js'

const value = fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100)
const longSeries = fc.array(fc.option(value, { freq: 6 }), { minLength: FEWEST_FOR_LIMITS, maxLength: 60 })

function limitsOf(values: readonly (number | null)[], options?: Parameters<typeof xmr>[1]): Xmr {
  const limits = xmr(values, options)
  assert.ok(limits)
  return limits
}

describe('the limits of usual variation', () => {
  it('are the average and 2.66 mean moving ranges either side', () => {
    // Worked by hand: 13 values, sum 130, moving ranges 2 each.
    const values = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 10]
    const { centre, lower, upper } = limitsOf(values)
    const range = (11 * 2 + 1) / 12
    assert.equal(centre, 10)
    assert.ok(Math.abs(upper - (10 + 2.66 * range)) < 1e-12)
    assert.ok(Math.abs(lower - (10 - 2.66 * range)) < 1e-12)
  })

  it('are not drawn for fewer than 13 figures', () => {
    assert.equal(xmr(new Array(12).fill(5)), undefined)
    assert.equal(xmr([...new Array(12).fill(5), null]), undefined)
    assert.ok(xmr(new Array(13).fill(5)))
  })

  it('leave no step across a missing month', () => {
    const low = new Array<number | null>(7).fill(10)
    const high = new Array<number | null>(7).fill(90)
    assert.equal(limitsOf([...low, null, ...high]).upper, 50)
    assert.ok(limitsOf([...low, ...high]).upper > 50)
  })

  it('are moved to what the figure can be, and say so', () => {
    const values = [0, 20, 0, 20, 0, 20, 0, 20, 0, 20, 0, 20, 0]
    const { lower, isCutBelow, isCutAbove } = limitsOf(values, { lowest: 0 })
    assert.deepEqual([lower, isCutBelow, isCutAbove], [0, true, false])
    const shares = limitsOf(
      values.map((each) => 100 - each),
      { lowest: 0, highest: 100 },
    )
    assert.deepEqual([shares.upper, shares.isCutAbove], [100, true])
  })

  it('always hold the average between them, and everything outside is named', () => {
    fc.assert(
      fc.property(longSeries, (values) => {
        const limits = xmr(values, { lowest: 0 })
        if (!limits) return
        const { lower, centre, upper, outside } = limits
        assert.ok(lower <= centre && centre <= upper)
        values.forEach((each, index) => {
          if (each !== null && (each > upper * 1.001 || each < lower * 0.999 - 0.001))
            assert.ok(outside.includes(index))
          if (each === null || (each <= upper && each >= lower)) assert.ok(!outside.includes(index))
        })
      }),
    )
  })

  it('do not depend on how the figures are measured', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 13, maxLength: 40 }), (values) => {
        const [plain, scaled] = [limitsOf(values), limitsOf(values.map((each) => each * 1000))]
        assert.deepEqual(scaled.outside, plain.outside)
        assert.deepEqual(scaled.runs, plain.runs)
        assert.ok(Math.abs(scaled.upper - plain.upper * 1000) < 1e-6 * Math.abs(scaled.upper))
      }),
    )
  })
})

describe('a run', () => {
  it('is seven in a row on one side of the average, not six', () => {
    const seven = limitsOf([...new Array(7).fill(8), ...new Array(7).fill(12)])
    assert.deepEqual(seven.runs, [
      { from: 0, until: 6, side: 'below' },
      { from: 7, until: 13, side: 'above' },
    ])
    const six = limitsOf([8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 12, 12, 10])
    assert.deepEqual(six.runs, [])
  })

  it('is broken by a value on the average and by a missing month', () => {
    const side = new Array<number | null>(4).fill(8)
    assert.deepEqual(limitsOf([...side, 10, ...side, ...new Array(8).fill(12)], { centre: 10 }).runs.length, 1)
    assert.deepEqual(limitsOf([...side, null, ...side, ...new Array(8).fill(12)], { centre: 10 }).runs.length, 1)
  })

  it('holds only values of its side, is long enough, and overlaps no other', () => {
    fc.assert(
      fc.property(longSeries, (values) => {
        const limits = xmr(values)
        if (!limits) return
        const { runs, centre } = limits
        runs.forEach(({ from, until, side }, index) => {
          assert.ok(from > (runs[index - 1]?.until ?? -1) && until - from + 1 >= RUN_LENGTH)
          const isOnSide = (each: number) => (side === 'above' ? each > centre : each < centre)
          assert.ok(values.slice(from, until + 1).every((each) => each !== null && isOnSide(each)))
        })
      }),
    )
  })
})
