import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aMilestone, anAction, anUpdate, day } from '#test/support/delivery.js'
import { attentionGroups } from './groups.js'
import { statusHistory } from './history.js'
import { coverageInWords, deliveryPicture, idsUnder, statesByNode, type TreeShape, trackedState } from './picture.js'
import { countsInWords, NODE_STATUSES, type NodeStatus, rollUp, stateInWords } from './roll-up.js'

const some = (count: number, status: NodeStatus) => Array.from({ length: count }, () => status)

describe('several states together', () => {
  it('are told with the good first and the whole number once', () => {
    const state = rollUp([...some(1, 'not-started'), ...some(2, 'behind'), ...some(5, 'on-course')])
    assert.equal(stateInWords(state), '5 of 8 on course, 2 behind, 1 not started')
  })
  it('are told as all when they are the same', () =>
    assert.equal(stateInWords(rollUp(some(8, 'on-course'))), 'All 8 on course'))
  it('are told as one of one when there is one', () => assert.equal(stateInWords(rollUp(['behind'])), '1 of 1 behind'))
  it('say that there is nothing yet', () => assert.equal(stateInWords(rollUp([])), 'No actions yet'))

  const wholes: [NodeStatus[], NodeStatus][] = [
    [['complete', 'on-course', 'behind'], 'behind'],
    [['complete', 'not-updated', 'on-course'], 'not-updated'],
    [['complete', 'complete', 'no-actions'], 'complete'],
    [['complete', 'not-started'], 'on-course'],
    [['not-started', 'not-started'], 'not-started'],
    [['no-actions', 'no-actions'], 'no-actions'],
    [[], 'no-actions'],
  ]
  for (const [parts, whole] of wholes) {
    it(`make ${parts.join(' and ') || 'nothing'} ${whole}`, () => assert.equal(rollUp(parts).state, whole))
  }

  it('add up, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NODE_STATUSES)), (statuses) => {
        const state = rollUp(statuses)
        const sum = Object.values(state.counts).reduce((total, count) => total + count, 0)
        assert.equal(sum, statuses.length)
        assert.equal(countsInWords(state).length, new Set(statuses).size)
      }),
    )
  })
})

const tree: TreeShape = {
  levels: [
    { id: 'theme', isTracked: false },
    { id: 'objective', isTracked: true },
    { id: 'priority', isTracked: false },
  ],
  nodes: [
    { id: 't1', parentId: null, levelId: 'theme' },
    { id: 'o1', parentId: 't1', levelId: 'objective' },
    { id: 'p1', parentId: 'o1', levelId: 'priority' },
    { id: 'o2', parentId: 't1', levelId: 'objective' },
    { id: 't2', parentId: null, levelId: 'theme' },
  ],
}
const late = anAction({ id: 'late', nodeId: 'p1', milestones: [aMilestone('m1', '2017-05-01')] })
const fine = anAction({ id: 'fine', nodeId: 'p1', leadId: null })
const picture = deliveryPicture('plan-1', [late, fine], [anUpdate({ actionId: 'fine' })], day('2017-06-30'))

describe('the picture of a plan', () => {
  it('gives every part the state of all actions at it and below it', () => {
    const states = statesByNode(tree, picture)
    assert.deepEqual(
      tree.nodes.map(({ id }) => stateInWords(states.get(id) ?? rollUp([]))),
      [
        '1 of 2 on course, 1 behind',
        '1 of 2 on course, 1 behind',
        '1 of 2 on course, 1 behind',
        'No actions yet',
        'No actions yet',
      ],
    )
  })
  it('counts the tracked parts of a theme by their states', () => {
    const states = statesByNode(tree, picture)
    assert.equal(stateInWords(trackedState(tree, states, 't1')), '1 of 2 behind, 1 without actions yet')
    assert.equal(stateInWords(trackedState(tree, states, null)), '1 of 2 behind, 1 without actions yet')
    assert.equal(trackedState(tree, states, 't2').total, 0)
  })
  it('finds a part and all below it', () => assert.deepEqual([...idsUnder(tree, 't1')], ['t1', 'o1', 'o2', 'p1']))
  it('counts ownership and silence in the open', () => {
    assert.equal(coverageInWords(picture), '1 of 2 actions has an owner. All were updated in time.')
    const later = deliveryPicture('plan-1', [late, fine], [], day('2017-12-31'))
    assert.equal(coverageInWords(later), '1 of 2 actions has an owner. 0 were updated in time.')
  })
  it('puts each action in the first group that needs attention', () => {
    const silent = anAction({ id: 'silent' })
    const { actions } = deliveryPicture(
      'plan-1',
      [late, fine, silent],
      [anUpdate({ actionId: 'late', on: '2017-08-01' })],
      day('2017-09-30'),
    )
    assert.deepEqual(
      attentionGroups(actions).map(({ title, pictures }) => `${title}: ${pictures.map(({ action }) => action.id)}`),
      ['Without an owner: fine', 'Not updated in time: silent', 'Behind: late'],
    )
  })
})

it('tells every state that an action has had, with the first day of each', () => {
  const action = anAction({ milestones: [aMilestone('m1', '2017-06-30')] })
  const updates = [
    anUpdate({ on: '2017-05-01' }),
    anUpdate({ on: '2017-07-10', completes: ['m1'], evidence: { title: 'Report', url: null } }),
  ]
  assert.deepEqual(
    statusHistory(action, updates, day('2018-01-01')).map(({ from, status }) => `${from} ${status}`),
    ['2017-04-01 not-started', '2017-05-01 on-course', '2017-07-01 behind', '2017-07-10 complete'],
  )
})
