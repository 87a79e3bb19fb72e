import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#kernel/dates.js'
import { asked, measureLike, monthCode, monthsLike, pointLike, sharesLike } from '#test/support/figures.js'
import type { Measure } from './measure.js'
import type { ObservationStatus, SeriesPoint } from './observation.js'
import { periodFigure } from './period-figure.js'
import { refusalInWords } from './period-refusal.js'
import { poolFigures } from './pooling.js'
import { NO_MARKS, type SeriesBreak } from './series-marks.js'

type Parts = Partial<Pick<SeriesPoint, 'numerator' | 'denominator' | 'status' | 'isRevised'>>
const point = (code: string, value: number | null, parts: Parts = {}) => ({ ...pointLike(code, value), ...parts })
const counts = monthsLike
const shares = sharesLike

const COUNT = measureLike()
const SHARE = measureLike({ unit: 'percentage' })
const pool = (series: readonly SeriesPoint[], words: string, measure: Measure = COUNT, breaks: SeriesBreak[] = []) =>
  poolFigures(series, asked(words), measure, breaks)

const manyCounts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 36, maxLength: 36 })
const manyShares = fc.array(
  fc.integer({ min: 1, max: 900 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))),
  { minLength: 24, maxLength: 24 },
)

describe('figures of longer periods', () => {
  it('are the sums of counts, however the months are grouped', () => {
    fc.assert(
      fc.property(manyCounts, (values) => {
        const series = counts(values)
        const sum = (from: number, until: number) => values.slice(from, until).reduce((a, b) => a + b, 0)
        const value = (words: string) => {
          const figure = pool(series, words)
          return figure.ok ? figure.value.value : undefined
        }
        assert.equal(value('2020'), sum(0, 12))
        assert.equal(value('2020/21'), sum(3, 15))
        assert.equal(value('2020/21 Q1'), sum(3, 6))
        assert.equal(value('12m to 2021-07'), sum(7, 19))
        assert.equal(value('ytd to 2021-09'), sum(15, 21))
        assert.equal(value('2020-02..2022-11'), sum(1, 35))
        assert.equal(value('2020/21 Q1'), (value('2020-04') ?? 0) + (value('2020-05..2020-06') ?? 0))
      }),
    )
  })

  it('are pooled for shares: total over total, between the lowest and the highest month, whatever the scale', () => {
    fc.assert(
      fc.property(manyShares, fc.integer({ min: 2, max: 50 }), (bases, times) => {
        const figure = pool(shares(bases), '2020', SHARE)
        assert.ok(figure.ok && figure.value.value !== null)
        const year = bases.slice(0, 12)
        const [n, d] = [year.reduce((a, [x]) => a + x, 0), year.reduce((a, [, x]) => a + x, 0)]
        assert.ok(Math.abs(figure.value.value - (100 * n) / d) < 1e-9)
        assert.deepEqual([figure.value.numerator, figure.value.denominator], [n, d])
        const months = year.map(([a, b]) => (100 * a) / b)
        assert.ok(figure.value.value >= Math.min(...months) - 1e-9 && figure.value.value <= Math.max(...months) + 1e-9)
        const scaled = pool(shares(bases.map(([a, b]) => [a * times, b * times])), '2020', SHARE)
        assert.ok(scaled.ok && Math.abs((scaled.value.value ?? 0) - figure.value.value) < 1e-9)
      }),
    )
  })

  it('are never a mean of percentages: 90% of 1,000 and eleven times 50% of 10 are 85.9%', () => {
    const bases = [[900, 1000] as const, ...new Array(11).fill([5, 10] as const)]
    const figure = pool(shares(bases), '2020', SHARE)
    assert.equal(figure.ok && figure.value.value?.toFixed(1), ((100 * 955) / 1110).toFixed(1))
    const bare = shares(bases).map((each, index) => (index === 4 ? { ...each, numerator: null } : each))
    const refused = pool(bare, '2020', SHARE)
    assert.ok(!refused.ok && refused.error.code === 'numerators-missing')
    assert.match(refusalInWords(refused.error, asked('2020')), /May 2020 .*a mean of percentages is never used/)
  })

  it('of rates over a stock take the mean of the stock: a year of crime over the mean population', () => {
    const rate = measureLike({ unit: 'rate', pooling: 'ratio-over-mean', per: 1000 })
    const series = Array.from({ length: 12 }, (_, index) =>
      point(monthCode(index), 5, { numerator: 4000, denominator: 800_000 + index * 1000 }),
    )
    const figure = pool(series, '2020', rate)
    assert.ok(figure.ok)
    assert.equal(figure.value.value, (1000 * 48_000) / 805_500)
    assert.equal(figure.value.denominator, 805_500)
  })

  it('of a stock are those of the last day', () => {
    const stock = measureLike({ frequency: 'as-at' })
    const series = [point('2017-03-31', 1300), point('2018-03-31', 1383)]
    assert.equal((pool(series, '2017/18', stock) as { value: { value: number } }).value.value, 1383)
    assert.equal(pool(series, '2018/19', stock).ok, false)
    const monthly = measureLike({ pooling: 'last' })
    assert.equal(
      (pool(counts([1, 2, 3, 4, 5, 6]), '2020/21 Q1', monthly) as { value: { value: number } }).value.value,
      6,
    )
  })

  it('of rolling figures and surveys are only those that are held', () => {
    const rolling = measureLike({ unit: 'percentage', frequency: 'rolling-12-months' })
    const series = [point('12m to 2018-03', 96)]
    assert.equal(pool(series, '12m to 2018-03', rolling).ok, true)
    assert.equal(pool(series, '2017/18', rolling).ok, true)
    const refused = pool(series, '2018-03', rolling)
    assert.ok(!refused.ok && refused.error.code === 'only-as-held')
    const survey = measureLike({ unit: 'percentage', frequency: 'quarter', isSurvey: true })
    assert.equal(pool([point('2017/18 Q1', 70), point('2017/18 Q2', 71)], '2017-04..2017-09', survey).ok, false)
  })

  it('of quarters cannot be cut into months, and years not into each other', () => {
    const quarterly = measureLike({ frequency: 'quarter' })
    const series = ['Q1', 'Q2', 'Q3', 'Q4'].map((q) => point(`2017/18 ${q}`, 10))
    assert.equal((pool(series, '2017/18', quarterly) as { value: { value: number } }).value.value, 40)
    for (const words of ['2017-05', '2017-05..2017-10']) {
      const refused = pool(series, words, quarterly)
      assert.ok(!refused.ok && refused.error.code === 'not-divisible', words)
    }
  })

  it('are refused with eleven months, and the missing one is named with its reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.boolean(), (gap, isHeld) => {
        const series = counts(new Array(12).fill(7)).flatMap((each, index) => {
          if (index !== gap) return [each]
          return isHeld ? [point(monthCode(gap), null)] : []
        })
        const refused = pool(series, '2020')
        assert.ok(!refused.ok && refused.error.code === 'months-missing')
        assert.deepEqual(
          refused.error.missing.map(({ period }) => period.code),
          [monthCode(gap)],
        )
        const why = isHeld ? /not returned/ : /no figure has been taken in/
        assert.match(refusalInWords(refused.error, asked('2020')), why)
      }),
    )
  })

  it('are as firm as the least firm month, and revised when any month is', () => {
    const statuses: ObservationStatus[] = ['final', 'provisional', 'estimated']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...statuses), { minLength: 12, maxLength: 12 }),
        fc.nat(11),
        (chosen, at) => {
          const series = counts(new Array(12).fill(3)).map((each, index) => ({
            ...each,
            status: chosen[index] ?? 'final',
            isRevised: index === at,
          }))
          const figure = pool(series, '2020')
          assert.ok(figure.ok)
          const worst = ['estimated', 'provisional', 'final'].find((status) => chosen.some((each) => each === status))
          assert.deepEqual([figure.value.status, figure.value.isRevised], [worst, true])
        },
      ),
    )
  })

  it('of pounds are exact to the penny', () => {
    const pounds = measureLike({ unit: 'pounds' })
    const series = counts(new Array(12).fill(0.1))
    assert.equal((pool(series, '2020', pounds) as { value: { value: number } }).value.value, 1.2)
  })
})

