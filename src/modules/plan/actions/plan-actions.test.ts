import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aDraftPlan, aPublishedPlan } from '#test/support/draft-plan.js'
import { planById, planTree } from '../data/plan.queries.js'
import { latestVersion } from '../data/version.queries.js'
import { nodeOf, type PlanTree } from '../domain/tree.js'
import { addNode } from './add-node.js'
import { assignBodies } from './assign-bodies.js'
import { createPlan } from './create-plan.js'
import { editLevels } from './edit-levels.js'
import { editNode } from './edit-node.js'
import { editPlan } from './edit-plan.js'
import { moveNode } from './move-node.js'
import { publishVersion } from './publish-version.js'
import { removeNode } from './remove-node.js'

const office = actorOf('office')
const begin = async () => testDeps(await openTestDb())
const dates = {
  electionOn: isoDate('2024-05-02'),
  nextElectionOn: isoDate('2028-05-04'),
  startsOn: isoDate('2025-04-01'),
}
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'done' : result.error?.code)

async function draft() {
  const deps = await begin()
  const plan = await aDraftPlan(deps)
  const tree = async (): Promise<PlanTree> => (await planTree(deps.db, plan.planId)) ?? assert.fail('no plan')
  const levelId = async (name: string) => (await tree()).levels.find((level) => level.name === name)?.id ?? ''
  const lastAudit = async () => (await auditEntries(deps.db, 1))[0]
  return { deps, ...plan, tree, levelId, lastAudit }
}

describe('beginning a plan', () => {
  it('gives it an address from its title and two levels to start from', async () => {
    const deps = await begin()
    const { bodyId } = await aBodyWithPartners(deps)
    const result = await createPlan(deps, office, { bodyId, title: 'Our plan', vision: 'V', ...dates })
    assert.ok(result.ok)
    assert.equal(result.value.slug, 'our-plan')
    const tree = await planTree(deps.db, result.value.id)
    assert.deepEqual(
      tree?.levels.map(({ name, isTracked }) => [name, isTracked]),
      [
        ['Theme', false],
        ['Commitment', true],
      ],
    )
    assert.equal((await auditEntries(deps.db, 1))[0]?.subject, `plan.plan:${result.value.id}`)
  })

  it('is refused with dates that cannot stand, for no body, and to those who may not', async () => {
    const deps = await begin()
    const { bodyId } = await aBodyWithPartners(deps)
    const request = { bodyId, title: 'Our plan', vision: 'V', ...dates }
    const backwards = { ...request, nextElectionOn: dates.electionOn }
    assert.equal(codeOf(await createPlan(deps, office, backwards)), 'next-election-not-later')
    await assert.rejects(createPlan(deps, office, { ...request, bodyId: 'elsewhere' }), NotFound)
    await assert.rejects(createPlan(deps, actorOf('force'), request), Forbidden)
  })
})

