import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isDue, mayBegin, type Run } from './run.js'

const NOON = new Date('2025-04-30T12:00:00Z')
const aRun = (change: Partial<Run>): Run => ({
  ...{ kind: 'backup', due: '2025-04-30', attempts: 1, startedAt: '2025-04-30T11:30:00Z', finishedAt: null },
  ...{ outcome: null, summary: null, detail: {}, ...change },
})

describe('a run that is due once', () => {
  it('is begun by the first who asks, and by nobody else while it is under way', () => {
    assert.ok(mayBegin(undefined, NOON))
    assert.ok(!mayBegin(aRun({}), NOON))
  })

  it('is begun again when whoever began it has been silent for two hours', () => {
    assert.ok(mayBegin(aRun({ startedAt: '2025-04-30T09:59:00Z' }), NOON))
  })

  it('is never begun again once it went well', () => {
    assert.ok(!mayBegin(aRun({ outcome: 'well', startedAt: '2025-04-29T00:00:00Z' }), NOON))
  })

  it('is tried again by itself an hour after it failed, three times in all', () => {
    const failed = { outcome: 'failed', startedAt: '2025-04-30T10:59:00Z' } as const
    assert.ok(!isDue(aRun({ outcome: 'failed' }), NOON))
    assert.ok(isDue(aRun({ ...failed, attempts: 2 }), NOON))
    assert.ok(!isDue(aRun({ ...failed, attempts: 3 }), NOON))
    assert.ok(!isDue(aRun({}), NOON))
    assert.ok(isDue(undefined, NOON))
  })

  it('is tried again at once when a person asks, however often it failed', () => {
    assert.ok(mayBegin(aRun({ outcome: 'failed', attempts: 3 }), NOON))
  })
})
