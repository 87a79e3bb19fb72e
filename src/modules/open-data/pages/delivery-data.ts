import { type ActionPicture, statusText } from '#modules/delivery/index.js'
import { actionHref, type PlanPicture } from '#modules/public-site/index.js'
import type { Cell } from '#platform/csv.js'
import { columnsOf, type DataSet } from './data-set.js'
import type { Records } from './records.js'

/** Every published action with its state. */
export const actionData: DataSet = {
  name: 'actions',
  title: 'Actions',
  about:
    'What organisations have undertaken to do under the published plans, and how each action stands by its milestones and updates.',
  columns: columnsOf({
    plan: 'The plan, as in its address',
    theme: 'The theme it serves',
    part: 'The part of the plan it stands under',
    part_id: 'The identifier of that part',
    id: 'The identifier of the action',
    title: 'What is to be done',
    description: 'More about it',
    lead: 'The organisation that answers for it; empty when nobody does yet',
    partners: 'Those who help, separated by semicolons',
    starts_on: 'The day it starts',
    due_on: 'The day it is due',
    state: 'How it stands',
    why: 'Why, in a sentence',
    reason_given: 'The reason, where a person set the state',
    last_update_on: 'The day that the newest published update speaks of',
    updated_in_time: 'yes or no: an open action must be reported on within a quarter',
    milestones_done: 'How many milestones are done',
    milestones: 'How many there are',
    as_at: 'The day of the state',
    address: 'Where it can be read on this site',
  }),
  rows: (records) => forEachAction(records, (picture, each) => [actionRow(picture, each)]),
}

/** Every milestone of every published action. */
export const milestoneData: DataSet = {
  name: 'milestones',
  title: 'Milestones',
  about: 'The dated steps of each published action.',
  columns: columnsOf({
    action_id: 'The identifier of the action',
    action: 'The action',
    milestone: 'The step',
    due_on: 'The day it is due',
    done_on: 'The day of the update that says it is done; empty until then',
    is_late: 'yes or no: past its day and not done',
    as_at: 'The day of that judgement',
  }),
  rows: (records) =>
    forEachAction(records, ({ asAt }, { action, report }) =>
      report.milestones.map(({ title, dueOn, doneOn, isLate }) => [
        ...[action.id, action.title, title, dueOn, doneOn],
        yesOrNo(isLate),
        asAt,
      ]),
    ),
}

/** Every published update. */
export const updateData: DataSet = {
  name: 'updates',
  title: 'Updates',
  about:
    'The published accounts of what was done, with their evidence. An update is never altered: a correction is a newer one.',
  columns: columnsOf({
    id: 'The identifier of the update',
    action_id: 'The identifier of the action',
    action: 'The action',
    on: 'The day it speaks of',
    text: 'What was done',
    completes: 'The milestones that it says are done, separated by semicolons',
    evidence: 'What shows that it is true',
    evidence_url: 'Where that can be read',
    state_set: 'The state, where a person set it',
    reason_given: 'The reason for that',
    published_at: 'When it was published, in UTC',
  }),
  rows: (records) =>
    forEachAction(records, (_, { action, updates }) => {
      const titles = new Map(action.milestones.map(({ id, title }) => [id, title]))
      return updates.map((update) => [
        ...[update.id, action.id, action.title, update.on, update.text],
        update.completes.map((id) => titles.get(id) ?? '').join('; '),
        update.evidence?.title ?? null,
        update.evidence?.url ?? null,
        update.override ? statusText(update.override.status) : null,
        update.override?.reason ?? null,
        update.publishedAt,
      ])
    }),
}

async function forEachAction(
  records: Records,
  rowsOf: (picture: PlanPicture, each: ActionPicture) => readonly (readonly Cell[])[],
): Promise<(readonly Cell[])[]> {
  const pictures = await records.plans()
  return pictures.flatMap((picture) => picture.delivery.actions.flatMap((each) => rowsOf(picture, each)))
}

function actionRow(picture: PlanPicture, each: ActionPicture): Cell[] {
  const { action, report } = each
  const { plan, themes, names, asAt } = picture
  const nameOf = (id: string) => names.get(id)?.name ?? ''
  return [
    plan.slug,
    themes.find(({ nodeIds }) => nodeIds.has(action.nodeId))?.node.title ?? null,
    plan.content.nodes.find(({ id }) => id === action.nodeId)?.title ?? null,
    ...[action.nodeId, action.id, action.title, action.description],
    action.leadId === null ? null : nameOf(action.leadId),
    action.partnerIds.map(nameOf).join('; '),
    ...[action.startsOn, action.dueOn, statusText(report.status), report.why],
    report.reason ?? null,
    report.lastUpdateOn,
    yesOrNo(!report.isStale),
    report.milestones.filter(({ doneOn }) => doneOn !== null).length,
    report.milestones.length,
    asAt,
    actionHref(picture, each),
  ]
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no'
}
