import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { measureById, publishedMeasures } from '../data/measures.queries.js'
import { publishMeasure } from './publish-measure.js'
import { withdrawMeasure } from './withdraw-measure.js'

describe('publishing a measure', () => {
  it('is refused until it says everything and has a figure', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps, { caveat: '' })
    const result = await publishMeasure(deps, SYSTEM, { measureId, version })
    const missing = ['what to bear in mind (caveat)', 'at least one figure']
    assert.deepEqual(result, { ok: false, error: { code: 'incomplete', missing } })
    assert.deepEqual(await publishedMeasures(deps.db), [])
  })

  it('does not count a missing figure as a figure', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-03,,,,missing,Not returned'])
    const result = await publishMeasure(deps, SYSTEM, { measureId, version })
    assert.ok(!result.ok && result.error.code === 'incomplete')
  })

  it('puts it on the public site from that moment, and on the audit trail', async () => {
    const deps = testDeps(await openTestDb())
    const measure = await aPublishedMeasure(deps)
    assert.deepEqual(await publishedMeasures(deps.db), [measure])
    const [entry] = await auditEntries(deps.db, 1)
    assert.equal(entry?.action, 'measures.publish-measure')
    const again = await publishMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version })
    assert.deepEqual(again, { ok: false, error: { code: 'already-published' } })
  })

  it('is refused for what was changed since it was read, for forged ids, and to others than the office', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-03,230,,,final,'])
    await assert.rejects(publishMeasure(deps, SYSTEM, { measureId, version: version + 1 }), Conflict)
    await assert.rejects(publishMeasure(deps, SYSTEM, { measureId: 'forged', version }), NotFound)
    await assert.rejects(publishMeasure(deps, actorOf('force'), { measureId, version }), Forbidden)
    assert.deepEqual(await publishedMeasures(deps.db), [])
  })
})

describe('withdrawing a measure', () => {
  it('needs a reason, which stays on the audit trail', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aPublishedMeasure(deps)
    const silent = await withdrawMeasure(deps, SYSTEM, { measureId, version, reason: ' ' })
    assert.deepEqual(silent, { ok: false, error: { code: 'no-reason' } })
    assert.equal((await publishedMeasures(deps.db)).length, 1)
    const result = await withdrawMeasure(deps, SYSTEM, { measureId, version, reason: 'Counted twice' })
    assert.ok(result.ok)
    assert.deepEqual(await publishedMeasures(deps.db), [])
    assert.ok(await measureById(deps.db, measureId))
    assert.match((await auditEntries(deps.db, 1))[0]?.detail ?? '', /Counted twice/)
  })

  it('is refused for a measure that is not public', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    const result = await withdrawMeasure(deps, SYSTEM, { measureId, version, reason: 'Wrong' })
    assert.deepEqual(result, { ok: false, error: { code: 'not-published' } })
  })
})
