import { isoDate } from '#kernel/dates.js'
import { createAction, editMilestones, type UpdateDraft } from '#modules/delivery/index.js'
import { importPlan, publishVersion } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import { aBodyWithPartners } from './body.js'
import { SYSTEM } from './deps.js'

/** A published plan with one theme and two commitments, in an office that has partners. */
export async function anOfficeWithPlan(deps: Deps) {
  const body = await aBodyWithPartners(deps)
  const lead = { leadId: body.forceId, supporting: [], children: [] }
  const commitment = (key: string, title: string) => ({ key, level: 'commitment', title, text: '', ...lead })
  const imported = await importPlan(deps, SYSTEM, {
    plan: {
      bodyId: body.bodyId,
      title: 'Plan for Wessex',
      vision: 'A safer Wessex',
      electionOn: isoDate('2024-05-02'),
      nextElectionOn: isoDate('2028-05-04'),
      startsOn: isoDate('2024-09-01'),
    },
    levels: [
      { key: 'theme', parent: null, name: 'Theme', plural: 'Themes', isTracked: false, holdsActions: false },
      {
        ...{ key: 'commitment', parent: 'theme', name: 'Commitment', plural: 'Commitments' },
        ...{ isTracked: true, holdsActions: true },
      },
    ],
    nodes: [
      {
        ...{ key: 'prevention', level: 'theme', title: 'Crime prevention', text: 'Stop it early.', ...lead },
        children: [commitment('visits', 'Visit repeat victims'), commitment('youth', 'Work with young people')],
      },
    ],
  })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  const { planId, nodeIdsByKey } = imported.value
  const published = await publishVersion(deps, SYSTEM, { planId, note: 'First' })
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  const idOf = (key: string) => nodeIdsByKey.get(key) ?? ''
  return { ...body, planId, themeId: idOf('prevention'), visitsId: idOf('visits'), youthId: idOf('youth') }
}

/** The office above. */
export type OfficeWithPlan = Awaited<ReturnType<typeof anOfficeWithPlan>>

/** An action of that office from 1 January to 31 December 2025 with milestones on 31 March and 30 September. */
export async function anActionIn(
  deps: Deps,
  office: OfficeWithPlan,
  changes: { title?: string; leadId?: string | null; partnerIds?: string[]; nodeId?: string } = {},
) {
  const created = await createAction(deps, SYSTEM, {
    planId: office.planId,
    nodeId: office.visitsId,
    title: 'Visits within 48 hours',
    description: 'Every repeat victim is visited within 48 hours.',
    leadId: office.forceId,
    partnerIds: [],
    startsOn: isoDate('2025-01-01'),
    dueOn: isoDate('2025-12-31'),
    ...changes,
  })
  if (!created.ok) throw new Error(created.error.code)
  const milestones = [
    { id: null, title: 'Two teams trained', dueOn: isoDate('2025-03-31') },
    { id: null, title: 'All teams trained', dueOn: isoDate('2025-09-30') },
  ]
  const set = await editMilestones(deps, SYSTEM, { actionId: created.value.id, version: 1, milestones })
  if (!set.ok) throw new Error(set.error.code)
  return { ...created.value, milestones: set.value, version: 2 }
}

/** What a person says in an update of 30 April 2025. */
export function aDraft(changes: Partial<UpdateDraft> = {}): UpdateDraft {
  return { on: isoDate('2025-04-30'), text: 'Work goes on.', evidence: null, completes: [], override: null, ...changes }
}
