import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { LEVELS } from '#test/support/plans.js'
import { checkParent, place, possibleParents } from './placement.js'
import type { PlanNode } from './plan.js'
import { descendantsOf, inReadingOrder, nodeOf, type PlanTree, pathTo, rootOf } from './tree.js'

const aNode = (id: string, levelId: string, parentId: string | null, position: number): PlanNode => ({
  ...{ id, planId: 'p', levelId, parentId, position, slug: id, title: id, text: '', version: 1, bodies: [] },
})
const [a, b, a1, a2, b1, c] = [
  aNode('a', 'theme', null, 0),
  aNode('b', 'theme', null, 1),
  aNode('a1', 'objective', 'a', 0),
  aNode('a2', 'objective', 'a', 1),
  aNode('b1', 'objective', 'b', 0),
  aNode('c', 'commitment', 'a1', 0),
]
const levels = LEVELS.map((level, position) => ({ ...level, planId: 'p', position }))
const day = isoDate('2021-05-06')
const tree: PlanTree = {
  plan: {
    ...{ id: 'p', bodyId: 'body', slug: 'p', title: 'Plan', vision: 'V', version: 1 },
    ...{ electionOn: day, nextElectionOn: day, startsOn: day },
  },
  levels,
  nodes: inReadingOrder(levels, [b1, a2, c, b, a1, a]),
}

describe('a plan as a tree', () => {
  it('reads each part before what hangs from it, in the order of places', () => {
    assert.deepEqual(
      tree.nodes.map(({ id }) => id),
      ['a', 'a1', 'c', 'a2', 'b', 'b1'],
    )
  })

  it('reads the parts of an earlier level first under the same parent', () => {
    const mixed = [{ ...levels[0], id: 'theme' }, { id: 'aim' }, { id: 'objective' }]
    const nodes = [a, a1, aNode('aim', 'aim', 'a', 7)]
    assert.deepEqual(
      inReadingOrder(
        mixed.map(({ id = '' }) => ({ id })),
        nodes,
      ).map(({ id }) => id),
      ['a', 'aim', 'a1'],
    )
  })

  it('knows the way to a part, its theme, and all that hangs from one', () => {
    assert.deepEqual(
      pathTo(tree, 'c').map(({ id }) => id),
      ['a', 'a1', 'c'],
    )
    assert.equal(rootOf(tree, 'c')?.id, 'a')
    assert.deepEqual(
      descendantsOf(tree, 'a').map(({ id }) => id),
      ['a1', 'c', 'a2'],
    )
  })

  it('does not hang for ever on parts that were made to stand under each other', () => {
    const nodes = [aNode('x', 'theme', 'y', 0), aNode('y', 'theme', 'x', 0)]
    assert.equal(pathTo({ nodes }, 'x').length, 2)
  })
})

describe('placing a part', () => {
  const orderAfter = (node: PlanNode, parentId: string | null, at: number | null) => {
    const result = place(tree, node, { parentId, place: at })
    return result.ok ? result.value.map(({ id, position }) => `${id}${position}`).join(' ') : result.error.code
  }

  it('puts it at its place among the parts of its level and makes room', () => {
    assert.equal(orderAfter(a2, 'a', 1), 'a20 a11')
    assert.equal(orderAfter(a1, 'b', 1), 'a10 b11')
    assert.equal(orderAfter(a1, 'b', null), 'b10 a11')
    assert.equal(orderAfter(b, null, 1), 'b0 a1')
  })

  it('refuses a place that is not there', () => {
    for (const at of [0, 3, 1.5, -1]) assert.equal(orderAfter(a1, 'a', at), 'no-such-place')
  })

  it('refuses a parent of another level, of no plan, or none where there must be one', () => {
    assert.equal(orderAfter(c, 'a', null), 'wrong-level')
    assert.equal(orderAfter(a1, null, null), 'wrong-level')
    assert.equal(orderAfter(a1, 'elsewhere', null), 'no-such-parent')
  })

  it('refuses to put a part under itself or under what hangs from it, even where levels would allow it', () => {
    const loose: PlanTree = {
      ...tree,
      levels: levels.map((level) => (level.id === 'theme' ? { ...level, parentId: 'objective' } : level)),
    }
    const result = place(loose, nodeOf(loose, 'a') ?? a, { parentId: 'a1', place: null })
    assert.equal(!result.ok && result.error.code, 'under-itself')
  })

  it('offers only parents of the level above', () => {
    assert.deepEqual(
      possibleParents(tree, c).map(({ id }) => id),
      ['a1', 'a2', 'b1'],
    )
    assert.deepEqual(possibleParents(tree, a), [])
  })

  it('knows no level that is not the plan’s', () => {
    const result = checkParent(tree, 'elsewhere', null)
    assert.equal(!result.ok && result.error.code, 'no-such-level')
  })
})
