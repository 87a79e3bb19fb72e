import { currentBody } from '#modules/body/index.js'
import { publishedUpdates } from '#modules/delivery/index.js'
import { publishedMeasures } from '#modules/measures/index.js'
import { type PublishedPlan, publishedPlans, versionsOf } from '#modules/plan/index.js'
import { actionHref, allPlanPictures, type PlanPicture, planHref } from '#modules/public-site/index.js'
import { publishedReports, readersOf } from '#modules/reports/index.js'
import { config } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import { ATOM, file } from '#platform/web/file.js'
import { atomFeed, FEED_LENGTH, type FeedEntry } from '../domain/atom-feed.js'

/** One entry for each publication, the newest fifty. */
export const feed = file('/feed.atom', {
  permission: 'site:read',
  respond: async ({ deps }) => {
    const body = await currentBody(deps.db, deps.today())
    const name = body?.name ?? 'Local policing body'
    const xml = atomFeed({
      id: body?.id ?? 'feed',
      title: `${name}: what was published`,
      author: body?.officeName ?? name,
      site: config().publicUrl,
      entries: await entries(deps),
    })
    return { type: ATOM, body: xml }
  },
})

async function entries(deps: Deps): Promise<FeedEntry[]> {
  const plans = await publishedPlans(deps.db)
  const pictures = await allPlanPictures(deps)
  const lists = await Promise.all([
    ...plans.map((plan) => versionEntries(deps, plan)),
    ...pictures.map((picture) => updateEntries(deps, picture)),
    measureEntries(deps),
    reportEntries(deps),
  ])
  return lists.flat()
}

async function versionEntries(deps: Deps, plan: PublishedPlan): Promise<FeedEntry[]> {
  return (await versionsOf(deps.db, plan.planId)).map(({ id, number, note, publishedAt, content }) => ({
    ...{ id, publishedAt },
    title: `${content.plan.title}: version ${number}`,
    href: number === 1 ? `${planHref(plan)}/versions/1` : `${planHref(plan)}/changes/${number - 1}/${number}`,
    summary: note || 'A new version of the plan.',
  }))
}

async function updateEntries(deps: Deps, picture: PlanPicture): Promise<FeedEntry[]> {
  const shown = new Map(picture.delivery.actions.map((each) => [each.action.id, each]))
  const updates = await publishedUpdates(deps.db, picture.plan.planId, FEED_LENGTH)
  return updates.flatMap(({ update: { id, publishedAt, text }, action }) => {
    const each = shown.get(action.id)
    if (!each || publishedAt === null) return []
    return [{ id, publishedAt, title: `Update: ${action.title}`, href: actionHref(picture, each), summary: text }]
  })
}

async function measureEntries(deps: Deps): Promise<FeedEntry[]> {
  return (await publishedMeasures(deps.db)).flatMap(({ id, slug, title, definition, publishedAt }) =>
    publishedAt === null
      ? []
      : [{ id, publishedAt, title: `Measure: ${title}`, href: `/measures/${slug}`, summary: definition }],
  )
}

async function reportEntries(deps: Deps): Promise<FeedEntry[]> {
  return (await publishedReports(deps.db)).map(({ report, publication: { id, number, publishedAt } }) => ({
    ...{ id, publishedAt },
    title: number === 1 ? `Report: ${report.title}` : `Report, corrected: ${report.title}`,
    href: `/reports/${report.slug}`,
    summary: `For the ${readersOf(report)}.`,
  }))
}
