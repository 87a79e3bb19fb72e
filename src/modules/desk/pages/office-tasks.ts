import { currentBody } from '#modules/body/index.js'
import { waitingToBePublished } from '#modules/delivery/index.js'
import { allMeasures, dueDays, type MeasurePicture, measurePictures } from '#modules/measures/index.js'
import { accountsToReview } from '#modules/people/index.js'
import { allPlans, type Plan, planTree, prospectOf } from '#modules/plan/index.js'
import { allReports, latestPublications, readersOf } from '#modules/reports/index.js'
import { type Actor, may } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { countOf, formatDate } from '#ui/format.js'
import { collapsed, isSoon, type Task } from '../domain/task.js'

/** What waits for the office beyond its own actions: publication, figures, drafts, reports. Only what the person may do. */
export async function tasksOfOffice(deps: Deps, actor: Actor): Promise<Task[]> {
  const sources: [boolean, (deps: Deps) => Promise<Task[]>][] = [
    [may(actor, 'people:manage'), bodyToFound],
    [may(actor, 'people:manage'), rolesToLookAt],
    [may(actor, 'plan:edit'), planToBegin],
    [may(actor, 'delivery:publish'), updatesToPublish],
    [may(actor, 'measures:edit'), measuresToMend],
    [may(actor, 'plan:publish'), plansToPublish],
    [may(actor, 'reports:edit'), reportsToFinish],
  ]
  const tasks: Task[] = []
  for (const [isTheirs, tasksOf] of sources) if (isTheirs) tasks.push(...(await tasksOf(deps)))
  return tasks
}

/** A new installation knows no office yet. */
async function bodyToFound({ db, today }: Deps): Promise<Task[]> {
  if (await currentBody(db, today())) return []
  const detail = 'Its name, its area and its force stand on every page.'
  return [{ dueOn: today(), title: 'No local policing body is founded', detail, verb: 'See how', href: '/staff/body' }]
}

async function rolesToLookAt({ db, today }: Deps): Promise<Task[]> {
  const count = await accountsToReview(db, today())
  if (count === 0) return []
  const title = `The roles of ${countOf(count, 'person', 'people')} to look at again`
  return [{ dueOn: today(), title, detail: 'Each once a year.', verb: 'Look at roles', href: '/staff/people' }]
}

/** Everything else hangs on a plan: a new office begins with one. */
async function planToBegin({ db, today }: Deps): Promise<Task[]> {
  if ((await allPlans(db)).length > 0 || !(await currentBody(db, today()))) return []
  const detail = 'Actions, measures and reports all hang on its parts.'
  return [{ dueOn: today(), title: 'There is no plan yet', detail, verb: 'Begin a plan', href: '/staff/plans/new' }]
}

async function updatesToPublish({ db, today }: Deps): Promise<Task[]> {
  const { updates, actions } = await waitingToBePublished(db)
  const count = updates.length > 0 ? countOf(updates.length, 'update') : countOf(actions.length, 'new action')
  const oldest = updates[0]
  if (updates.length + actions.length === 0) return []
  return [
    {
      dueOn: today(),
      title: `${count} not published yet`,
      detail: oldest
        ? `The oldest speaks of ${formatDate(oldest.update.on)}: ${oldest.action.title}.`
        : 'They have no updates yet.',
      verb: 'Check and publish',
      href: '/staff/publish',
    },
  ]
}

async function measuresToMend(deps: Deps): Promise<Task[]> {
  const pictures = await measurePictures(deps.db, await allMeasures(deps.db), await dueDays(deps))
  const drafts = pictures.filter(({ measure }) => measure.publishedAt === null).map((each) => draftTask(each, deps))
  const late = pictures.filter(({ measure }) => measure.publishedAt !== null).flatMap(lateTask)
  return [
    ...collapsed(drafts, 2, {
      title: `${countOf(drafts.length, 'measure is', 'measures are')} not published`,
      detail: 'Each says what it still lacks.',
      verb: 'See measures',
      href: '/staff/measures',
    }),
    ...collapsed(late, 2, {
      title: `${countOf(late.length, 'measure awaits', 'measures await')} newer figures`,
      detail: 'The public sees since when they have been due.',
      verb: 'See what is due',
      href: '/staff/measures/due',
    }),
  ]
}

function draftTask({ measure, latest }: MeasurePicture, { today }: Deps): Task {
  return {
    dueOn: today(),
    title: `${measure.title}: not published`,
    detail: latest ? 'It has figures.' : 'It has no figures yet.',
    verb: 'Open measure',
    href: `/staff/measures/${measure.id}`,
  }
}

function lateTask({ measure, nextDue }: MeasurePicture): Task[] {
  if (!nextDue?.isPast) return []
  return [
    {
      dueOn: nextDue.on,
      title: `${measure.title}: newer figures`,
      detail: `Due since ${formatDate(nextDue.on)} from: ${measure.source}.`,
      verb: 'Take in figures',
      href: '/staff/measures/import',
    },
  ]
}

async function plansToPublish(deps: Deps): Promise<Task[]> {
  const tasks: Task[] = []
  for (const plan of await allPlans(deps.db)) tasks.push(...(await planTask(deps, plan)))
  return tasks
}

async function planTask({ db, today }: Deps, plan: Plan): Promise<Task[]> {
  const task = { dueOn: today(), verb: 'See what changed', href: `/staff/plans/${plan.id}/publish` }
  const tree = found(await planTree(db, plan.id))
  const { last, changes } = await prospectOf(db, tree, today())
  if (!last)
    return [{ ...task, title: `${plan.title}: never published`, detail: 'A draft so far.', verb: 'Check and publish' }]
  if (changes.length === 0) return []
  const detail = `The draft differs from version ${last.number}, published ${formatDate(last.publishedAt)}.`
  return [{ ...task, title: `${plan.title}: ${countOf(changes.length, 'change')} not published`, detail }]
}

async function reportsToFinish({ db, today }: Deps): Promise<Task[]> {
  const published = await latestPublications(db)
  const open = (await allReports(db)).filter(({ id, meetingOn }) => isSoon(meetingOn, today()) && !published.has(id))
  return open.map((report) => ({
    dueOn: report.meetingOn,
    title: report.title,
    detail: `For the ${readersOf(report)} on ${formatDate(report.meetingOn)}. Not published yet.`,
    verb: 'Open report',
    href: `/staff/reports/${report.id}`,
  }))
}
