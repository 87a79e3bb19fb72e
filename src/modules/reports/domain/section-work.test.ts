import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { previousReport } from './previous.js'
import type { Report } from './report.js'
import { isCarriedOver, textVersion } from './section-work.js'

describe('words carried over from last time', () => {
  it('are the same but for spaces and line ends', () => {
    assert.equal(isCarriedOver('We met  twice.\r\n', 'We met twice.'), true)
    assert.equal(isCarriedOver('We met thrice.', 'We met twice.'), false)
    assert.equal(isCarriedOver(' ', ''), false)
  })
})

describe('the version of a section’s words', () => {
  it('is 1 before anything was written, and counts on', () => {
    assert.equal(textVersion([]), 1)
    assert.equal(textVersion([{ number: 3, text: '', writtenAt: null, writtenBy: null }]), 4)
  })
})

describe('the report of last time', () => {
  const aReport = (id: string, until: string, themeId = 'theme') =>
    ({ id, themeId, periodUntil: isoDate(until) }) as unknown as Report

  it('is the newest earlier one on the same theme', () => {
    const [old, last, other] = [aReport('a', '2024-03-31'), aReport('b', '2024-09-30'), aReport('c', '2024-12-31', 'x')]
    const now = aReport('d', '2025-03-31')
    const later = aReport('e', '2025-09-30')
    assert.equal(previousReport(now, [later, now, old, other, last])?.id, 'b')
    assert.equal(previousReport(old, [later, now, old]), undefined)
  })
})
