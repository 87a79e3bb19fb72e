import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { addressOf, auditQuestion, beginningOf, narrowedBy } from './audit-question.js'

describe('a question to the audit trail', () => {
  it('reads days as people type them, and counts the last one whole by the office’s clock', () => {
    const asked = auditQuestion({ from: '30/3/2025', until: '2025-03-30' })
    assert.deepEqual(narrowedBy(asked), { from: '2025-03-30T00:00:00.000Z', until: '2025-03-30T23:00:00.000Z' })
  })

  it('begins a day at local midnight, in winter and in summer', () => {
    assert.equal(beginningOf(isoDate('2025-01-15')), '2025-01-15T00:00:00.000Z')
    assert.equal(beginningOf(isoDate('2025-07-15')), '2025-07-14T23:00:00.000Z')
  })

  it('is not narrowed by what is no day, and gives it back as it was typed', () => {
    const asked = auditQuestion({ from: '31/2/2025', until: 'soon', who: 'a1', words: ' give  role ' })
    assert.deepEqual(narrowedBy(asked), { actorId: 'a1', words: 'give  role' })
    assert.equal(asked.from.typed, '31/2/2025')
  })

  it('stays the same from page to page', () => {
    const address = addressOf('/staff/audit', auditQuestion({ who: 'a&b', from: '1/4/2025' }), 12)
    const query = Object.fromEntries(new URL(address, 'http://here.invalid').searchParams)
    assert.deepEqual(query, { who: 'a&b', from: '1/4/2025', before: '12' })
    assert.equal(addressOf('/staff/audit', auditQuestion({})), '/staff/audit')
  })
})
