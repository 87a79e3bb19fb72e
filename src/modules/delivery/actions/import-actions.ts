import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { actionsOfPlan } from '../data/action.queries.js'
import { insertAction } from '../data/delivery.store.js'
import type { Action, ActionDraft, ActionRefusal, Milestone } from '../domain/action.js'
import type { UpdateDraft, UpdateRefusal } from '../domain/update.js'
import { problemWithDraft } from './check-draft.js'
import { keepUpdate } from './record-update.js'

/** One action of a file. Milestones and the updates that complete them name each other by `key`. */
export type ImportedAction = ActionDraft & {
  readonly key: string
  readonly milestones: readonly (Pick<Milestone, 'title' | 'dueOn'> & { readonly key: string })[]
  /** Oldest first. `completes` holds keys of milestones. Leave empty to record them under clocks of their own. */
  readonly updates: readonly UpdateDraft[]
}

/** The ids that the imported things were given, by their keys in the file. */
export type Imported = {
  readonly actionIds: Readonly<Record<string, string>>
  /** By the action's key, then the milestone's. */
  readonly milestoneIds: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly updateIds: readonly string[]
}

/** Which action of the file was refused, and why. Nothing of the file was kept. */
export type ImportRefusal = { readonly key: string; readonly problem: ActionRefusal | UpdateRefusal }

type Request = { readonly planId: string; readonly actions: readonly ImportedAction[] }

/** Takes in actions with their milestones and updates: all of them, or none. Nothing is public until it is published. */
export async function importActions(
  deps: Deps,
  actor: Actor,
  { planId, actions }: Request,
): Promise<Result<Imported, ImportRefusal>> {
  requirePermission(actor, 'delivery:edit')
  try {
    return await deps.db.transaction(async (tx) => {
      const imported = {
        actionIds: new Map<string, string>(),
        milestoneIds: new Map<string, Ids>(),
        updateIds: [] as string[],
      }
      const others = await actionsOfPlan(tx, planId)
      const taken = new Set(others.map(({ slug }) => slug))
      let position = Math.max(0, ...others.map((other) => other.position))
      for (const each of actions) {
        position += 1
        const kept = await importOne(deps, actor, tx, { planId, position, taken, each })
        imported.actionIds.set(each.key, kept.actionId)
        imported.milestoneIds.set(each.key, kept.milestoneIds)
        imported.updateIds.push(...kept.updateIds)
      }
      const { actionIds, milestoneIds, updateIds } = imported
      return ok({ actionIds: Object.fromEntries(actionIds), milestoneIds: Object.fromEntries(milestoneIds), updateIds })
    })
  } catch (problem) {
    if (problem instanceof Refused) return err(problem.refusal)
    throw problem
  }
}

type Ids = Readonly<Record<string, string>>
type Place = { planId: string; position: number; taken: Set<string>; each: ImportedAction }

async function importOne(deps: Deps, actor: Actor, tx: Tx, { planId, position, taken, each }: Place) {
  const { key, milestones, updates, ...draft } = each
  const problem = await problemWithDraft(tx, planId, draft, milestones)
  if (problem) throw new Refused({ key, problem })
  const slug = freeSlug(draft.title, taken)
  taken.add(slug)
  const steps = milestones.map(({ title, dueOn }, index) => ({ id: deps.newId(), title, dueOn, position: index + 1 }))
  const milestoneIds = Object.fromEntries(milestones.map((milestone, index) => [milestone.key, steps[index]?.id ?? '']))
  const fixed = { id: deps.newId(), planId, slug, position, publishedAt: null, version: 1 }
  const action: Action = { ...draft, ...fixed, milestones: steps }
  await insertAction(tx, action)
  await deps.audit(tx, actor, {
    action: 'delivery.import-action',
    subject: `delivery.action:${action.id}`,
    detail: { title: draft.title, nodeId: draft.nodeId, leadId: draft.leadId, milestones: milestones.length },
  })
  const updateIds: string[] = []
  for (const update of updates) {
    const completes = update.completes.map((milestone) => milestoneIds[milestone] ?? milestone)
    const kept = await keepUpdate(deps, actor, tx, { action, draft: { ...update, completes } })
    if (!kept.ok) throw new Refused({ key, problem: kept.error })
    updateIds.push(kept.value.id)
  }
  return { actionId: action.id, milestoneIds, updateIds }
}

/** Undoes the whole transaction. */
class Refused extends Error {
  readonly refusal: ImportRefusal
  constructor(refusal: ImportRefusal) {
    super(`${refusal.key}: ${refusal.problem.code}`)
    this.refusal = refusal
  }
}
