import { canCompare } from '#modules/comparisons/index.js'
import {
  dueDays,
  type InformedPlace,
  MeasureView,
  publicPicture,
  publishedMeasureBySlug,
} from '#modules/measures/index.js'
import { type PublishedPlan, publishedPlans, rootOf } from '#modules/plan/index.js'
import { partHref } from '#modules/public-site/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Notice } from '#ui/components.js'
import { formatDate } from '#ui/format.js'

export const measurePage = page('/measures/:measure', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const measure = found(await publishedMeasureBySlug(deps.db, params.measure))
    const picture = await publicPicture(deps.db, measure, await dueDays(deps))
    const informs = informedBy(measure.nodeIds, await publishedPlans(deps.db))
    return { picture, informs, isCompared: await canCompare(deps, measure, true) }
  },
  title: ({ picture }) => picture.measure.title,
  view: ({ picture, informs, isCompared }) => {
    const { measure, nextDue } = picture
    const data = `/measures/${measure.slug}/data`
    return (
      <MeasureView
        picture={picture}
        informs={informs}
        links={{ csv: `${data}.csv`, xlsx: `${data}.xlsx`, json: `${data}.json` }}
      >
        {nextDue?.isPast ? (
          <Notice>
            <p>These are not new figures: the next have been due since {formatDate(nextDue.on)}.</p>
          </Notice>
        ) : null}
        {isCompared ? (
          <p>
            <a href={`/measures/${measure.slug}/compare`}>Compare with other areas</a>
          </p>
        ) : null}
      </MeasureView>
    )
  },
})

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
