import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aMilestone, anAction, day } from '#test/support/delivery.js'
import { ROWS } from '../pages/milestone-form.js'
import { type MilestoneDraft, MOST_MILESTONES } from './action.js'
import { arrangeMilestones } from './milestones.js'

const action = anAction({ milestones: [aMilestone('m1', '2017-06-30'), aMilestone('m2', '2017-12-31')] })
const m1: MilestoneDraft = { id: 'm1', title: 'First', dueOn: day('2017-06-30') }
const m2: MilestoneDraft = { id: 'm2', title: 'Second', dueOn: day('2017-12-31') }
const fresh = (dueOn: string): MilestoneDraft => ({ id: null, title: 'New', dueOn: day(dueOn) })
const firstDone = [{ completes: ['m1'] }]
const arranged = (drafts: MilestoneDraft[], updates = firstDone) => {
  const result = arrangeMilestones(action, updates, drafts, () => 'new-id')
  return result.ok ? result.value.map(({ id, position }) => `${position}:${id}`) : result.error.code
}

describe('the milestones of an action', () => {
  it('stand in the order of their due dates, whatever the order on the page', () =>
    assert.deepEqual(arranged([m2, fresh('2017-08-01'), m1]), ['1:m1', '2:new-id', '3:m2']))
  it('can be taken away while no update says they are done', () =>
    assert.deepEqual(arranged([m1, fresh('2017-08-01')]), ['1:m1', '2:new-id']))
  it('keep one that an update completed', () => assert.equal(arranged([m2]), 'completed-cannot-go'))
  it('cannot be emptied of their last open one: completion needs evidence', () =>
    assert.equal(arranged([m1]), 'would-complete'))
  it('may all go before any is done', () => assert.deepEqual(arranged([], []), []))
  it('are no more than one page can ask about, so that none is ever left off it', () => {
    const many = Array.from({ length: MOST_MILESTONES - 1 }, () => fresh('2017-08-01'))
    assert.equal(arranged([m1, ...many]).length, ROWS.length)
    assert.equal(arranged([m1, m2, ...many]), 'too-many-milestones')
  })
  it('must not be due after their action', () =>
    assert.equal(arranged([m1, m2, fresh('2018-04-01')]), 'milestone-after-due'))
  it('refuse one that belongs to another action', () =>
    assert.equal(arranged([m1, { ...m2, id: 'forged' }]), 'unknown-milestone'))
  it('refuse the same one twice', () => assert.equal(arranged([m1, m2, m2]), 'unknown-milestone'))
})
