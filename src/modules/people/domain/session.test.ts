import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isDueNoting, isLive, latestEnd } from './session.js'

const NOON = new Date('2025-04-30T12:00:00Z')
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
const HOUR = 60
const DAY = 24 * HOUR

function aSession(seenMinutes = 0) {
  return { seenAt: after(seenMinutes).toISOString(), expiresAt: latestEnd(NOON).toISOString() }
}

it('lives for twelve hours without use, and no longer', () => {
  assert.ok(isLive(aSession(), after(12 * HOUR - 1)))
  assert.ok(!isLive(aSession(), after(12 * HOUR)))
})

it('ends after seven days, however lately it was used', () => {
  assert.ok(isLive(aSession(7 * DAY - 2), after(7 * DAY - 1)))
  assert.ok(!isLive(aSession(7 * DAY - 1), after(7 * DAY)))
})

it('is noted as used once in five minutes', () => {
  assert.ok(!isDueNoting(aSession(), after(4)))
  assert.ok(isDueNoting(aSession(), after(5)))
})
