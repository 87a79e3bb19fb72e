import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { aMilestone, anAction, anUpdate, day } from '#test/support/delivery.js'
import { actionById, actionsBySlug, actionsOfPlan, unpublishedActions } from './action.queries.js'
import {
  deliveryFor,
  publishedDelivery,
  publishedUpdates,
  staffAction,
  waitingToBePublished,
} from './delivery.queries.js'
import {
  insertAction,
  insertNote,
  insertUpdate,
  markActionPublished,
  markUpdatePublished,
  saveAction,
  saveMilestones,
} from './delivery.store.js'
import { notesOf } from './note.queries.js'

const milestones = [aMilestone('m1', '2017-06-30'), { ...aMilestone('m2', '2017-12-31'), position: 2 }]
const whole = anAction({ milestones, partnerIds: ['council', 'fire'] })
const evidence = { title: 'Minutes', url: 'https://www.example.org/minutes' }
const override = { status: 'behind' as const, reason: 'Two posts are empty' }
const update = anUpdate({ id: 'u1', on: '2017-07-01', completes: ['m1'], evidence, override, publishedAt: null })

describeOnEachDatabase('Delivery', (open) => {
  it('gives back an action as it was kept, with partners and milestones', async () => {
    const db = await open()
    await db.transaction((tx) => insertAction(tx, whole))
    assert.deepEqual(await actionById(db, 'action-1'), whole)
    assert.deepEqual(await actionsOfPlan(db, 'plan-1'), [whole])
    assert.deepEqual(await actionsBySlug(db, 'visit-repeat-victims'), [whole])
    assert.deepEqual(await actionsOfPlan(db, 'plan-2'), [])
    assert.equal(await actionById(db, 'action-2'), undefined)
  })

  it('gives back the notes of the office as they were kept, the newest first', async () => {
    const db = await open()
    const note = {
      actionId: 'action-1',
      kind: 'unannounced-visit',
      text: 'On Tuesday\n\nat seven',
      writtenBy: 'a1',
    } as const
    const [first, second] = [
      { ...note, id: 'n1', writtenAt: '2017-07-01T09:00:00.000Z' },
      { ...note, id: 'n2', writtenAt: '2017-07-02T09:00:00.000Z' },
    ]
    await db.transaction(async (tx) => {
      await insertAction(tx, whole)
      for (const each of [first, second]) await insertNote(tx, each)
    })
    assert.deepEqual(await notesOf(db, 'action-1'), [second, first])
    assert.deepEqual(await notesOf(db, 'action-2'), [])
  })

  it('gives back an update as it was kept, with evidence, override and what it completes', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await insertAction(tx, whole)
      await insertUpdate(tx, update)
    })
    const loaded = await staffAction(db, 'action-1', day('2017-09-30'))
    assert.deepEqual(loaded?.recorded.updates, [update])
    assert.deepEqual(loaded?.published?.updates, [])
  })

  it('saves an action once for each version, and replaces its partners', async () => {
    const db = await open()
    await db.transaction((tx) => insertAction(tx, whole))
    await db.transaction((tx) => saveAction(tx, { ...whole, title: 'New', partnerIds: ['fire'], leadId: null }))
    const saved = await actionById(db, 'action-1')
    assert.deepEqual([saved?.title, saved?.partnerIds, saved?.leadId, saved?.version], ['New', ['fire'], null, 2])
    await assert.rejects(
      db.transaction((tx) => saveAction(tx, { ...whole, title: 'Stale' })),
      { message: 'delivery.action:action-1' },
    )
  })

  it('adds, rewords and takes away milestones, in their order', async () => {
    const db = await open()
    await db.transaction((tx) => insertAction(tx, whole))
    const after = [
      { ...aMilestone('m2', '2017-05-31'), title: 'Reworded' },
      { ...aMilestone('m3', '2017-08-31'), position: 2 },
    ]
    await db.transaction((tx) => saveMilestones(tx, 'action-1', after))
    assert.deepEqual((await actionById(db, 'action-1'))?.milestones, after)
    await db.transaction((tx) => saveMilestones(tx, 'action-1', []))
    assert.deepEqual((await actionById(db, 'action-1'))?.milestones, [])
  })

  it('cannot lose a milestone that an update completed, even past the rules', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await insertAction(tx, whole)
      await insertUpdate(tx, update)
    })
    await assert.rejects(db.transaction((tx) => saveMilestones(tx, 'action-1', [])))
  })

  it('shows the public only published actions and published updates', async () => {
    const db = await open()
    const draft = anAction({ id: 'action-2', slug: 'draft', publishedAt: null })
    await db.transaction(async (tx) => {
      await insertAction(tx, whole)
      await insertAction(tx, draft)
      await insertUpdate(tx, update)
      await insertUpdate(tx, anUpdate({ id: 'u2', on: '2017-08-01' }))
      await insertUpdate(tx, anUpdate({ id: 'u3', actionId: 'action-2' }))
    })
    const seen = await publishedDelivery(db, 'plan-1', isoDate('2017-09-30'))
    assert.deepEqual(
      seen.actions.map(({ action, updates }) => [action.id, updates.map(({ id }) => id)]),
      [['action-1', ['u2']]],
    )
    assert.deepEqual(
      (await publishedUpdates(db, 'plan-1', 5)).map((each) => each.update.id),
      ['u2'],
    )
    assert.equal((await deliveryFor(db, 'plan-1', isoDate('2017-09-30'))).actions.length, 2)
    const waiting = await waitingToBePublished(db)
    assert.deepEqual(
      [waiting.actions.map(({ id }) => id), waiting.updates.map((each) => each.update.id)],
      [['action-2'], ['u1']],
    )
  })

  it('keeps the moment of the first publication', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await insertAction(tx, { ...whole, publishedAt: null })
      await insertUpdate(tx, update)
      for (const at of ['2017-07-02T00:00:00.000Z', '2017-07-03T00:00:00.000Z']) {
        await markActionPublished(tx, 'action-1', at)
        await markUpdatePublished(tx, 'u1', at, 'account-1')
      }
    })
    assert.deepEqual(await unpublishedActions(db), [])
    const loaded = await staffAction(db, 'action-1', day('2017-09-30'))
    assert.equal(loaded?.published?.action.publishedAt, '2017-07-02T00:00:00.000Z')
    assert.equal(loaded?.published?.updates[0]?.publishedAt, '2017-07-02T00:00:00.000Z')
  })
})
