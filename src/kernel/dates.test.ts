import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  dateFromParts,
  daysBetween,
  financialYearEnd,
  financialYearName,
  financialYearStart,
  type IsoDate,
  isIsoDate,
  isoDate,
  ukDateOf,
} from './dates.js'

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => isoDate(date.toISOString().slice(0, 10)))

describe('dates', () => {
  it('knows which dates are real', () => {
    for (const real of ['2024-02-29', '2000-02-29', '2025-04-30']) assert.ok(isIsoDate(real), real)
    for (const unreal of ['2023-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-1-1', 'today', '2025-00-10']) {
      assert.ok(!isIsoDate(unreal), unreal)
    }
  })

  it('refuses a date whose parts are not whole', () => {
    assert.deepEqual(dateFromParts(2025, 4, Number.NaN), { ok: false, error: 'not-a-real-date' })
  })

  it('agrees with the calendar of the machine about every month', () => {
    for (let month = 1; month <= 12 * 250; month += 1) {
      const lastDay = new Date(Date.UTC(1850, month, 0)).toISOString().slice(0, 10)
      const next = new Date(Date.UTC(1850, month, 1)).toISOString().slice(0, 10)
      assert.ok(isIsoDate(lastDay))
      assert.equal(addDays(isoDate(lastDay), 1), next)
      assert.equal(addMonths(isoDate(`${lastDay.slice(0, 7)}-01`), 1), next)
      assert.equal(addMonths(isoDate(next), -1).slice(0, 7), lastDay.slice(0, 7))
    }
  })

  it('counts 56 days beginning with the day of publication as that day and 55 more', () => {
    assert.equal(addDays(isoDate('2024-01-01'), 55), '2024-02-25')
  })

  it('adds days and takes them away again', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        assert.equal(daysBetween(date, addDays(date, days)), days)
      }),
    )
  })

  it('keeps to the last day when a month is shorter', () => {
    assert.equal(addMonths(isoDate('2024-01-31'), 1), '2024-02-29')
    assert.equal(addMonths(isoDate('2025-03-31'), -1), '2025-02-28')
    assert.equal(addMonths(isoDate('2025-11-30'), 3), '2026-02-28')
  })

  it('puts every day in exactly one financial year, 1 April to 31 March', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const start = financialYearStart(date)
        const end = financialYearEnd(date)
        assert.ok(start <= date && date <= end)
        assert.ok(start.endsWith('-04-01') && end.endsWith('-03-31'))
        assert.ok([364, 365].includes(daysBetween(start, end)))
      }),
    )
    assert.equal(financialYearName(isoDate('2018-03-31')), '2017/18')
    assert.equal(financialYearName(isoDate('1999-04-01')), '1999/00')
  })

  it('changes the day at midnight in London, not in Greenwich', () => {
    const day: IsoDate = ukDateOf(new Date('2025-06-30T23:30:00Z'))
    assert.equal(day, '2025-07-01')
    assert.equal(ukDateOf(new Date('2025-12-31T23:30:00Z')), '2025-12-31')
  })
})
