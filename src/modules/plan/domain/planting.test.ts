import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type NodeSeed, plant } from './planting.js'

const levels = [
  { key: 'theme', name: 'Theme', plural: 'Themes', parent: null, isTracked: false, holdsActions: false },
  { key: 'aim', name: 'Aim', plural: 'Aims', parent: 'theme', isTracked: true, holdsActions: true },
]
const seed = (key: string, level: string, over: Partial<NodeSeed> = {}): NodeSeed => ({
  ...{ key, level, title: `Title of ${key}`, text: '', leadId: null, supporting: [], children: [] },
  ...over,
})
const planted = (nodes: readonly NodeSeed[]) => {
  let next = 0
  const newId = () => `id${++next}`
  return plant({ levels, nodes }, { planId: 'p', newId, organisations: new Set(['force']) })
}

describe('planting a plan from elsewhere', () => {
  it('gives every part an id, a place and an address of its own', () => {
    const twin = seed('b', 'theme', { title: 'Title of a' })
    const result = planted([seed('a', 'theme', { children: [seed('a1', 'aim', { leadId: 'force' })] }), twin])
    assert.ok(result.ok)
    const { nodes, nodeIdsByKey } = result.value
    assert.deepEqual(
      nodes.map(({ slug }) => slug),
      ['title-of-a', 'title-of-a1', 'title-of-a-2'],
    )
    assert.equal(nodes[1]?.parentId, nodeIdsByKey.get('a'))
    assert.deepEqual(
      nodes.map(({ position }) => position),
      [0, 0, 1],
    )
    assert.deepEqual(nodes[1]?.bodies, [{ organisationId: 'force', role: 'lead', part: '' }])
  })

  it('tells everything that is wrong at once', () => {
    const result = planted([
      seed('a', 'aim'),
      seed('a', 'nowhere'),
      seed('b', 'theme', { title: ' ', leadId: 'nobody' }),
      seed('c', 'theme', { leadId: 'force', supporting: [{ organisationId: 'force', part: '' }] }),
    ])
    assert.ok(!result.ok)
    assert.deepEqual(result.error, [
      'a cannot stand there: Aim',
      'a is of level nowhere, which is not a level of this plan',
      'There are two parts a',
      'b has no title',
      'b names a body that the office does not know: nobody',
      'c names a body twice: force',
    ])
  })
})
