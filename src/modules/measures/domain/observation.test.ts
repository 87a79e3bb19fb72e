import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#kernel/dates.js'
import { observationLike } from '#test/support/figures.js'
import { latestKnown, latestSeries, NEVER_TAKEN_IN, type Observation, withGaps } from './observation.js'
import { comparePeriods } from './period.js'

function record(code: string, value: number | null, recordedAt = '2025-04-01T09:00:00.000Z', id = code): Observation {
  const knownOn = isoDate(recordedAt.slice(0, 10))
  return observationLike(code, value, { recordedAt, knownOn, id, numerator: value })
}

const gapped = (...records: Observation[]) => withGaps(latestSeries(records))

describe('a series', () => {
  it('shows the newest record of each period and keeps the periods in order', () => {
    const series = latestSeries([
      record('2025-02', 20),
      record('2025-01', 12, '2025-05-01T09:00:00.000Z'),
      record('2025-01', 10, '2025-03-01T09:00:00.000Z'),
    ])
    assert.deepEqual(
      series.map(({ period, value }) => [period.code, value]),
      [
        ['2025-01', 12],
        ['2025-02', 20],
      ],
    )
  })

  it('is the same whatever order its records are read in', () => {
    const records = fc.uniqueArray(
      fc.record({ month: fc.integer({ min: 1, max: 9 }), at: fc.integer({ min: 10, max: 28 }), id: fc.uuid() }),
      { selector: ({ id }) => id, maxLength: 20 },
    )
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (all, keys) => {
        const made = all.map(({ month, at, id }) => record(`2024-0${month}`, at, `2025-01-${at}T00:00:00.000Z`, id))
        const shuffled = made
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
        assert.deepEqual(latestSeries(shuffled), latestSeries(made))
      }),
    )
  })

  it('shows a skipped month as a gap that says so', () => {
    const points = gapped(record('2024-11', 5), record('2025-02', 7))
    assert.deepEqual(
      points.map(({ period, value, status, note }) => [period.code, value, status, note]),
      [
        ['2024-11', 5, 'final', ''],
        ['2024-12', null, 'missing', NEVER_TAKEN_IN],
        ['2025-01', null, 'missing', NEVER_TAKEN_IN],
        ['2025-02', 7, 'final', ''],
      ],
    )
  })

  it('has no gaps where periods have no fixed rhythm', () => {
    assert.equal(gapped(record('12m to 2017-03', 90), record('12m to 2018-03', 86)).length, 2)
    assert.equal(gapped(record('2016-03-31', 1), record('2018-03-31', 2)).length, 2)
  })

  it('keeps every known figure and ascends without repeats once its gaps are shown', () => {
    const months = fc.uniqueArray(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(months, (chosen) => {
        const codes = chosen.map((n) => `${2015 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
        const points = withGaps(latestSeries(codes.map((code, index) => record(code, index))))
        assert.equal(points.length, Math.max(...chosen) - Math.min(...chosen) + 1)
        assert.equal(points.filter(({ value }) => value !== null).length, chosen.length)
        points.slice(1).forEach((point, index) => {
          const before = points[index]
          assert.ok(before && comparePeriods(before.period, point.period) < 0)
        })
      }),
    )
  })

  it('is as new as its newest figure with a value', () => {
    assert.equal(latestKnown(gapped(record('2025-01', 3), record('2025-02', null)))?.period.code, '2025-01')
    assert.equal(latestKnown([]), undefined)
  })

  it('calls a figure revised when another number stood before, and not when it came late or became final', () => {
    const first = record('2025-01', 10, '2025-02-01T09:00:00.000Z', 'a')
    const revised = (...vintages: Observation[]) => latestSeries(vintages)[0]?.isRevised
    assert.equal(revised(first), false)
    assert.equal(revised(first, record('2025-01', 12, '2025-03-01T09:00:00.000Z', 'b')), true)
    assert.equal(
      revised({ ...first, status: 'provisional' }, { ...first, id: 'b', knownOn: isoDate('2025-03-01') }),
      false,
    )
    assert.equal(revised(record('2025-01', null, '2025-01-01T09:00:00.000Z', 'b'), first), false)
  })

  it('shows what was known last, even where an older release was taken in after it', () => {
    const newer = record('2025-01', 12, '2025-03-01T09:00:00.000Z', 'a')
    const older = { ...record('2025-01', 10, '2025-04-01T09:00:00.000Z', 'b'), knownOn: isoDate('2025-02-01') }
    assert.equal(latestSeries([newer, older])[0]?.value, 12)
  })
})
