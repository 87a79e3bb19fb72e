import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aMilestone, anAction, day } from '#test/support/delivery.js'
import { checkUpdate, type UpdateDraft } from './update.js'

const action = anAction({ milestones: [aMilestone('m1', '2017-06-30'), aMilestone('m2', '2017-12-31')] })
const today = day('2017-09-30')
const evidence = { title: 'Minutes of the board', url: null }
const draft = (changes: Partial<UpdateDraft> = {}): UpdateDraft => ({
  on: today,
  text: 'Done.',
  evidence: null,
  completes: [],
  override: null,
  ...changes,
})
const codeOf = (changes: Partial<UpdateDraft>, earlier: { completes: string[] }[] = []) => {
  const result = checkUpdate(action, earlier, draft(changes), today)
  return result.ok ? 'ok' : result.error.code
}

describe('an update', () => {
  it('is taken as it is when nothing is wrong', () => assert.equal(codeOf({}), 'ok'))
  it('may speak of an earlier day', () => assert.equal(codeOf({ on: day('2017-04-01') }), 'ok'))
  it('must not speak of tomorrow', () => assert.equal(codeOf({ on: day('2017-10-01') }), 'in-the-future'))
  it('may complete a milestone without evidence while another is open', () =>
    assert.equal(codeOf({ completes: ['m1'] }), 'ok'))
  it('must not complete the milestone of another action', () =>
    assert.equal(codeOf({ completes: ['m9'] }), 'unknown-milestone'))
  it('must not complete a milestone twice', () =>
    assert.equal(codeOf({ completes: ['m1'] }, [{ completes: ['m1'] }]), 'milestone-already-done'))
  it('counts a milestone once however often it is ticked', () => {
    const result = checkUpdate(action, [], draft({ completes: ['m1', 'm1'] }), today)
    assert.deepEqual(result.ok && result.value.completes, ['m1'])
  })
})

describe('evidence', () => {
  it('is refused to be missing when the last milestone is completed', () =>
    assert.equal(codeOf({ completes: ['m2'] }, [{ completes: ['m1'] }]), 'complete-needs-evidence'))
  it('is refused to be missing when all milestones are completed at once', () =>
    assert.equal(codeOf({ completes: ['m1', 'm2'] }), 'complete-needs-evidence'))
  it('is refused to be missing when a person says it is complete', () =>
    assert.equal(codeOf({ override: { status: 'complete', reason: 'All done' } }), 'complete-needs-evidence'))
  it('is not got round by completing the last milestone under another state', () =>
    assert.equal(
      codeOf({ completes: ['m1', 'm2'], override: { status: 'behind', reason: 'Late' } }),
      'complete-needs-evidence',
    ))
  it('lets completion stand when it is given', () => assert.equal(codeOf({ completes: ['m1', 'm2'], evidence }), 'ok'))
})

describe('a state set by a person', () => {
  it('needs a reason', () =>
    assert.equal(codeOf({ override: { status: 'behind', reason: '  ' } }), 'override-needs-reason'))
  it('stands with a reason', () => assert.equal(codeOf({ override: { status: 'behind', reason: 'No staff' } }), 'ok'))
})
