import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { type Db, sql, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aDraftPlan, aPublishedPlan, aSmallPlan } from '#test/support/draft-plan.js'
import { assignBodies } from '../actions/assign-bodies.js'
import { editNode } from '../actions/edit-node.js'
import { importPlan } from '../actions/import-plan.js'
import { moveNode } from '../actions/move-node.js'
import { publishVersion } from '../actions/publish-version.js'
import { verifyVersions } from '../actions/verify-versions.js'
import { verifyPlanCommand } from '../cli/verify.cli.js'
import { nodeOf } from '../domain/tree.js'
import { frozen } from './content-hash.js'
import { allPlans, planBySlug, planTree, treeOfNode } from './plan.queries.js'
import type { PlanTables } from './plan.tables.js'
import {
  latestVersion,
  planInForce,
  publishedPlanBySlug,
  publishedPlans,
  versionByNumber,
  versionsOf,
} from './version.queries.js'

/** Changes a stored version as someone with the database's own tools could: the guard off, a change, the guard on. */
async function tamper(db: Db, planId: string, change: Partial<PlanTables['plan_version']> | 'remove'): Promise<void> {
  const guards =
    db.engine === 'sqlite' ? ['plan_version_no_update', 'plan_version_no_delete'] : ['plan_version_no_change']
  const on = db.engine === 'sqlite' ? '' : ' on plan_version'
  await db.transaction(async (tx) => {
    const tables = writing<PlanTables>(tx)
    for (const guard of guards) await sql.raw(`drop trigger ${guard}${on}`).execute(tables)
    if (change === 'remove') await tables.deleteFrom('plan_version').where('plan_id', '=', planId).execute()
    else await tables.updateTable('plan_version').set(change).where('plan_id', '=', planId).execute()
  })
}

