import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aMilestone, anAction, anUpdate, day } from '#test/support/delivery.js'
import type { Action } from './action.js'
import { deliveryPicture } from './picture.js'
import type { Update } from './update.js'
import { deliveryTasks } from './waiting.js'

const ours = { organisationIds: new Set(['constabulary']), givesOutWork: false }
const tasksOn = (asAt: string, actions: Action[], updates: Update[] = [], leads = ours) =>
  deliveryTasks(deliveryPicture('plan-1', actions, updates, day(asAt)), leads).map(
    ({ kind, dueOn, picture }) => `${dueOn} ${kind} ${picture.action.id}`,
  )

it('asks for an update from a fortnight before it is due', () => {
  const spoken = anUpdate({ on: '2017-06-01' })
  assert.deepEqual(tasksOn('2017-08-17', [anAction()], [spoken]), [])
  assert.deepEqual(tasksOn('2017-08-18', [anAction()], [spoken]), ['2017-09-01 update action-1'])
})

it('asks one thing of an action: the earliest', () => {
  const action = anAction({ milestones: [aMilestone('m1', '2017-05-01'), aMilestone('m2', '2017-06-01')] })
  assert.deepEqual(tasksOn('2017-09-30', [action]), ['2017-05-01 milestone action-1'])
})

it('does not ask again for a late milestone that a person has explained', () => {
  const action = anAction({ milestones: [aMilestone('m1', '2017-05-01')] })
  const explained = anUpdate({
    on: '2017-05-02',
    override: { status: 'on-course', reason: 'Four more weeks were agreed' },
  })
  assert.deepEqual(tasksOn('2017-06-01', [action], [explained]), [])
  assert.deepEqual(tasksOn('2017-06-01', [action], [anUpdate({ on: '2017-05-02' })]), ['2017-05-01 milestone action-1'])
})

it('asks nothing of what is complete or led by others', () => {
  const done = anUpdate({ override: { status: 'complete', reason: 'All visited' } })
  assert.deepEqual(tasksOn('2017-12-31', [anAction()], [done]), [])
  assert.deepEqual(tasksOn('2017-12-31', [anAction({ leadId: 'council' })]), [])
})

it('shows what has no owner only to those who give out the work', () => {
  const orphan = anAction({ leadId: null })
  assert.deepEqual(tasksOn('2017-05-01', [orphan]), [])
  assert.deepEqual(tasksOn('2017-05-01', [orphan], [], { ...ours, givesOutWork: true }), ['2017-04-01 owner action-1'])
})

it('puts what is due first first', () => {
  const actions = [anAction({ id: 'b', startsOn: day('2017-05-01') }), anAction({ id: 'a' })]
  assert.deepEqual(tasksOn('2017-08-01', actions), ['2017-07-02 update a', '2017-08-01 update b'])
})
