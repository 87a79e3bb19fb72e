import { type Action, publishedUpdates } from '#modules/delivery/index.js'
import { type PublishedPlan, planInForce, rootOf } from '#modules/plan/index.js'
import { publishedReports, readersOf } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { formatDate } from '#ui/format.js'

/** Something that was made public, with where it is to be read. */
export type News = { readonly at: string; readonly title: string; readonly href: string; readonly what: string }

/** What was published lately of the plan in force, newest first. */
export async function publishedLately({ db, today }: Deps, most: number): Promise<News[]> {
  const plan = await planInForce(db, today())
  const reports = (await publishedReports(db)).map(({ report, publication }) => ({
    at: publication.publishedAt,
    title: report.title,
    href: `/reports/${report.slug}`,
    what: `Report for the ${readersOf(report)}`,
  }))
  const updates = plan ? await publishedUpdates(db, plan.planId, most) : []
  const progress = updates.map(({ update, action }) => ({
    at: update.publishedAt ?? '',
    title: action.title,
    href: placeOf(plan, action),
    what: `Progress update of ${formatDate(update.on)}`,
  }))
  const version = plan
    ? [
        {
          at: plan.publishedAt,
          title: plan.content.plan.title,
          href: `/plans/${plan.slug}`,
          what: `Plan, version ${plan.latest}`,
        },
      ]
    : []
  return [...reports, ...progress, ...version].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most)
}

/** Where the public reads of an action: among the actions of its theme. */
function placeOf(plan: PublishedPlan | undefined, { nodeId, slug }: Action): string {
  const theme = plan && rootOf(plan.content, nodeId)
  return plan && theme ? `/plans/${plan.slug}/themes/${theme.slug}/actions#${slug}` : '/delivery'
}
