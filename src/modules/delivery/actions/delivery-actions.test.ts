import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { addDays, isoDate } from '#kernel/dates.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { aDraft, anActionIn, anOfficeWithPlan, type OfficeWithPlan } from '#test/support/delivery-office.js'
import { SYSTEM, TEST_DAY, testDeps } from '#test/support/deps.js'
import { actionById } from '../data/action.queries.js'
import { deliveryFor, publishedDelivery, waitingToBePublished } from '../data/delivery.queries.js'
import { createAction } from './create-action.js'
import { editAction } from './edit-action.js'
import { editMilestones } from './edit-milestones.js'
import { type ImportedAction, importActions } from './import-actions.js'
import { publishUpdates } from './publish-updates.js'
import { recordUpdate } from './record-update.js'

let db: Db
let deps: Deps
let office: OfficeWithPlan
beforeEach(async () => {
  db = await openTestDb()
  deps = testDeps(db)
  office = await anOfficeWithPlan(deps)
})
afterEach(() => db.close())

const policyOfficer = () => actorOf('office', office.officeId)
const sergeant = () => actorOf('force', office.forceId)
const evidence = { title: 'Training record', url: null }
const draftOf = (changes = {}) => ({
  ...{ nodeId: office.visitsId, title: 'Talk in schools', description: 'Talks.', leadId: null, partnerIds: [] },
  ...{ startsOn: isoDate('2025-01-01'), dueOn: isoDate('2025-12-31') },
  ...changes,
})
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)

describe('laying down an action', () => {
  it('keeps it as a draft under its part of the plan, with a name for its address', async () => {
    const result = await createAction(deps, policyOfficer(), { planId: office.planId, ...draftOf() })
    assert.ok(result.ok)
    const kept = await actionById(db, result.value.id)
    assert.deepEqual([kept?.slug, kept?.publishedAt, kept?.leadId], ['talk-in-schools', null, null])
  })
  it('gives two of one name two addresses', async () => {
    const request = { planId: office.planId, ...draftOf() }
    await createAction(deps, SYSTEM, request)
    const second = await createAction(deps, SYSTEM, request)
    assert.equal(second.ok && second.value.slug, 'talk-in-schools-2')
  })
  it('refuses a place that holds no actions, a forged organisation, a lead that also supports, and backward dates', async () => {
    const tries = [
      draftOf({ nodeId: office.themeId }),
      draftOf({ nodeId: 'forged' }),
      draftOf({ leadId: 'forged' }),
      draftOf({ leadId: office.forceId, partnerIds: [office.forceId] }),
      draftOf({ dueOn: isoDate('2024-12-31') }),
    ]
    const codes = []
    for (const each of tries) codes.push(codeOf(await createAction(deps, SYSTEM, { planId: office.planId, ...each })))
    assert.deepEqual(codes, [
      'node-holds-no-actions',
      'node-holds-no-actions',
      'unknown-organisation',
      'lead-is-partner',
      'due-before-start',
    ])
    assert.equal((await deliveryFor(db, office.planId, TEST_DAY)).actions.length, 0)
  })
  it('is not for the force', async () => {
    await assert.rejects(createAction(deps, sergeant(), { planId: office.planId, ...draftOf() }), Forbidden)
  })
})

describe('changing an action', () => {
  it('keeps what stood before in the audit trail', async () => {
    const { id, version } = await anActionIn(deps, office)
    await editAction(deps, policyOfficer(), { actionId: id, version, ...draftOf({ leadId: office.councilId }) })
    const [entry] = await auditEntries(db, 1)
    assert.equal(entry?.action, 'delivery.edit-action')
    const detail = JSON.parse(entry?.detail ?? '{}')
    assert.deepEqual([detail.before.leadId, detail.after.leadId], [office.forceId, office.councilId])
  })
  it('refuses to overwrite what somebody saved meanwhile', async () => {
    const { id, version } = await anActionIn(deps, office)
    const request = { actionId: id, version, ...draftOf() }
    assert.ok((await editAction(deps, SYSTEM, request)).ok)
    await assert.rejects(editAction(deps, SYSTEM, { ...request, title: 'Later' }), Conflict)
    assert.equal((await actionById(db, id))?.title, 'Talk in schools')
  })
  it('refuses a due date before that of a milestone', async () => {
    const { id, version } = await anActionIn(deps, office)
    const request = { actionId: id, version, ...draftOf({ dueOn: isoDate('2025-08-31') }) }
    assert.equal(codeOf(await editAction(deps, SYSTEM, request)), 'milestone-after-due')
  })
  it('keeps a milestone that an update completed', async () => {
    const { id, version, milestones } = await anActionIn(deps, office)
    await recordUpdate(deps, SYSTEM, { actionId: id, ...aDraft({ completes: [milestones[0]?.id ?? ''] }) })
    const request = { actionId: id, version, milestones: milestones.slice(1) }
    assert.equal(codeOf(await editMilestones(deps, SYSTEM, request)), 'completed-cannot-go')
    assert.equal((await actionById(db, id))?.milestones.length, 2)
  })
  it('refuses stale milestones', async () => {
    const { id } = await anActionIn(deps, office)
    await assert.rejects(editMilestones(deps, SYSTEM, { actionId: id, version: 1, milestones: [] }), Conflict)
    assert.equal((await actionById(db, id))?.milestones.length, 2)
  })
})

