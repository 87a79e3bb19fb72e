import { type Organisation, organisationNames, organisationsOf } from '#modules/body/index.js'
import { allPlans, type PlanTree, pathTo, planInForce, planTree } from '#modules/plan/index.js'
import type { Actor } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { requireTheirs } from '../actions/scope.js'
import { type StaffAction, staffAction } from '../data/delivery.queries.js'
import type { Names } from './words.js'

/** The plan that a list begins with: the one asked for, else the one in force, else the newest draft. */
export async function chosenPlan({ db, today }: Deps, slug: string | undefined): Promise<PlanTree | undefined> {
  const plans = await allPlans(db)
  const asked = plans.find((plan) => plan.slug === slug)?.id
  const id = asked ?? (await planInForce(db, today()))?.planId ?? plans[0]?.id
  return id === undefined ? undefined : planTree(db, id)
}

/** What every page about one action needs. */
export type LoadedAction = StaffAction & { readonly tree: PlanTree; readonly names: Names }

/** One action with its place in the plan; refused to those whose organisation has no part in it. */
export async function loadAction(deps: Deps, actor: Actor, id: string): Promise<LoadedAction> {
  const loaded = found(await staffAction(deps.db, id, deps.today()), 'There is no such action')
  requireTheirs(actor, loaded.recorded.action)
  const tree = found(await planTree(deps.db, loaded.recorded.action.planId))
  return { ...loaded, tree, names: await organisationNames(deps.db) }
}

/** Where in the plan an action stands, from the theme down: "Crime prevention: Problem solving with partners". */
export function placeInWords(tree: PlanTree, nodeId: string): string {
  const path = pathTo(tree, nodeId)
  return path.length > 0 ? path.map(({ title }) => title).join(': ') : 'No longer in the plan'
}

/** The parts of a plan that may hold actions, each after its theme. */
export function placesForActions(tree: PlanTree): { value: string; text: string }[] {
  const holding = new Set(tree.levels.filter((level) => level.holdsActions).map((level) => level.id))
  return tree.nodes
    .filter((node) => holding.has(node.levelId))
    .map(({ id, title }) => ({ value: id, text: `${pathTo(tree, id)[0]?.title}: ${title}` }))
}

/** Whom an action may name: the organisations of the day, and those that it names already. */
export async function bodiesToName(
  { db, today }: { db: Db; today: Deps['today'] },
  bodyId: string,
  named: readonly string[],
): Promise<Pick<Organisation, 'id' | 'name'>[]> {
  const present = await organisationsOf(db, bodyId, today())
  const names = await organisationNames(db)
  const gone = named.filter((id) => !present.some((each) => each.id === id))
  return [...present, ...gone.flatMap((id) => ({ id, name: names.get(id)?.name ?? id }))]
}
