import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ControlInput, ControlOptions, ControlResult } from './control.js'
import { controlChart } from './control-chart.js'

const near = (actual: number | null | undefined, expected: number, within: number) =>
  assert.ok(actual != null && Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)

const dated = <T extends object>(rows: readonly T[]) => rows.map((row, index) => ({ ...row, date: String(index + 1) }))
const single = (values: readonly (number | null)[]) => dated(values.map((value) => ({ value })))
const parts = (counts: readonly number[], sizes: readonly number[]) =>
  dated(counts.map((numerator, index) => ({ value: null, numerator, denominator: sizes[index] ?? null })))

function chartOf(inputs: readonly ControlInput[], options: Partial<ControlOptions>): ControlResult {
  const result = controlChart(inputs, { chart: 'run', polarity: 'down', ...options })
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

describe('charts of counted things', () => {
  it("p: have the limits of Montgomery's table 7.4, purchase orders of varying number", () => {
    const counts = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9]
    const sizes = [
      100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100, 100, 100, 100, 90, 90,
    ]
    const { points, isCutBelow } = chartOf(parts(counts, sizes), { chart: 'p' })
    const expected = [
      [0, 0.007335, 0.183686],
      [1, 0, 0.194093],
      [4, 0.011438, 0.179582],
      [11, 0.015017, 0.176003],
      [24, 0.002565, 0.188455],
    ] as const
    for (const [index, lower, upper] of expected) {
      near(points[index]?.mean, 0.09551, 5e-7)
      near(points[index]?.lower, lower, 5e-7)
      near(points[index]?.upper, upper, 5e-7)
    }
    assert.ok(isCutBelow)
    assert.deepEqual(
      points.flatMap(({ rules, date }) => (rules.includes('outside') ? [date] : [])),
      ['11'],
    )
  })

  it("u: have the limits of Montgomery's examples 7.4 and 7.5, computers and dyed cloth", () => {
    const computers = [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4]
    const { points } = chartOf(
      parts(
        computers,
        computers.map(() => 50),
      ),
      { chart: 'u' },
    )
    near(points[0]?.mean, 0.074, 5e-7)
    near(points[0]?.upper, 0.189412, 5e-7)
    assert.equal(points[0]?.lower, 0)
    const rolls = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
    const metres = [500, 400, 650, 500, 475, 500, 600, 525, 600, 625]
    const cloth = chartOf(parts(rolls, metres), { chart: 'u', per: 50 })
    near(cloth.points[0]?.value, 1.4, 5e-7)
    near(cloth.points[0]?.mean, 1.423256, 5e-7)
    near(cloth.points[1]?.upper, 2.688626, 5e-7)
    near(cloth.points[1]?.lower, 0.157885, 5e-7)
    near(cloth.points[9]?.upper, 2.435552, 5e-7)
  })

  it("c: have the limits of Montgomery's example 7.3, circuit boards", () => {
    const boards = [
      21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15,
    ]
    const { points } = chartOf(single(boards), { chart: 'c' })
    near(points[0]?.mean, 19.85, 0.005)
    near(points[0]?.lower, 6.48, 0.005)
    near(points[0]?.upper, 33.22, 0.01)
    assert.deepEqual(
      points.flatMap(({ rules, date }) => (rules.includes('outside') ? [date] : [])),
      ['6', '20'],
    )
    const revised = chartOf(single(boards.filter((_, index) => index !== 5 && index !== 19)), { chart: 'c' })
    near(revised.points[0]?.mean, 19.67, 0.005)
    near(revised.points[0]?.lower, 6.36, 0.005)
    near(revised.points[0]?.upper, 32.97, 0.005)
  })

  it('refuse a share above the whole, a count below nought, and values without their parts', () => {
    const codeOf = (inputs: readonly ControlInput[], chart: ControlOptions['chart']) => {
      const result = controlChart(inputs, { chart, polarity: 'up' })
      return result.ok ? 'ok' : result.error.code
    }
    assert.equal(codeOf(parts([5], [4]), 'p'), 'share-above-whole')
    assert.equal(codeOf(parts([5], [4]), 'u'), 'ok')
    assert.equal(codeOf(single([5]), 'p'), 'needs-parts')
    assert.equal(codeOf(single([-1]), 'c'), 'negative')
    assert.equal(codeOf(single([-1]), 'g'), 'negative')
    assert.equal(codeOf(single([3, 0]), 't'), 'not-above-nought')
  })

  it('leave a gap where nothing was counted', () => {
    const { points } = chartOf(parts([3, 0, 4], [10, 0, 10]), { chart: 'p' })
    assert.deepEqual([points[1]?.value, points[1]?.upper, points[1]?.variation], [null, null, 'common'])
  })

  it('never pass nought and the whole', () => {
    const rows = fc.array(
      fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [Math.min(a, b), Math.max(a, b, 1)] as const),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(rows, (all) => {
        const inputs = parts(
          all.map(([count]) => count),
          all.map(([, size]) => size),
        )
        for (const { lower, upper, mean } of chartOf(inputs, { chart: 'p', per: 100 }).points) {
          assert.ok((lower ?? 0) >= 0 && (upper ?? 0) <= 100 && (mean ?? 0) <= 100)
        }
      }),
    )
  })
})

