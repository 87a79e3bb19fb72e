import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { comparePeriods, type Period, parsePeriod, periodFrom } from './period.js'
import { nextPeriod, samePeriodLastYear } from './period-steps.js'
import { inPeriod, periodLabel, shortLabel } from './period-words.js'

const two = (number: number) => String(number).padStart(2, '0')
const year = fc.integer({ min: 1900, max: 2100 })
const month = fc.integer({ min: 1, max: 12 }).map(two)

const financialYear = year.map((from) => `${from}/${two((from + 1) % 100)}`)
const yearMonth = fc.tuple(year, month).map(([y, m]) => `${y}-${m}`)

/** Any period as it is written, of any kind. */
const codes = fc.oneof(
  yearMonth,
  financialYear,
  fc.tuple(financialYear, fc.integer({ min: 1, max: 4 })).map(([name, quarter]) => `${name} Q${quarter}`),
  year.map(String),
  yearMonth.map((code) => `12m to ${code}`),
  fc.tuple(yearMonth, fc.integer({ min: 1, max: 28 })).map(([code, day]) => `${code}-${two(day)}`),
)

describe('a period', () => {
  it('is read from what files write and written back the same', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const period = parsePeriod(code)
        assert.ok(period.ok)
        assert.equal(period.value.code, code)
        assert.ok(period.value.from <= period.value.until)
      }),
    )
  })

  it('reaches from its first day to its last', () => {
    const spans = ['2024-02', '2017/18 Q2', '2017/18', '2017', '12m to 2017-09', '2016-03-31'].map((code) => {
      const { from, until, kind } = periodFrom(code)
      return [kind, from, until]
    })
    assert.deepEqual(spans, [
      ['month', '2024-02-01', '2024-02-29'],
      ['quarter', '2017-07-01', '2017-09-30'],
      ['financial-year', '2017-04-01', '2018-03-31'],
      ['calendar-year', '2017-01-01', '2017-12-31'],
      ['rolling-12-months', '2016-10-01', '2017-09-30'],
      ['as-at', '2016-03-31', '2016-03-31'],
    ])
  })

  it('is refused when it is no real one', () => {
    for (const code of [
      '',
      '2025-13',
      '2017/19',
      '2017/18 Q5',
      '17/18',
      '12m to 2017',
      '2023-02-29',
      'March',
      '2025-3',
    ]) {
      assert.equal(parsePeriod(code).ok, false, code)
    }
  })

  it('is ordered by when it ends, whatever its kind, and never two ways', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const [first, second] = [periodFrom(a), periodFrom(b)]
        const order = comparePeriods(first, second)
        assert.equal(Math.sign(order) + Math.sign(comparePeriods(second, first)), 0)
        assert.equal(order === 0, a === b)
        if (first.until < second.until) assert.ok(order < 0)
      }),
    )
  })

  it('of a year earlier is of the same kind and ends a year before', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const period = periodFrom(code)
        const before = samePeriodLastYear(period)
        assert.equal(before.kind, period.kind)
        assert.equal(Number(before.until.slice(0, 4)), Number(period.until.slice(0, 4)) - 1)
        assert.equal(before.until.slice(5, 7), period.until.slice(5, 7))
      }),
    )
  })

  it('is followed by one that begins the day after it ends', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const period = periodFrom(code)
        const next = nextPeriod(period)
        if (!next) return assert.ok(period.kind === 'as-at' || period.kind === 'rolling-12-months')
        const dayAfter = new Date(Date.parse(period.until) + 86_400_000).toISOString().slice(0, 10)
        assert.equal(next.from, dayAfter)
        assert.equal(next.kind, period.kind)
      }),
    )
  })

  it('is named in full, in a sentence and in a table', () => {
    const names = (code: string, name: (period: Period) => string) => name(periodFrom(code))
    const full = ['2025-03', '2017/18 Q4', '2017/18', '2017', '12m to 2017-09', '2016-03-31']
    assert.deepEqual(
      full.map((code) => names(code, periodLabel)),
      [
        'March 2025',
        'January to March 2018',
        '2017/18 financial year',
        '2017',
        '12 months to September 2017',
        'as at 31 March 2016',
      ],
    )
    assert.deepEqual(
      full.map((code) => names(code, inPeriod)),
      [
        'in March 2025',
        'from January to March 2018',
        'in the 2017/18 financial year',
        'in 2017',
        'in the 12 months to September 2017',
        'at 31 March 2016',
      ],
    )
    assert.deepEqual(
      full.map((code) => names(code, shortLabel)),
      ['Mar 2025', 'Q4 2017/18', '2017/18', '2017', '12m to Sep 2017', '31 Mar 2016'],
    )
  })
})