describeOnEachDatabase('plans', (open) => {
  const opened = async () => testDeps(await open())

  it('reads a plan back as it was taken in, in reading order, with its bodies', async () => {
    const deps = await opened()
    const { planId, slug, idOf, forceId, councilId } = await aDraftPlan(deps)
    const tree = await planTree(deps.db, planId)
    assert.deepEqual(
      tree?.nodes.map(({ slug: address }) => address),
      [
        'safer-streets',
        'patrol-the-worst-streets',
        'ask-for-better-lighting',
        'fair-policing',
        'open-stop-and-search-to-view',
      ],
    )
    assert.deepEqual(nodeOf(tree ?? { nodes: [] }, idOf('patrols'))?.bodies, [
      { organisationId: forceId, role: 'lead', part: '' },
      { organisationId: councilId, role: 'support', part: 'Lights the streets' },
    ])
    assert.deepEqual(
      tree?.levels.map(({ name, isTracked }) => [name, isTracked]),
      [
        ['Theme', false],
        ['Commitment', true],
      ],
    )
    assert.equal((await planBySlug(deps.db, slug))?.id, planId)
    assert.equal((await treeOfNode(deps.db, idOf('lighting')))?.plan.id, planId)
    assert.equal(await planTree(deps.db, 'elsewhere'), undefined)
    assert.equal(await treeOfNode(deps.db, 'elsewhere'), undefined)
  })

  it('keeps supporting bodies in the order given', async () => {
    const deps = await opened()
    const { idOf, officeId, councilId, forceId, planId } = await aDraftPlan(deps)
    const supporting = [councilId, officeId].map((organisationId) => ({ organisationId, part: '' }))
    for (const wanted of [supporting, supporting.toReversed()]) {
      const tree = await planTree(deps.db, planId)
      const version = nodeOf(tree ?? { nodes: [] }, idOf('searches'))?.version ?? 0
      await assignBodies(deps, SYSTEM, {
        nodeId: idOf('searches'),
        version,
        bodies: { leadId: forceId, supporting: wanted },
      })
      const after = nodeOf((await planTree(deps.db, planId)) ?? { nodes: [] }, idOf('searches'))
      const order = after?.bodies.slice(1).map(({ organisationId }) => organisationId)
      assert.deepEqual(
        order,
        wanted.map(({ organisationId }) => organisationId),
      )
    }
  })

  it('lets only the first of two who saw the same part save it', async () => {
    const deps = await opened()
    const { idOf, planId } = await aDraftPlan(deps)
    const edit = { nodeId: idOf('patrols'), version: 1, text: 'Mine.', title: 'Mine' }
    assert.ok((await editNode(deps, SYSTEM, edit)).ok)
    const late = editNode(deps, SYSTEM, { ...edit, title: 'Late' })
    await assert.rejects(
      late,
      (problem) => problem instanceof Conflict && problem.message === `plan.node:${edit.nodeId}`,
    )
    const tree = await planTree(deps.db, planId)
    assert.equal(nodeOf(tree ?? { nodes: [] }, edit.nodeId)?.title, 'Mine')
  })

  it('moves a part with all that hangs from it, and makes room', async () => {
    const deps = await opened()
    const { idOf, planId } = await aDraftPlan(deps)
    const to = { nodeId: idOf('fairness'), version: 1, parentId: null, place: 1 }
    assert.ok((await moveNode(deps, SYSTEM, to)).ok)
    assert.ok(
      (await moveNode(deps, SYSTEM, { ...to, nodeId: idOf('patrols'), parentId: idOf('fairness'), place: 1 })).ok,
    )
    const tree = await planTree(deps.db, planId)
    assert.deepEqual(
      tree?.nodes.map(({ id }) => id),
      ['fairness', 'patrols', 'searches', 'streets', 'lighting'].map(idOf),
    )
  })

  it('publishes versions that nobody can change or remove', async () => {
    const deps = await opened()
    const { planId } = await aPublishedPlan(deps)
    const change = deps.db.transaction((tx) =>
      writing<PlanTables>(tx).updateTable('plan_version').set({ note: 'x' }).execute(),
    )
    await assert.rejects(change, /append-only/)
    await assert.rejects(
      deps.db.transaction((tx) => writing<PlanTables>(tx).deleteFrom('plan_version').execute()),
      /append-only/,
    )
    assert.equal((await latestVersion(deps.db, planId))?.note, 'First version')
  })

  it('shows the public the newest version, and staff every one', async () => {
    const deps = await opened()
    const { planId, slug, idOf } = await aPublishedPlan(deps)
    await editNode(deps, SYSTEM, { nodeId: idOf('streets'), version: 1, title: 'Calmer streets', text: '' })
    assert.equal((await publishedPlanBySlug(deps.db, slug))?.content.nodes[0]?.title, 'Safer streets')
    await publishVersion(deps, SYSTEM, { planId, note: 'Second' })
    const published = await publishedPlanBySlug(deps.db, slug)
    assert.deepEqual([published?.latest, published?.content.nodes[0]?.title], [2, 'Calmer streets'])
    assert.deepEqual(
      (await versionsOf(deps.db, planId)).map(({ number }) => number),
      [2, 1],
    )
    assert.equal((await versionByNumber(deps.db, planId, 1))?.content.nodes[0]?.title, 'Safer streets')
    assert.equal(await versionByNumber(deps.db, planId, 3), undefined)
  })

  it('says which plan holds on a day: the last to start, of those published', async () => {
    const deps = await opened()
    const { bodyId, officeId, forceId, councilId, planId } = await aPublishedPlan(deps)
    const small = aSmallPlan({ bodyId, officeId, forceId, councilId })
    const [electionOn, nextElectionOn, startsOn] = [isoDate('2024-05-02'), isoDate('2028-05-04'), isoDate('2025-04-01')]
    const next = await importPlan(deps, SYSTEM, {
      ...small,
      plan: { ...small.plan, electionOn, nextElectionOn, startsOn },
    })
    assert.ok(next.ok)
    assert.equal(next.value.slug, 'police-and-crime-plan-2021-to-2025-2')
    const on = async (day: string) => (await planInForce(deps.db, isoDate(day)))?.planId
    assert.equal(await on('2025-04-30'), planId)
    await publishVersion(deps, SYSTEM, { planId: next.value.planId, note: 'New term' })
    assert.equal(await on('2025-04-01'), next.value.planId)
    assert.equal(await on('2025-03-31'), planId)
    assert.equal(await on('2030-01-01'), next.value.planId)
    assert.equal(await on('2021-11-30'), undefined)
    assert.deepEqual(
      (await publishedPlans(deps.db)).map((plan) => plan.planId),
      [next.value.planId, planId],
    )
    assert.equal((await allPlans(deps.db)).length, 2)
  })

  it('finds every version sound until somebody reaches past the guard', async () => {
    const deps = await opened()
    const { planId, slug } = await aPublishedPlan(deps)
    assert.deepEqual(
      (await verifyVersions(deps.db)).map(({ isSound }) => isSound),
      [true],
    )
    const stored = await versionByNumber(deps.db, planId, 1)
    const content = JSON.stringify(stored?.content).replace('Safer streets', 'Quieter streets')
    await tamper(deps.db, planId, { content })
    const [verdict] = await verifyVersions(deps.db, planId)
    assert.equal(verdict?.isSound, false)
    assert.match(verdict?.problems.join() ?? '', /does not match its own hash/)
    const said: string[] = []
    const say = (message: string) => said.push(message)
    const answer = await verifyPlanCommand.run({
      deps,
      actor: SYSTEM,
      args: [slug],
      options: {},
      say,
      progress: () => {},
    })
    assert.equal(answer.refused, true)
    assert.match(said.join(), new RegExp(`^${slug}, version 1: `))
  })

  it('finds a version whose hash was changed with it, for the audit trail knows better', async () => {
    const deps = await opened()
    const { planId } = await aPublishedPlan(deps)
    const stored = await versionByNumber(deps.db, planId, 1)
    assert.ok(stored)
    const { text, sha256 } = frozen({ ...stored.content, nodes: [] })
    await tamper(deps.db, planId, { content: text, sha256 })
    const [verdict] = await verifyVersions(deps.db, planId)
    assert.deepEqual(verdict?.problems, ['its hash is not the one in the audit trail'])
  })

  it('notices that a version was removed', async () => {
    const deps = await opened()
    const { planId } = await aPublishedPlan(deps)
    await tamper(deps.db, planId, 'remove')
    const [verdict] = await verifyVersions(deps.db, planId)
    assert.deepEqual([verdict?.number, verdict?.problems], [1, ['it was published and is no longer there']])
  })
})