describe('changing a draft', () => {
  it('saves the plan’s words and dates, keeps its address, and records what stood before', async () => {
    const { deps, planId, slug, lastAudit } = await draft()
    const edit = { planId, version: 1, title: 'Another title', vision: 'V2', ...dates }
    assert.ok((await editPlan(deps, office, edit)).ok)
    const plan = await planById(deps.db, planId)
    assert.deepEqual([plan?.title, plan?.slug, plan?.version], ['Another title', slug, 2])
    assert.match((await lastAudit())?.detail ?? '', /"vision":"A safer Wessex"/)
    await assert.rejects(editPlan(deps, office, edit), Conflict)
    assert.equal(
      codeOf(await editPlan(deps, office, { ...edit, startsOn: isoDate('2024-05-01') })),
      'starts-before-election',
    )
  })

  it('adds a part last, with an address that no other part has', async () => {
    const { deps, planId, idOf, levelId, tree, forceId } = await draft()
    const request = { planId, levelId: await levelId('Commitment'), parentId: idOf('streets'), text: '' }
    const result = await addNode(deps, office, {
      ...request,
      title: 'Ask for better lighting',
      bodies: { leadId: forceId, supporting: [] },
    })
    assert.ok(result.ok)
    assert.equal(result.value.slug, 'ask-for-better-lighting-2')
    const under = (await tree()).nodes.filter((node) => node.parentId === idOf('streets')).map(({ id }) => id)
    assert.equal(under.at(-1), result.value.id)
  })

  it('refuses to add a part at the wrong level, under another plan’s part, or led by nobody that it knows', async () => {
    const { deps, planId, idOf, levelId } = await draft()
    const [theme, commitment] = [await levelId('Theme'), await levelId('Commitment')]
    const add = async (levelOf: string, parentId: string | null, leadId: string | null = null) => {
      const bodies = { leadId, supporting: [] }
      return codeOf(await addNode(deps, office, { planId, levelId: levelOf, parentId, title: 'T', text: '', bodies }))
    }
    assert.equal(await add(commitment, null), 'wrong-level')
    assert.equal(await add(theme, idOf('streets')), 'wrong-level')
    assert.equal(await add('forged', null), 'no-such-level')
    assert.equal(await add(commitment, 'forged'), 'no-such-parent')
    assert.equal(await add(theme, null, 'forged'), 'unknown-body')
  })

  it('changes nothing when a body is forged, and only the bodies when only they are assigned', async () => {
    const { deps, idOf, tree, officeId } = await draft()
    const edit = { nodeId: idOf('patrols'), version: 1, title: 'New title', text: 'New' }
    const forged = { leadId: 'forged', supporting: [] }
    assert.equal(codeOf(await editNode(deps, office, { ...edit, bodies: forged })), 'unknown-body')
    assert.equal(nodeOf(await tree(), edit.nodeId)?.title, 'Patrol the worst streets')
    const bodies = { leadId: officeId, supporting: [] }
    assert.ok((await assignBodies(deps, office, { nodeId: edit.nodeId, version: 1, bodies })).ok)
    const node = nodeOf(await tree(), edit.nodeId)
    assert.deepEqual([node?.title, node?.bodies.length, node?.version], ['Patrol the worst streets', 1, 2])
  })

  it('keeps a part’s bodies when only its words are saved', async () => {
    const { deps, idOf, tree } = await draft()
    await editNode(deps, office, { nodeId: idOf('patrols'), version: 1, title: 'New title', text: 'New' })
    assert.equal(nodeOf(await tree(), idOf('patrols'))?.bodies.length, 2)
  })

  it('refuses to put a part where its level cannot stand', async () => {
    const { deps, idOf, tree } = await draft()
    const before = await tree()
    const move = { nodeId: idOf('streets'), version: 1, place: 1 }
    assert.equal(codeOf(await moveNode(deps, office, { ...move, parentId: idOf('fairness') })), 'wrong-level')
    assert.equal(codeOf(await moveNode(deps, office, { ...move, parentId: idOf('patrols') })), 'wrong-level')
    assert.equal(codeOf(await moveNode(deps, office, { ...move, parentId: null, place: 3 })), 'no-such-place')
    assert.deepEqual(await tree(), before)
  })

  it('removes a part that nothing hangs from, and no other', async () => {
    const { deps, idOf, tree } = await draft()
    assert.equal(codeOf(await removeNode(deps, office, { nodeId: idOf('streets'), version: 1 })), 'has-parts-below')
    await assert.rejects(removeNode(deps, office, { nodeId: idOf('searches'), version: 7 }), Conflict)
    assert.ok((await removeNode(deps, office, { nodeId: idOf('searches'), version: 1 })).ok)
    assert.equal(nodeOf(await tree(), idOf('searches')), undefined)
    await assert.rejects(removeNode(deps, office, { nodeId: idOf('searches'), version: 1 }), NotFound)
  })

  it('adds and renames levels, refusing a name twice and a level to hang from that is not there', async () => {
    const { deps, planId, levelId, tree } = await draft()
    const aim = { name: 'Aim', plural: 'Aims', isTracked: false, holdsActions: false }
    const save = async (version: number, level: typeof aim & { id?: string; parentId?: string }) =>
      codeOf(await editLevels(deps, office, { planId, version, levels: [level] }))
    assert.equal(await save(1, { ...aim, parentId: await levelId('Theme') }), 'done')
    assert.equal(
      await save(2, { ...aim, id: await levelId('Commitment'), name: 'Promise', plural: 'Promises' }),
      'done',
    )
    assert.deepEqual(
      (await tree()).levels.map(({ name }) => name),
      ['Theme', 'Promise', 'Aim'],
    )
    assert.equal(await save(3, { ...aim, name: ' promise' }), 'name-taken')
    assert.equal(await save(3, { ...aim, name: 'Other', parentId: 'forged' }), 'no-such-level')
    assert.equal(await save(3, { ...aim, name: 'Other', id: 'forged' }), 'no-such-level')
    await assert.rejects(save(1, { ...aim, name: 'Late' }), Conflict)
  })

  it('is for the office only', async () => {
    const { deps, idOf, planId } = await draft()
    const node = { nodeId: idOf('patrols'), version: 1 }
    for (const role of ['force', 'partner', 'panel', 'auditor'] as const) {
      const actor = actorOf(role)
      await assert.rejects(editNode(deps, actor, { ...node, title: 'x', text: '' }), Forbidden)
      await assert.rejects(moveNode(deps, actor, { ...node, parentId: idOf('streets'), place: 1 }), Forbidden)
      await assert.rejects(removeNode(deps, actor, node), Forbidden)
      await assert.rejects(publishVersion(deps, actor, { planId, note: 'x' }), Forbidden)
    }
  })
})

