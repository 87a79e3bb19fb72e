import {
  addNode,
  assignBodies,
  editNode,
  importPlan,
  moveNode,
  type PlanNode,
  planFromFile,
  planTree,
  publishVersion,
} from '#modules/plan/index.js'
import { asBefore, type PlacedPart, type PlanPart, partsOf, placeIn } from '../domain/plan-part.js'
import type { PlanInFile, PlanRevision } from './content.js'
import { informPlans } from './make-measures.js'
import { asAccount, ContentProblem, done, idOf, type Making, type Moment } from './making.js'

/** The days on which plans were published, and published again. */
export function planMoments(making: Making): Moment[] {
  return making.content.plans.flatMap((plan) => {
    const { title, publishedOn, revision } = plan
    const first = { on: publishedOn, says: `${title}, version 1`, run: () => issue(making, plan) }
    if (!revision) return [first]
    return [first, { on: revision.publishedOn, says: `${title}, version 2`, run: () => revise(making, plan, revision) }]
  })
}

async function issue(making: Making, { key, parts, file, revision }: PlanInFile): Promise<void> {
  const { deps, organisationIds, planIds, nodeIds } = making
  const officer = asAccount(making, 'policy-officer')
  const nodes = revision ? asBefore(parts, revision.before) : parts
  const bodyId = idOf(making.bodyIds, 'body', key)
  const read = planFromFile({ ...file, nodes }, bodyId, organisationIds)
  if (!read.ok) throw new ContentProblem(`${key}.json: ${read.error.join('; ')}`)
  const imported = done(await importPlan(deps, officer, read.value), key)
  planIds.set(key, imported.planId)
  for (const [part, id] of imported.nodeIdsByKey) nodeIds.set(`${key}/${part}`, id)
  const publication = { planId: imported.planId, note: 'As first issued.' }
  done(await publishVersion(deps, officer, publication), `Version 1 of ${key}`)
  await informPlans(making)
}

async function revise(making: Making, plan: PlanInFile, { note, before }: PlanRevision): Promise<void> {
  const change = changer(making, plan)
  for (const key of before.absent) await change.add(key)
  for (const { key } of before.worded) await change.reword(key)
  for (const { key } of before.placed) await change.move(key)
  for (const { key } of before.led) await change.assign(key)
  const publication = { planId: idOf(making.planIds, plan.key, 'The revision'), note }
  const officer = asAccount(making, 'policy-officer')
  done(await publishVersion(making.deps, officer, publication), `Version 2 of ${plan.key}`)
  await informPlans(making)
}

/** Makes one part at a time what the plan's file says. */
function changer(making: Making, plan: PlanInFile) {
  const { deps, nodeIds } = making
  const officer = asAccount(making, 'policy-officer')
  const planId = idOf(making.planIds, plan.key, 'The revision')
  const idOfPart = (key: string) => idOf(nodeIds, `${plan.key}/${key}`, 'The revision')
  const seen = async (key: string) => {
    const { id: nodeId, version } = await nodeNow(making, planId, idOfPart(key))
    return { nodeId, version }
  }
  const move = async (key: string) => {
    const { parent } = wanted(plan, key)
    const destination = { parentId: parent && idOfPart(parent), place: placeIn(plan.parts, key) }
    done(await moveNode(deps, officer, { ...(await seen(key)), ...destination }), key)
  }
  return {
    move,
    add: async (key: string) => {
      const { part, parent } = wanted(plan, key)
      const { levelId } = await nodeNow(making, planId, idOfPart(ofSameLevel(plan, part)))
      const { title, text } = part
      const request = { planId, levelId, parentId: parent && idOfPart(parent), title, text }
      const node = done(await addNode(deps, officer, { ...request, bodies: bodiesOf(making, part) }), key)
      nodeIds.set(`${plan.key}/${key}`, node.id)
      await move(key)
    },
    reword: async (key: string) => {
      const { title, text } = wanted(plan, key).part
      done(await editNode(deps, officer, { ...(await seen(key)), title, text }), key)
    },
    assign: async (key: string) => {
      const bodies = bodiesOf(making, wanted(plan, key).part)
      done(await assignBodies(deps, officer, { ...(await seen(key)), bodies }), key)
    },
  }
}

/** A part as the plan's file has it. */
function wanted({ key: plan, parts }: PlanInFile, key: string): PlacedPart {
  const found = partsOf(parts).find(({ part }) => part.key === key)
  if (!found) throw new ContentProblem(`${plan} has no part '${key}'`)
  return found
}

/** The key of another part of the same level, which stands in the plan already. */
function ofSameLevel({ key, parts, revision }: PlanInFile, { level }: PlanPart): string {
  const others = partsOf(parts).filter(({ part }) => part.level === level)
  const other = others.find(({ part }) => !revision?.before.absent.includes(part.key))
  if (!other) throw new ContentProblem(`${key} has no part of level '${level}' from the start`)
  return other.part.key
}

function bodiesOf({ organisationIds }: Making, { key, lead, supporting }: PlanPart) {
  return {
    leadId: lead && idOf(organisationIds, lead, key),
    supporting: supporting.map(({ organisation, role }) => ({
      organisationId: idOf(organisationIds, organisation, key),
      part: role,
    })),
  }
}

async function nodeNow({ deps }: Making, planId: string, nodeId: string): Promise<PlanNode> {
  const node = (await planTree(deps.db, planId))?.nodes.find(({ id }) => id === nodeId)
  if (!node) throw new ContentProblem('A part of the plan was lost')
  return node
}