describe('charts of rare events', () => {
  it("t: have the limits of Montgomery's example 7.6, hours between valve failures", () => {
    const hours = [286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96]
    const { points, isCutBelow } = chartOf(single(hours), { chart: 't', polarity: 'up' })
    near(points[0]?.mean, 430.040952, 1e-5)
    near(points[0]?.upper, 6937.933488, 1e-4)
    assert.equal(points[0]?.lower, 0)
    assert.ok(isCutBelow)
    assert.ok(points.every(({ rules }) => rules.length === 0))
  })

  it('g: are drawn about the median, with limits from the mean: 5, 12, 8, 15, 3 by hand', () => {
    const { points } = chartOf(single([5, 12, 8, 15, 3]), { chart: 'g' })
    assert.equal(points[0]?.mean, 8)
    assert.equal(points[0]?.lower, 0)
    near(points[0]?.upper, 8.6 + 3 * Math.sqrt(8.6 * 9.6), 1e-9)
    near(points[0]?.upper, 35.86, 0.005)
  })
})

describe('a run chart', () => {
  it('has a median and no limits, and no assurance', () => {
    const { points, assurance } = chartOf(single([3, 1, 2, 10]), { target: 5 })
    assert.deepEqual([points[0]?.mean, points[0]?.upper, assurance], [2.5, null, 'none'])
  })

  it('passes over values on the median when it looks for a shift', () => {
    const values = [5, 6, 7, 4, 8, 6, 4, 7, 6, -1, -2, 4, -3, -1, -2, -3, 4, 4]
    const { points } = chartOf(single(values), {})
    assert.equal(points[0]?.mean, 4)
    assert.deepEqual(
      points.flatMap(({ rules }, index) => (rules.includes('shift') ? [index] : [])),
      [0, 1, 2, 4, 5, 7, 8],
    )
  })

  it('has the bounds of Anhøj and Olesen: 20, 24, 28, 40 and 64 useful values', () => {
    const bounds = [20, 24, 28, 40, 64].map((count) => {
      const { runs } = chartOf(single(Array.from({ length: count }, (_, index) => index % 2)), {})
      return [runs?.useful, runs?.longestUsual, runs?.crossingsUsual]
    })
    assert.deepEqual(bounds, [
      [20, 7, 6],
      [24, 8, 8],
      [28, 8, 9],
      [40, 8, 14],
      [64, 9, 25],
    ])
  })

  it('says that values which keep to one side for half their time do not vary by chance', () => {
    const halves = Array.from({ length: 24 }, (_, index) => (index < 12 ? 1 + (index % 3) : 8 + (index % 3)))
    assert.equal(chartOf(single(halves), {}).runs?.isSignal, true)
    assert.equal(chartOf(single([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7]), {}).runs?.isSignal, false)
  })

  it('judges runs of thousands of values without losing count', () => {
    const { runs } = chartOf(single(Array.from({ length: 3000 }, (_, index) => index % 2)), {})
    assert.ok(runs && runs.crossingsUsual > 1400 && runs.crossingsUsual < 1500)
  })
})