describe('publishing a plan', () => {
  it('freezes the draft with the names that bodies have on the day, and puts its hash in the audit trail', async () => {
    const { deps, planId, lastAudit } = await draft()
    const result = await publishVersion(deps, office, { planId, note: 'First' })
    assert.ok(result.ok)
    const version = await latestVersion(deps.db, planId)
    assert.deepEqual([version?.number, version?.publishedBy], [1, 'test-office'])
    assert.equal(version?.content.plan.bodyName, 'Police and Crime Commissioner for Wessex')
    assert.deepEqual(version?.content.plan.planningPeriod, { from: '2021-12-01', until: '2025-03-31' })
    assert.deepEqual(
      version?.content.nodes[1]?.bodies.map(({ name }) => name),
      ['Wessex Police', 'Melchester Council'],
    )
    const entry = await lastAudit()
    assert.deepEqual([entry?.action, entry?.subject], ['plan.publish-version', `plan.version:${planId}:1`])
    assert.ok(entry?.detail?.includes(result.value.sha256))
  })

  it('is refused while a promise has no lead, and says which', async () => {
    const { deps, planId, idOf } = await draft()
    await assignBodies(deps, office, { nodeId: idOf('searches'), version: 1, bodies: { leadId: null, supporting: [] } })
    const result = await publishVersion(deps, office, { planId, note: 'First' })
    assert.ok(!result.ok && result.error.code === 'not-ready')
    assert.deepEqual(
      result.error.barriers.map(({ code }) => code),
      ['no-lead'],
    )
    assert.equal(await latestVersion(deps.db, planId), undefined)
  })

  it('is refused when nothing has changed, also when a change was taken back', async () => {
    const deps = await begin()
    const { planId, idOf } = await aPublishedPlan(deps)
    const again = async () => codeOf(await publishVersion(deps, office, { planId, note: 'Again' }))
    assert.equal(await again(), 'nothing-changed')
    const edit = { nodeId: idOf('streets'), text: 'About streets.' }
    await editNode(deps, office, { ...edit, version: 1, title: 'Calm' })
    await editNode(deps, office, { ...edit, version: 2, title: 'Safer streets' })
    assert.equal(await again(), 'nothing-changed')
  })

  it('is refused when the draft is no longer the one that was looked at', async () => {
    const deps = await begin()
    const { planId } = await aDraftPlan(deps)
    await assert.rejects(publishVersion(deps, office, { planId, note: 'x', seen: 'another fingerprint' }), Conflict)
  })
})