const aBreak = (day: string, said = false): SeriesBreak => ({
  ...{ id: day, measureId: 'm', startsOn: isoDate(day), reason: 'New counting rules', kind: 'recording' },
  ...{ knownOn: isoDate('2021-01-01'), recordedAt: '2021-01-01T00:00:00.000Z', recordedBy: 'Analyst' },
  acknowledgement: said ? { reason: 'Both were counted for a year', on: isoDate('2021-02-01'), by: 'Analyst' } : null,
})

describe('a series that breaks', () => {
  const series = counts(new Array(36).fill(100))
  const facts = (breaks: SeriesBreak[]) => ({ measure: COUNT, series, marks: { ...NO_MARKS, breaks } })

  it('is not added up across the break unless somebody has said in writing why it may be', () => {
    const refused = pool(series, '2020', COUNT, [aBreak('2020-07-01')])
    assert.ok(!refused.ok && refused.error.code === 'crosses-break')
    assert.match(refusalInWords(refused.error, asked('2020')), /1 July 2020 \(New counting rules\)/)
    const said = pool(series, '2020', COUNT, [aBreak('2020-07-01', true)])
    assert.equal(said.ok && said.value.breaks.length, 1)
    assert.equal(pool(series, '2020', COUNT, [aBreak('2020-01-01'), aBreak('2021-01-01')]).ok, true)
  })

  it('has no change across the break, and with an acknowledgement shows the change with it', () => {
    const figure = periodFigure(facts([aBreak('2020-12-15')]), asked('2021-03'))
    assert.ok(figure.ok)
    assert.equal(figure.value.change, null)
    assert.match(figure.value.whyNoChange, /the series breaks on 15 December 2020/)
    const said = periodFigure(facts([aBreak('2020-12-15', true)]), asked('2021-03'))
    assert.ok(said.ok)
    assert.deepEqual([said.value.change?.difference, said.value.change?.breaks.length], [0, 1])
  })

  it('is not compared with a period that the break falls in, since part of that figure is of the old kind', () => {
    const year = measureLike({ frequency: 'financial-year' })
    const years = [point('2022/23', 100), point('2023/24', 90), point('2024/25', 80)]
    const marks = { ...NO_MARKS, breaks: [aBreak('2023-06-01')] }
    const figure = periodFigure({ measure: year, series: years, marks }, asked('2024/25'))
    assert.ok(figure.ok)
    assert.equal(figure.value.change, null)
    assert.match(figure.value.whyNoChange, /1 June 2023/)
    const rolling = measureLike({ frequency: 'rolling-12-months' })
    const windows = [point('12m to 2023-03', 100), point('12m to 2024-03', 90)]
    const within = { measure: rolling, series: windows, marks: { ...NO_MARKS, breaks: [aBreak('2022-07-01')] } }
    const overlapping = periodFigure(within, asked('12m to 2024-03'))
    assert.equal(overlapping.ok && overlapping.value.change, null)
  })

  it('is not added up from the month that the break falls in, while that month itself is shown as it was held', () => {
    const breaks = [aBreak('2020-07-10')]
    const refused = pool(series, '2020-07..2020-09', COUNT, breaks)
    assert.ok(!refused.ok && refused.error.code === 'crosses-break')
    assert.equal(pool(series, '2020-08..2020-09', COUNT, breaks).ok, true)
    assert.equal(pool(series, '2020-07', COUNT, breaks).ok, true)
    const stock = measureLike({ pooling: 'last' })
    assert.equal(pool(series, '2020-05..2020-07', stock, breaks).ok, true)
  })
})
