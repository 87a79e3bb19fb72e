import { countOf } from '#kernel/words.js'
import { importActions, publishUpdates, recordUpdate } from '#modules/delivery/index.js'
import type { ActionInFile, UpdateInFile } from './content.js'
import { asAccount, ContentProblem, done, idOf, type Making, type Moment } from './making.js'

/** The days on which actions were laid down, and those on which somebody told of them. */
export function deliveryMoments(making: Making): Moment[] {
  const byPlan = Map.groupBy(making.content.actions, ({ plan }) => plan)
  return [...byPlan].flatMap(([plan, actions]) => {
    const [on] = actions.map(({ startsOn }) => startsOn).sort()
    if (!on) return []
    const title = making.content.plans.find(({ key }) => key === plan)?.title ?? plan
    const says = `${countOf(actions.length, 'action')} under the ${title}`
    return [
      { on, says, run: () => layDown(making, plan, actions) },
      ...actions.flatMap((each) => updateMoments(making, each)),
    ]
  })
}

async function layDown(making: Making, plan: string, actions: readonly ActionInFile[]): Promise<void> {
  const { deps, planIds, nodeIds, organisationIds } = making
  const officer = asAccount(making, 'policy-officer')
  const request = {
    planId: idOf(planIds, plan, 'delivery.json'),
    actions: actions.map(({ part, lead, partners, updates: _, plan: __, ...action }) => ({
      ...action,
      nodeId: idOf(nodeIds, `${plan}/${part}`, `delivery.json: ${action.key}`),
      leadId: lead && idOf(organisationIds, lead, `delivery.json: ${action.key}`),
      partnerIds: partners.map((key) => idOf(organisationIds, key, `delivery.json: ${action.key}`)),
      updates: [],
    })),
  }
  const imported = await importActions(deps, officer, request)
  if (!imported.ok) {
    const { key, problem } = imported.error
    throw new ContentProblem(`delivery.json: ${key} was refused: ${problem.code}`)
  }
  making.delivery.set(plan, imported.value)
  await publishUpdates(deps, officer, { updateIds: [], actionIds: Object.values(imported.value.actionIds) })
}

function updateMoments(making: Making, action: ActionInFile): Moment[] {
  return action.updates.map((update) => ({ on: update.on, says: null, run: () => tell(making, action, update) }))
}

async function tell(making: Making, { key, plan, lead }: ActionInFile, update: UpdateInFile): Promise<void> {
  const { on, text, evidence, completes, override, publish } = update
  const imported = making.delivery.get(plan)
  const milestones = new Map(Object.entries(imported?.milestoneIds[key] ?? {}))
  const what = `delivery.json: ${key}, update of ${on}`
  const request = {
    ...{ actionId: imported?.actionIds[key] ?? '', on, text, override },
    evidence: asOne(evidence),
    completes: completes.map((milestone) => idOf(milestones, milestone, what)),
  }
  const recorded = done(await recordUpdate(making.deps, asAccount(making, writerFor(lead)), request), what)
  if (publish) await publishUpdates(making.deps, asAccount(making, 'policy-officer'), { updateIds: [recorded.id] })
}

/** Whoever has an account writes; the office writes for everyone else. */
function writerFor(lead: string | null): 'constabulary' | 'partner' | 'policy-officer' {
  if (lead === 'constabulary') return 'constabulary'
  return lead === 'community-safety-partnerships' ? 'partner' : 'policy-officer'
}

/** An update has one line of evidence: two documents share it. */
function asOne(evidence: UpdateInFile['evidence']): { title: string; url: string | null } | null {
  if (evidence.length === 0) return null
  const url = evidence.find((each) => each.url !== null)?.url ?? null
  return { title: evidence.map(({ title }) => title).join('; '), url }
}
