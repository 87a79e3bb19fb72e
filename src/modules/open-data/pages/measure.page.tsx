import { canCompare } from '#modules/comparisons/index.js'
import {
  addressWith,
  askedDay,
  dueDays,
  frameworks,
  type InformedPlace,
  labelsOf,
  type Measure,
  type MeasureLabel,
  MeasureView,
  measureFacts,
  publicPicture,
  publicView,
  publishedMeasureBySlug,
} from '#modules/measures/index.js'
import { type PublishedPlan, publishedPlans, rootOf } from '#modules/plan/index.js'
import { partHref } from '#modules/public-site/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Notice } from '#ui/components.js'
import { formatDate } from '#ui/format.js'

export const measurePage = page('/measures/:measure', {
  permission: 'site:read',
  load: async ({ deps, params, query }) => {
    const measure = found(await publishedMeasureBySlug(deps.db, params.measure))
    const { knownOn } = askedDay(query, deps.today())
    const picture = await publicPicture(deps.db, measure, await dueDays(deps, knownOn))
    const asked = { address: `/measures/${measure.slug}`, query, today: deps.today(), view: await publicView(deps.db) }
    const plans = await publishedPlans(deps.db)
    return {
      picture,
      facts: await measureFacts(deps.db, picture, asked),
      informs: informedBy(measure.nodeIds, plans),
      labels: await publicLabels(deps, measure, plans),
      isCompared: await canCompare(deps, measure, true),
    }
  },
  title: ({ picture }) => picture.measure.title,
  view: ({ picture, facts, informs, labels, isCompared }) => {
    const { nextDue } = picture
    const { address, asked } = facts.reading
    const data = `${address}/data`
    return (
      <MeasureView
        {...{ picture, facts, informs, labels }}
        links={{ csv: `${data}.csv`, xlsx: `${data}.xlsx`, json: `${data}.json` }}
      >
        {nextDue?.isPast && !asked.knownOn ? (
          <Notice>
            <p>These are not new figures: the next have been due since {formatDate(nextDue.on)}.</p>
          </Notice>
        ) : null}
        {isCompared ? (
          <p>
            <a href={addressWith(`${address}/compare`, { 'as-known-on': asked.knownOn })}>Compare with other areas</a>
          </p>
        ) : null}
      </MeasureView>
    )
  },
})

/** What published plans and frameworks call it: a plan that is only drafted is not named. */
async function publicLabels(
  { db }: Deps,
  measure: Measure,
  plans: readonly PublishedPlan[],
): Promise<readonly MeasureLabel[]> {
  const named = new Set([
    ...plans.map(({ content }) => content.plan.title),
    ...(await frameworks(db)).map(({ framework }) => framework.name),
  ])
  return (await labelsOf(db, measure)).filter(({ where }) => named.has(where))
}

/** The published parts of plans that a measure informs, the newest plan first. */
function informedBy(nodeIds: readonly string[], plans: readonly PublishedPlan[]): InformedPlace[] {
  return plans.flatMap((plan) =>
    plan.content.nodes
      .filter(({ id }) => nodeIds.includes(id))
      .map((part) => {
        const theme = rootOf(plan.content, part.id) ?? part
        return {
          href: partHref(plan, theme, part),
          label: `${part.title} (${theme.title}, ${plan.content.plan.title})`,
        }
      }),
  )
}
