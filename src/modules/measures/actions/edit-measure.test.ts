import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure, aMeasureDescription, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { measureById } from '../data/measures.queries.js'
import { chooseNodes } from './choose-nodes.js'
import { editMeasure } from './edit-measure.js'
import { registerMeasure } from './register-measure.js'

describe('entering a measure', () => {
  it('gives it an address from its title that no other has', async () => {
    const deps = testDeps(await openTestDb())
    assert.equal((await aMeasure(deps)).slug, 'burglary')
    assert.equal((await aMeasure(deps)).slug, 'burglary-2')
  })

  it('refuses an address that is taken or is none, a place that is in no plan, and a blank title', async () => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps)
    const code = async (more: object) => {
      const result = await registerMeasure(deps, SYSTEM, { ...aMeasureDescription(), ...more })
      return result.ok ? 'ok' : result.error.code
    }
    assert.equal(await code({ slug: 'burglary' }), 'slug-taken')
    assert.equal(await code({ slug: '../Burglary' }), 'not-a-slug')
    assert.equal(await code({ nodeIds: ['forged'] }), 'unknown-nodes')
    assert.equal(await code({ title: '  ' }), 'no-title')
    await assert.rejects(registerMeasure(deps, actorOf('auditor'), aMeasureDescription()), Forbidden)
  })
})

describe('changing a measure', () => {
  it('keeps what stood before on the audit trail', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    const description = aMeasureDescription({ owner: 'Analyst' })
    const result = await editMeasure(deps, SYSTEM, { measureId, version, description })
    assert.ok(result.ok && result.value.version === version + 1)
    assert.deepEqual(await measureById(deps.db, measureId), result.value)
    const detail = JSON.parse((await auditEntries(deps.db, 1))[0]?.detail ?? '{}')
    assert.deepEqual([detail.before.owner, detail.after.owner], ['Performance officer', 'Analyst'])
  })

  it('keeps a public measure complete', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aPublishedMeasure(deps)
    const description = aMeasureDescription({ caveat: '', owner: '' })
    const result = await editMeasure(deps, SYSTEM, { measureId, version, description })
    const missing = ['an owner', 'what to bear in mind (caveat)']
    assert.deepEqual(result, { ok: false, error: { code: 'incomplete', missing } })
  })

  it('keeps the unit and the kind of period that its figures came in', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    const edit = (change: Parameters<typeof aMeasureDescription>[0]) =>
      editMeasure(deps, SYSTEM, { measureId, version, description: aMeasureDescription(change), reason: 'Asked for' })
    await someFigures(deps, ['burglary,2025-03,230,,,final,'])
    assert.deepEqual(await edit({ unit: 'rate' }), { ok: false, error: { code: 'has-figures', field: 'unit' } })
    assert.deepEqual(await edit({ frequency: 'quarter' }), {
      ok: false,
      error: { code: 'has-figures', field: 'frequency' },
    })
    assert.ok((await edit({ unitLabel: 'break-ins' })).ok)
  })

  it('adds up no percentages, and lets no rolling figure be pooled', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    const code = async (change: Parameters<typeof aMeasureDescription>[0]) => {
      const result = await editMeasure(deps, SYSTEM, { measureId, version, description: aMeasureDescription(change) })
      return result.ok ? 'ok' : result.error.code
    }
    assert.equal(await code({ unit: 'percentage', pooling: 'sum' }), 'no-such-pooling')
    assert.equal(await code({ pooling: 'ratio' }), 'no-such-pooling')
    assert.equal(await code({ frequency: 'rolling-12-months', pooling: 'sum' }), 'no-such-pooling')
    assert.equal(await code({ unit: 'percentage', pooling: 'ratio-over-mean' }), 'ok')
    const asEntered = await registerMeasure(deps, SYSTEM, aMeasureDescription({ unit: 'percentage', per: 1000 }))
    assert.equal(asEntered.ok && asEntered.value.per, 100)
  })

  it('draws figures only on a control chart of their kind', async () => {
    const deps = testDeps(await openTestDb())
    const code = async (change: Parameters<typeof aMeasureDescription>[0]) => {
      const result = await registerMeasure(deps, SYSTEM, aMeasureDescription(change))
      return result.ok ? result.value.controlChart : result.error.code
    }
    assert.equal(await code({}), 'xmr')
    assert.equal(await code({ controlChart: 'c' }), 'c')
    assert.equal(await code({ controlChart: 'p' }), 'no-such-chart')
    assert.equal(await code({ unit: 'percentage', controlChart: 'p' }), 'p')
    assert.equal(await code({ unit: 'percentage', controlChart: 'c' }), 'no-such-chart')
    assert.equal(await code({ unit: 'rate', controlChart: 'u' }), 'u')
    assert.equal(await code({ unit: 'duration', controlChart: 't' }), 't')
    assert.equal(await code({ unit: 'pounds', controlChart: 'g' }), 'no-such-chart')
    assert.equal(await code({ unit: 'pounds', controlChart: 'run' }), 'run')
  })

  it('is refused to whoever saves second, and for forged ids', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    const description = aMeasureDescription({ owner: 'Analyst' })
    await editMeasure(deps, SYSTEM, { measureId, version, description })
    await assert.rejects(editMeasure(deps, SYSTEM, { measureId, version, description }), Conflict)
    await assert.rejects(editMeasure(deps, SYSTEM, { measureId: 'forged', version, description }), NotFound)
  })
})

describe('saying what a measure informs', () => {
  it('refuses places that are in no plan and changes nothing', async () => {
    const deps = testDeps(await openTestDb())
    const { id: measureId, version } = await aMeasure(deps)
    const result = await chooseNodes(deps, SYSTEM, { measureId, version, nodeIds: ['forged'] })
    assert.deepEqual(result, { ok: false, error: { code: 'unknown-nodes' } })
    assert.equal((await measureById(deps.db, measureId))?.version, version)
  })
})
