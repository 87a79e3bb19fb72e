import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { parsePeriodRequest } from '../domain/period-request.js'
import { periodFromSlug, periodSlug } from './period-address.js'

const twoDigits = (number: number) => String(number).padStart(2, '0')
const year = fc.integer({ min: 1990, max: 2040 })
const month = fc.integer({ min: 1, max: 12 }).map(twoDigits)
const financial = year.map((start) => `${start}/${twoDigits((start + 1) % 100)}`)
const code = fc.oneof(
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
  fc.tuple(year, month).map(([y, m]) => `12m to ${y}-${m}`),
  fc.tuple(year, month).map(([y, m]) => `ytd to ${y}-${m}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-01..${y}-${m}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}-28`),
  fc.tuple(financial, fc.integer({ min: 1, max: 4 })).map(([f, q]) => `${f} Q${q}`),
  financial,
  year.map(String),
)

it('leads from the address of any period back to the same period, by one part of an address', () => {
  fc.assert(
    fc.property(code, (text) => {
      const period = parsePeriodRequest(text)
      assert.ok(period.ok, text)
      const slug = periodSlug(period.value)
      assert.match(slug, /^[a-z0-9.-]+$/)
      assert.deepEqual(periodFromSlug(slug), period.value)
    }),
  )
})

it('tells the financial year 2010/11 from November 2010', () => {
  assert.equal(periodFromSlug('year-2010-11')?.kind, 'financial-year')
  assert.equal(periodFromSlug('2010-11')?.kind, 'month')
  assert.equal(periodFromSlug('year-2010-12'), undefined)
})
