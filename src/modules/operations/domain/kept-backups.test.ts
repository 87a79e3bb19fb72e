import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate } from '#kernel/dates.js'
import { backupsToForget, KEPT } from './kept-backups.js'

const from = (first: string, count: number) => Array.from({ length: count }, (_, n) => addDays(isoDate(first), n))

describe('the backups that are kept', () => {
  it('are the last seven days, the ends of five weeks and of twelve months', () => {
    const days = from('2023-01-01', 730)
    const forgotten = new Set(backupsToForget(days))
    const kept = days.filter((day) => !forgotten.has(day))
    assert.deepEqual(kept, [
      ...['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31', '2024-06-30', '2024-07-31'],
      ...['2024-08-31', '2024-09-30', '2024-10-31', '2024-11-30'],
      ...['2024-12-08', '2024-12-15', '2024-12-22'],
      ...from('2024-12-24', 7),
    ])
  })

  it('are all of them while there are few', () => {
    assert.deepEqual(backupsToForget(from('2025-04-01', 7)), [])
  })

  it('always include the newest, whatever days had one, and never grow beyond the rule', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 300 }), (offsets) => {
        const days = [...new Set(offsets)].map((offset) => addDays(isoDate('2020-01-01'), offset)).sort()
        const forgotten = new Set(backupsToForget(days))
        const kept = days.filter((day) => !forgotten.has(day))
        assert.equal(kept.at(-1), days.at(-1))
        assert.ok(kept.length <= KEPT.days + KEPT.weeks + KEPT.months)
        // Keeping is stable: what was kept once is not forgotten by asking again.
        assert.deepEqual(backupsToForget(kept), [])
      }),
    )
  })
})
