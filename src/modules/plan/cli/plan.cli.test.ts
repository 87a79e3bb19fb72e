import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { NotFound } from '#platform/errors.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aDraftPlan, aPublishedPlan } from '#test/support/draft-plan.js'
import { editNode } from '../actions/edit-node.js'
import { moveNode } from '../actions/move-node.js'
import { publishVersion } from '../actions/publish-version.js'
import { planBySlug, planTree } from '../data/plan.queries.js'
import { comparePlanCommand } from './compare.cli.js'
import { importPlanCommand } from './import.cli.js'
import { listPlansCommand } from './list.cli.js'
import { publishPlanCommand } from './publish.cli.js'
import { showPlanCommand } from './show.cli.js'
import { verifyPlanCommand } from './verify.cli.js'

const SLUG = 'police-and-crime-plan-2021-to-2025'

async function office() {
  const deps = testDeps(await openTestDb())
  const said: string[] = []
  const say = (message: string) => said.push(message)
  const run = (command: Command, args: readonly string[] = [], options: Record<string, string> = {}) =>
    command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
  return { deps, said, run }
}

describe('the commands for plans', () => {
  it('list plans with their planning period, version and standing', async () => {
    const { deps, run } = await office()
    await aPublishedPlan(deps)
    assert.deepEqual((await run(listPlansCommand)).lines, [`${SLUG}  2021-12-01 to 2025-03-31  version 1, in force`])
  })

  it('show the draft, or a version as it was', async () => {
    const { deps, run } = await office()
    const { idOf } = await aPublishedPlan(deps)
    await editNode(deps, SYSTEM, { nodeId: idOf('streets'), version: 1, title: 'Calmer streets', text: '' })
    assert.ok((await run(showPlanCommand, [SLUG])).lines.includes('Theme: Calmer streets (Office)'))
    const { lines } = await run(showPlanCommand, [SLUG], { version: '1' })
    assert.match(lines[0] ?? '', /^Version 1, published 2025-04-30T12:00:00.000Z, SHA-256 [0-9a-f]{64}$/)
    assert.ok(lines.includes('  Commitment: Patrol the worst streets (Wessex Police)'))
    await assert.rejects(run(showPlanCommand, [SLUG], { version: '9' }), NotFound)
    await assert.rejects(run(showPlanCommand, ['elsewhere']), NotFound)
  })

  it('say what changed between two versions', async () => {
    const { deps, run } = await office()
    const { planId, idOf } = await aPublishedPlan(deps)
    const node = { nodeId: idOf('streets'), version: 1 }
    await editNode(deps, SYSTEM, { ...node, title: 'Safer town streets', text: 'About streets.' })
    await moveNode(deps, SYSTEM, { nodeId: idOf('patrols'), version: 1, parentId: idOf('fairness'), place: 1 })
    await publishVersion(deps, SYSTEM, { planId, note: 'Second' })
    assert.deepEqual((await run(comparePlanCommand, [SLUG, '1', '2'])).lines, [
      'reworded: Theme “Safer town streets”; title: Safer {+town +}streets',
      'moved: Commitment “Patrol the worst streets”; From place 1 under “Safer streets” to place 1 under “Fair policing”',
    ])
    assert.deepEqual((await run(comparePlanCommand, [SLUG, '2', '2'])).lines, ['Nothing changed'])
    for (const odd of ['x', '0', '1.5', '1e0', '-1']) {
      await assert.rejects(run(comparePlanCommand, [SLUG, '1', odd]), NotFound)
    }
  })

  it('publish a draft with a note, and refuse when nothing has changed', async () => {
    const { deps, run, said } = await office()
    await aDraftPlan(deps)
    await assert.rejects(run(publishPlanCommand, [SLUG]), UsageError)
    assert.match(
      (await run(publishPlanCommand, [SLUG], { note: 'First' })).lines[0] ?? '',
      /version 1 published, SHA-256/,
    )
    assert.equal((await run(publishPlanCommand, [SLUG], { note: 'Again' })).refused, true)
    assert.deepEqual(said, ['Nothing has changed since version 1'])
  })

  it('find sound what nobody has touched', async () => {
    const { deps, run } = await office()
    await aPublishedPlan(deps)
    const answer = await run(verifyPlanCommand)
    assert.deepEqual([answer.refused, answer.lines], [false, [`sound  ${SLUG}  version 1`, '1 of 1 sound']])
  })
})

const FILE = {
  title: 'A plan from a file',
  vision: 'A vision',
  electionOn: '2021-05-06',
  nextElectionOn: '2024-05-02',
  startsOn: '2021-12-01',
  levels: [{ key: 'theme', name: 'Theme', plural: 'Themes', parent: null, tracked: true, holdsActions: true }],
  nodes: [
    {
      ...{ key: 'a', level: 'theme', title: 'A theme', lead: 'wessex-police', children: [] },
      supporting: [{ organisation: 'council', role: 'Helps' }],
    },
  ],
}

describe('taking in a plan from a file', () => {
  const root = mkdtempSync(join(tmpdir(), 'frankpledge-plan-'))
  after(() => rmSync(root, { recursive: true }))
  const fileOf = async (content: unknown, name = 'plan.json') => {
    const path = join(await mkdtemp(join(root, 'file-')), name)
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }

  it('finds bodies by the key that their name makes, or by a file of organisations', async () => {
    const { deps, run } = await office()
    const { forceId, councilId } = await aBodyWithPartners(deps)
    const organisations = await fileOf({ organisations: [{ key: 'council', name: 'Melchester Council' }] })
    const { lines } = await run(importPlanCommand, [await fileOf(FILE)], { organisations })
    assert.deepEqual(lines, ['a-plan-from-a-file: taken in as a draft, 1 part'])
    const plan = await planBySlug(deps.db, 'a-plan-from-a-file')
    const tree = await planTree(deps.db, plan?.id ?? '')
    assert.deepEqual(
      tree?.nodes[0]?.bodies.map(({ organisationId }) => organisationId),
      [forceId, councilId],
    )
  })

  it('tells everything that is wrong and takes nothing in', async () => {
    const { deps, run, said } = await office()
    await aBodyWithPartners(deps)
    assert.equal((await run(importPlanCommand, [await fileOf(FILE)])).refused, true)
    assert.equal((await run(importPlanCommand, [await fileOf({ ...FILE, startsOn: '2021-02-30' })])).refused, true)
    assert.deepEqual(said, ['There is no body council in this office', 'startsOn: must be a date like 2021-05-06'])
    assert.equal((await run(listPlansCommand)).lines.length, 0)
  })

  it('says when there is no such file, or it is not JSON', async () => {
    const { deps, run } = await office()
    await aBodyWithPartners(deps)
    await assert.rejects(run(importPlanCommand, [await fileOf('{')]), UsageError)
    await assert.rejects(run(importPlanCommand, ['nowhere.json']), UsageError)
  })

  it('refuses a text that no register can keep, and says where it stands', async () => {
    const { deps, run } = await office()
    await aBodyWithPartners(deps)
    for (const title of ['A plan\0', 'Half \ud83d'])
      await assert.rejects(
        run(importPlanCommand, [await fileOf({ ...FILE, title })]),
        /title has a character that cannot/,
      )
  })
})
