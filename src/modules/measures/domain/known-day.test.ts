import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { knownDay } from './known-day.js'

const days = { today: isoDate('2025-04-30'), realToday: isoDate('2026-11-22') }

it('reads a day, and a month for its first day', () => {
  assert.deepEqual(knownDay('2018-03-31', days), { ok: true, value: '2018-03-31' })
  assert.deepEqual(knownDay('2018-03', days), { ok: true, value: '2018-03-01' })
})

it('refuses what is no day, and a day after the real one, even where an office stands still at an earlier day', () => {
  for (const text of ['', 'yesterday', '2018-02-30', '31/03/2018']) assert.match(refusal(text), /is no day/, text)
  assert.match(refusal('2026-11-23'), /2026-11-23 is still to come/)
  assert.ok(knownDay('2026-11-22', days).ok)
})

function refusal(text: string): string {
  const read = knownDay(text, days)
  return read.ok ? '' : read.error
}
