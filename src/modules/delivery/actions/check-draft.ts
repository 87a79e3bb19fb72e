import { organisationNames } from '#modules/body/index.js'
import { planTree } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import {
  type ActionDraft,
  type ActionRefusal,
  type Milestone,
  problemWithBodies,
  problemWithCount,
  problemWithDates,
} from '../domain/action.js'

/** What is wrong with an action as typed: its place in the plan, the bodies it names, its dates. */
export async function problemWithDraft(
  db: Db,
  planId: string,
  draft: ActionDraft,
  milestones: readonly Pick<Milestone, 'title' | 'dueOn'>[],
): Promise<ActionRefusal | undefined> {
  const { levels, nodes } = found(await planTree(db, planId), `There is no plan ${planId}`)
  const node = nodes.find(({ id }) => id === draft.nodeId)
  const level = levels.find(({ id }) => id === node?.levelId)
  if (!level?.holdsActions) return { code: 'node-holds-no-actions' }
  const known = new Set((await organisationNames(db)).keys())
  return problemWithBodies(draft, known) ?? problemWithCount(milestones) ?? problemWithDates(draft, milestones)
}