describe('recording an update', () => {
  it('is for those who lead or support the action, and nobody else’s people', async () => {
    const theirs = await anActionIn(deps, office)
    const supported = await anActionIn(deps, office, { leadId: office.councilId, partnerIds: [office.forceId] })
    const others = await anActionIn(deps, office, { leadId: office.councilId })
    const ownerless = await anActionIn(deps, office, { leadId: null })
    for (const { id } of [theirs, supported]) {
      assert.ok((await recordUpdate(deps, sergeant(), { actionId: id, ...aDraft() })).ok)
    }
    for (const { id } of [others, ownerless]) {
      await assert.rejects(recordUpdate(deps, sergeant(), { actionId: id, ...aDraft() }), Forbidden)
    }
    const unattached = actorOf('force')
    await assert.rejects(recordUpdate(deps, unattached, { actionId: theirs.id, ...aDraft() }), Forbidden)
  })
  it('refuses completion without evidence, and changes nothing', async () => {
    const { id, milestones } = await anActionIn(deps, office)
    const completes = milestones.map((milestone) => milestone.id)
    const before = await auditEntries(db, 1)
    assert.equal(
      codeOf(await recordUpdate(deps, SYSTEM, { actionId: id, ...aDraft({ completes }) })),
      'complete-needs-evidence',
    )
    assert.deepEqual(await auditEntries(db, 1), before)
    assert.ok((await recordUpdate(deps, SYSTEM, { actionId: id, ...aDraft({ completes, evidence }) })).ok)
    assert.equal((await deliveryFor(db, office.planId, TEST_DAY)).actions[0]?.report.status, 'complete')
  })
  it('refuses the milestone of another action', async () => {
    const [one, other] = [await anActionIn(deps, office), await anActionIn(deps, office)]
    const request = { actionId: one.id, ...aDraft({ completes: [other.milestones[0]?.id ?? ''] }) }
    assert.equal(codeOf(await recordUpdate(deps, SYSTEM, request)), 'unknown-milestone')
  })
  it('finds nothing at a forged address', async () => {
    await assert.rejects(recordUpdate(deps, SYSTEM, { actionId: 'forged', ...aDraft() }), NotFound)
  })
})

describe('publishing', () => {
  it('shows the public nothing until it is done, and then the update with its action', async () => {
    const { id, milestones } = await anActionIn(deps, office)
    const update = await recordUpdate(deps, SYSTEM, {
      actionId: id,
      ...aDraft({ completes: [milestones[0]?.id ?? ''] }),
    })
    assert.ok(update.ok)
    assert.equal((await publishedDelivery(db, office.planId, TEST_DAY)).actions.length, 0)
    const published = await publishUpdates(deps, policyOfficer(), { updateIds: [update.value.id] })
    assert.deepEqual(published.ok && published.value, { actions: 1, updates: 1 })
    const seen = await publishedDelivery(db, office.planId, TEST_DAY)
    assert.deepEqual(
      seen.actions.map(({ report, updates }) => [report.status, updates.length]),
      [['on-course', 1]],
    )
    assert.deepEqual(await waitingToBePublished(db), { actions: [], updates: [] })
  })
  it('leaves what is not ticked unseen, so that the public status rests on published updates only', async () => {
    const { id, milestones } = await anActionIn(deps, office)
    await recordUpdate(deps, SYSTEM, { actionId: id, ...aDraft({ completes: [milestones[0]?.id ?? ''] }) })
    await publishUpdates(deps, SYSTEM, { updateIds: [], actionIds: [id] })
    assert.equal((await publishedDelivery(db, office.planId, TEST_DAY)).actions[0]?.report.status, 'behind')
    assert.equal((await deliveryFor(db, office.planId, TEST_DAY)).actions[0]?.report.status, 'on-course')
  })
  it('counts nothing the second time', async () => {
    const { id } = await anActionIn(deps, office)
    const request = { updateIds: [], actionIds: [id] }
    await publishUpdates(deps, SYSTEM, request)
    const again = await publishUpdates(deps, SYSTEM, request)
    assert.deepEqual(again.ok && again.value, { actions: 0, updates: 0 })
  })
  it('publishes nothing at all when one id is forged', async () => {
    const { id } = await anActionIn(deps, office)
    await assert.rejects(publishUpdates(deps, SYSTEM, { updateIds: ['forged'], actionIds: [id] }), NotFound)
    assert.equal((await publishedDelivery(db, office.planId, TEST_DAY)).actions.length, 0)
  })
  it('is not for the force', async () => {
    await assert.rejects(publishUpdates(deps, sergeant(), { updateIds: [] }), Forbidden)
  })
})

describe('taking in actions from a file', () => {
  const fromFile = (changes: Partial<ImportedAction> = {}): ImportedAction => ({
    key: 'schools',
    ...draftOf({ leadId: office.forceId }),
    milestones: [{ key: 'first', title: 'First talk', dueOn: isoDate('2025-03-31') }],
    updates: [aDraft({ on: addDays(TEST_DAY, -40), completes: ['first'], evidence })],
    ...changes,
  })
  it('keeps milestones and updates, and says which ids they were given', async () => {
    const result = await importActions(deps, SYSTEM, { planId: office.planId, actions: [fromFile()] })
    assert.ok(result.ok)
    const [picture] = (await deliveryFor(db, office.planId, TEST_DAY)).actions
    assert.equal(picture?.action.id, result.value.actionIds.schools)
    assert.equal(picture?.action.milestones[0]?.id, result.value.milestoneIds.schools?.first)
    assert.equal(picture?.report.status, 'complete')
  })
  it('takes in nothing when one action is wrong, and names it', async () => {
    const wrong = fromFile({ key: 'wrong', updates: [aDraft({ completes: ['first'] })] })
    const result = await importActions(deps, SYSTEM, { planId: office.planId, actions: [fromFile(), wrong] })
    assert.deepEqual(!result.ok && result.error, { key: 'wrong', problem: { code: 'complete-needs-evidence' } })
    assert.equal((await deliveryFor(db, office.planId, TEST_DAY)).actions.length, 0)
  })
})
