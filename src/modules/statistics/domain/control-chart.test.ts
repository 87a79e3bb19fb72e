import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ControlInput, ControlOptions, ControlResult } from './control.js'
import { controlChart } from './control-chart.js'

const monthly = (values: readonly (number | null)[]): ControlInput[] =>
  values.map((value, index) => ({
    date: `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    value,
  }))

function chartOf(values: readonly (number | null)[], over: Partial<ControlOptions> = {}): ControlResult {
  const result = controlChart(monthly(values), { chart: 'xmr', polarity: 'up', ...over })
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const near = (actual: number | null | undefined, expected: number, within = 1e-9) =>
  assert.ok(actual != null && Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)

const same = (actual: number | null | undefined, expected: number | null) =>
  expected === null ? assert.equal(actual, null) : near(actual, expected, 1e-7)

const someValues = fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { freq: 9 }), {
  minLength: 1,
  maxLength: 60,
})
const fullValues = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 60 })

/** From the vignette "Deviations from Excel defaults" of NHSRplotthedots. */
const DEVIATIONS = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

/** Twenty normal values of R's seed 123, whose limits stand in the snapshot tests of NHSRplotthedots. */
const SEEDED = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
  -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
  0.7013559, -0.47279141,
]

describe('an XmR chart', () => {
  it('has the limits that NHSRplotthedots publishes, ranges screened and not', () => {
    const screened = chartOf(DEVIATIONS).phases[0]
    near(screened?.mean, 1.94, 0.005)
    near(screened?.lower, -0.72, 0.005)
    near(screened?.upper, 4.6, 0.005)
    const unscreened = chartOf(DEVIATIONS, { screenRanges: false }).phases[0]
    near(unscreened?.lower, -3.06, 0.005)
    near(unscreened?.upper, 6.95, 0.005)
  })

  it('agrees with the snapshots of NHSRplotthedots to their last digit', () => {
    const changed = SEEDED.with(14, 10)
    const cases = [
      { result: chartOf(SEEDED), mean: 0.1416238, lower: -3.01138, upper: 3.294627 },
      { result: chartOf(changed), mean: 0.6694159, lower: -2.383666, upper: 3.722497 },
      { result: chartOf(changed, { screenRanges: false }), mean: 0.6694159, lower: -4.596625, upper: 5.935457 },
    ]
    for (const { result, mean, lower, upper } of cases) {
      near(result.points[0]?.mean, mean, 6e-7)
      near(result.points[0]?.lower, lower, 6e-6)
      near(result.points[0]?.upper, upper, 6e-6)
    }
  })

  it("has the limits of Montgomery's example 6.5, loan costs with 20 weeks for a baseline", () => {
    const costs = [
      310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304, 305, 282, 305,
      296, 314, 295, 287, 301, 298, 311, 310, 292, 305, 299, 304, 310, 304, 305, 333, 328,
    ]
    const { points } = chartOf(costs, { baseline: 20, polarity: 'down' })
    near(points[39]?.mean, 300.5)
    near(points[39]?.lower, 279.78, 0.005)
    near(points[39]?.upper, 321.22, 0.005)
    assert.deepEqual(
      points.flatMap(({ rules }, index) => (rules.includes('outside') ? [index + 1] : [])),
      [39, 40],
    )
  })

  it('keeps its limits where scale and origin change', () => {
    fc.assert(
      fc.property(
        someValues,
        fc.integer({ min: -3, max: 6 }),
        fc.integer({ min: -999, max: 999 }),
        (values, power, by) => {
          if (values.every((value) => value === null)) return
          const moved = chartOf(values.map((value) => (value === null ? null : value * 2 ** power + by)))
          const scaled = (value: number | null) => (value === null ? null : value * 2 ** power + by)
          for (const [index, point] of chartOf(values).points.entries()) {
            for (const key of ['mean', 'lower', 'upper', 'lowerNear', 'upperNear'] as const) {
              same(moved.points[index]?.[key], scaled(point[key]))
            }
          }
        },
      ),
    )
  })

  it('has limits by the plain formula when no range is screened', () => {
    fc.assert(
      fc.property(fullValues, (values) => {
        const mean = values.reduce((total, value) => total + value, 0) / values.length
        const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)))
        const average = ranges.reduce((total, range) => total + range, 0) / ranges.length
        const { points } = chartOf(values, { screenRanges: false })
        near(points[0]?.mean, mean)
        near(points[0]?.upper, mean + 2.66 * average)
        near(points[0]?.lower, mean - 2.66 * average)
        near(points[0]?.upperNear, mean + (2 / 3) * 2.66 * average)
        near(points[0]?.lowerNear, mean - (2 / 3) * 2.66 * average)
      }),
    )
  })

  it('turned upside down, finds the same points and says the opposite of each', () => {
    const opposite = { improvement: 'concern', concern: 'improvement', common: 'common' }
    fc.assert(
      fc.property(someValues, (values) => {
        if (values.every((value) => value === null)) return
        const turned = chartOf(values.map((value) => (value === null ? null : -value))).points
        for (const [index, { rules, variation }] of chartOf(values).points.entries()) {
          assert.deepEqual(turned[index]?.rules, rules)
          assert.equal(turned[index]?.variation, opposite[variation as keyof typeof opposite])
        }
      }),
    )
  })

  it('never spans a missing value with a moving range', () => {
    const { points } = chartOf([10, 12, null, 40, 42, null, 11], { screenRanges: false })
    near(points[0]?.upper, 23 + 2.66 * 2)
    assert.equal(points[2]?.value, null)
    assert.deepEqual(points[2]?.rules, [])
  })

  it('has an average and no limits for one value, or for values that never stand side by side', () => {
    for (const values of [[5], [5, null, 7]]) {
      const { points, assurance } = chartOf(values, { target: 100 })
      assert.notEqual(points[0]?.mean, null)
      assert.equal(points[0]?.upper, null)
      assert.equal(assurance, 'none')
    }
  })

  it('has limits on the average where no value differs, and finds nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 60 }), (value, count) => {
        for (const { mean, lower, upper, rules } of chartOf(Array.from({ length: count }, () => value)).points) {
          assert.ok(mean === value && lower === value && upper === value, `${mean} ${lower} ${upper} ${value}`)
          assert.deepEqual(rules, [])
        }
      }),
    )
  })

  it('cuts limits only when told what the figure can be, and says so', () => {
    assert.ok((chartOf([1, 9, 1, 9]).points[0]?.lower ?? 0) < 0)
    const cut = chartOf([1, 9, 1, 9], { lowest: 0, highest: 10 })
    assert.deepEqual([cut.points[0]?.lower, cut.points[0]?.upper], [0, 10])
    assert.deepEqual([cut.isCutBelow, cut.isCutAbove], [true, true])
    assert.equal(chartOf([5, 6, 5, 6], { lowest: 0 }).isCutBelow, false)
  })

  it('refuses what is not a number, an empty series and a baseline of one', () => {
    const codeOf = (values: readonly (number | null)[], over: Partial<ControlOptions> = {}) => {
      const result = controlChart(monthly(values), { chart: 'xmr', polarity: 'up', ...over })
      return result.ok ? 'ok' : result.error.code
    }
    assert.equal(codeOf([1, Number.NaN]), 'not-a-number')
    assert.equal(codeOf([]), 'no-values')
    assert.equal(codeOf([null, null]), 'no-values')
    assert.equal(codeOf([1, 2], { baseline: 1 }), 'baseline-too-short')
    assert.equal(codeOf([1, 2], { rebase: ['soon'] }), 'unknown-rebase')
  })
})

describe('phases', () => {
  const forty = Array.from({ length: 40 }, (_, index) => (index * 7) % 5)

  it('each have limits from their own fixed baseline, and neither looks back nor ahead', () => {
    fc.assert(
      fc.property(fullValues, fullValues, fc.integer({ min: 2, max: 14 }), (first, second, baseline) => {
        const date = monthly([...first, ...second])[first.length]?.date ?? ''
        const both = chartOf([...first, ...second], { rebase: [date], baseline }).points
        const apart = [...chartOf(first, { baseline }).points, ...chartOf(second, { baseline }).points]
        for (const [index, { date: _, phase, ...point }] of both.entries()) {
          const { date: __, phase: ___, ...alone } = apart[index] ?? never()
          assert.deepEqual(point, alone)
          assert.equal(phase, index < first.length ? 0 : 1)
        }
      }),
    )
  })

  it('hold a rebase and a fixed baseline of twelve together', () => {
    const values = forty.map((value, index) => (index < 20 ? value : value + 50))
    const moved = values.map((value, index) => ([15, 35].includes(index) ? value + 1000 : value))
    const options = { rebase: ['2017-09'], baseline: 12 }
    const [plain, shifted] = [chartOf(values, options), chartOf(moved, options)]
    assert.deepEqual(
      shifted.phases.map(({ mean, lower, upper }) => [mean, lower, upper]),
      plain.phases.map(({ mean, lower, upper }) => [mean, lower, upper]),
    )
    assert.deepEqual(
      plain.phases.map(({ from, until, points }) => [from, until, points]),
      [
        ['2016-01', '2017-08', 20],
        ['2017-09', '2019-04', 20],
      ],
    )
  })

  it('begin at the first period on or after the date, whatever its day', () => {
    const starts = (rebase: string[]) => chartOf(forty, { rebase }).phases.map(({ from }) => from)
    assert.deepEqual(starts(['2017-03-15']), ['2016-01', '2017-04'])
    assert.deepEqual(starts(['2017-03-01', '2017-03']), ['2016-01', '2017-03'])
    assert.deepEqual(starts(['1999-01-01', '2030-01-01']), ['2016-01'])
  })

  it('give assurance by the newest limits and enough by the newest phase', () => {
    const values = [
      ...Array.from({ length: 20 }, (_, i) => 50 + (i % 3)),
      ...Array.from({ length: 10 }, (_, i) => 95 + (i % 3)),
    ]
    assert.equal(chartOf(values.slice(0, 20), { target: 90 }).assurance, 'fail')
    const rebased = chartOf(values, { target: 90, rebase: ['2017-09'] })
    assert.equal(rebased.assurance, 'pass')
    assert.equal(rebased.isEnough, false)
    assert.equal(chartOf(values, { target: 90 }).isEnough, true)
    assert.equal(chartOf(values, { target: 90, rebase: ['2018-06'] }).assurance, 'none', 'one point has no limits yet')
  })
})

describe('variation and assurance', () => {
  it('follow the newest value that there is', () => {
    const values: (number | null)[] = [...Array.from({ length: 14 }, (_, i) => i % 2), 30]
    assert.equal(chartOf(values).variation, 'improvement')
    assert.equal(chartOf([...values, null], { polarity: 'down' }).variation, 'concern')
    assert.equal(chartOf(values, { polarity: 'neither' }).variation, 'neutral-high')
    assert.equal(chartOf([...values, 0]).variation, 'common')
  })

  it('never call a figure that is always 100% failing', () => {
    const always = Array.from({ length: 24 }, () => 100)
    for (const screenRanges of [true, false]) {
      assert.equal(chartOf(always, { target: 95, screenRanges }).assurance, 'pass')
      assert.equal(chartOf(always, { target: 100, screenRanges }).assurance, 'hit-and-miss')
    }
  })

  it('take a target on a limit as hit and miss, and give none without a direction', () => {
    const { upper = 0, lower = 0 } = chartOf([1, 3, 2, 4]).points[0] ?? {}
    for (const polarity of ['up', 'down'] as const) {
      for (const target of [upper ?? 0, lower ?? 0]) {
        assert.equal(chartOf([1, 3, 2, 4], { polarity, target }).assurance, 'hit-and-miss')
      }
    }
    const beyond = (upper ?? 0) + 0.001
    assert.equal(chartOf([1, 3, 2, 4], { target: beyond }).assurance, 'fail')
    assert.equal(chartOf([1, 3, 2, 4], { target: beyond, polarity: 'down' }).assurance, 'pass')
    assert.equal(chartOf([1, 3, 2, 4], { target: beyond, polarity: 'neither' }).assurance, 'none')
    assert.equal(chartOf([1, 3, 2, 4]).assurance, 'none')
  })
})

function never(): never {
  throw new Error('There is a point')
}
