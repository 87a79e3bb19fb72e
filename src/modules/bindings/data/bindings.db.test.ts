import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { bindMeasure, endBinding } from '../actions/bind-measure.js'
import { type Binding, boundAlreadyInWords } from '../domain/binding.js'
import { activeBindings } from './bindings.queries.js'
import { insertBinding } from './bindings.store.js'

describeOnEachDatabase('what fills a measure by itself', (open) => {
  const crimes = { source: 'police-data', slice: { forces: ['kent'] }, area: '' } as const
  const lines = { source: 'national-tables', slice: { kind: 'recorded-crime' }, area: '' } as const

  it('is one source for one area, whichever comes first', async () => {
    const deps = testDeps(await open())
    const { id: measureId } = await aMeasure(deps)
    const first = await bindMeasure(deps, SYSTEM, { ...crimes, measureId })
    assert.ok(first.ok)
    const second = await bindMeasure(deps, SYSTEM, { ...lines, measureId })
    assert.ok(!second.ok)
    assert.match(boundAlreadyInWords(second.error), /^Police records fill this measure for the same area already/)
    assert.ok((await bindMeasure(deps, SYSTEM, { ...lines, measureId, area: 'E23000032' })).ok, 'another area')
    await endBinding(deps, SYSTEM, 'police-data', first.value.id)
    assert.ok((await bindMeasure(deps, SYSTEM, { ...lines, measureId })).ok, 'once the first was ended')
    const held: Binding[] = await activeBindings(deps.db, 'national-tables')
    assert.deepEqual(
      held.map(({ area, slice }) => [area, slice]),
      [
        ['E23000032', lines.slice],
        ['', lines.slice],
      ],
    )
    assert.deepEqual(await activeBindings(deps.db, 'police-data'), [])
  })

  it('is kept to one by the register itself', async () => {
    const deps = testDeps(await open())
    const { id: measureId } = await aMeasure(deps)
    const bound = { measureId, boundAt: '2025-01-01T00:00:00Z', boundBy: 'x', endedAt: null }
    await deps.db.transaction((tx) => insertBinding(tx, { ...crimes, ...bound, id: 'a' }))
    await assert.rejects(deps.db.transaction((tx) => insertBinding(tx, { ...lines, ...bound, id: 'b' })))
  })

  it('is bound and ended by those whom its source lets', async () => {
    const deps = testDeps(await open())
    const { id: measureId } = await aMeasure(deps)
    await assert.rejects(bindMeasure(deps, actorOf('panel'), { ...crimes, measureId }), Forbidden)
    const bound = await bindMeasure(deps, SYSTEM, { ...crimes, measureId })
    assert.ok(bound.ok)
    await assert.rejects(endBinding(deps, actorOf('panel'), 'police-data', bound.value.id), Forbidden)
    await assert.rejects(endBinding(deps, SYSTEM, 'national-tables', bound.value.id), NotFound)
  })
})
