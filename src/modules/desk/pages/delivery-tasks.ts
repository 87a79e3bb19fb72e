import {
  type DeliveryPicture,
  type DeliveryTask,
  deliveryFor,
  deliveryTasks,
  ownOrganisations,
} from '#modules/delivery/index.js'
import { type PlanTree, pathTo, planInForce, planTree } from '#modules/plan/index.js'
import { type Actor, may } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { countOf, formatDate } from '#ui/format.js'
import { collapsed, lastUpdateInWords, type Task } from '../domain/task.js'

/** The delivery of the plan in force, by all that is recorded, with the plan as its draft stands. */
export type CurrentDelivery = { readonly tree: PlanTree; readonly picture: DeliveryPicture }

/** What is being delivered today, if a plan is in force. */
export async function currentDelivery({ db, today }: Deps): Promise<CurrentDelivery | undefined> {
  const current = await planInForce(db, today())
  const tree = current && (await planTree(db, current.planId))
  return tree && { tree, picture: await deliveryFor(db, tree.plan.id, today()) }
}

/** What waits for this person's organisation among the actions; the office also gives owners to those without one. */
export async function tasksOfDelivery(deps: Deps, actor: Actor, { tree, picture }: CurrentDelivery): Promise<Task[]> {
  const isOffice = may(actor, 'delivery:edit')
  const organisationIds = await ownOrganisations(deps, actor, tree.plan.bodyId)
  const tasks = deliveryTasks(picture, { organisationIds, givesOutWork: isOffice })
  const orphans = tasks.filter(({ kind }) => kind === 'owner').map((task) => taskFor(task, tree))
  return [
    ...tasks.filter(({ kind }) => kind !== 'owner').map((task) => taskFor(task, tree)),
    ...collapsed(orphans, 2, {
      title: `${countOf(orphans.length, 'action has', 'actions have')} no owner`,
      detail: 'The public sees that nobody answers for them.',
      verb: 'Name owners',
      href: '/staff/actions',
    }),
  ]
}

function taskFor(task: DeliveryTask, tree: PlanTree): Task {
  const { action, report } = task.picture
  const place = pathTo(tree, action.nodeId)[0]?.title ?? tree.plan.title
  const common = { dueOn: task.dueOn, verb: 'Write update', href: `/staff/actions/${action.id}/updates/new` }
  switch (task.kind) {
    case 'owner':
      return {
        ...common,
        title: `${action.title}: nobody leads`,
        detail: `${place}. The public sees that it has no owner.`,
        verb: 'Name owner',
        href: `/staff/actions/${action.id}/edit`,
      }
    case 'milestone':
      return {
        ...common,
        title: action.title,
        detail: `${place}. Milestone “${task.milestone.title}”, due ${formatDate(task.milestone.dueOn)}.`,
      }
    case 'update':
      return {
        ...common,
        title: `${action.title}: progress update`,
        detail: `${place}. You lead. ${lastUpdateInWords(report.lastUpdateOn)}.`,
      }
  }
}
