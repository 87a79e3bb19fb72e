import { ukDateOf } from '#kernel/dates.js'
import { publishedPlans } from '#modules/plan/index.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Eyebrow, Heading, Lede, Table, VisuallyHidden } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { standingOf } from '../domain/as-at.js'
import { planHref } from './picture.js'

export const planListPage = page('/plans', {
  permission: 'site:read',
  load: async ({ deps }) => {
    const plans = await publishedPlans(deps.db)
    const starts = plans.map(({ content }) => content.plan.startsOn)
    return plans.map((plan) => ({ plan, ...standingOf(plan.content.plan.startsOn, starts, deps.today()) }))
  },
  title: () => 'Police and crime plans',
  view: (plans) => (
    <>
      <Eyebrow>The plan</Eyebrow>
      <Heading>Police and crime plans</Heading>
      <Lede>
        Every plan that has been published, with each of its versions as it was published. None is ever altered.
      </Lede>
      {plans.length === 0 ? (
        <EmptyState title="No plan has been published yet">
          <p>The first will stand here as soon as the office publishes it.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Published plans"
          captionHidden
          columns={[
            { label: 'Plan', width: 'third' },
            { label: 'Planning period' },
            { label: 'Standing' },
            { label: 'Newest version' },
            { label: 'Read' },
          ]}
          rows={plans.map(({ plan, asAt, isReplaced }) => {
            const { title, planningPeriod, startsOn } = plan.content.plan
            return [
              <a href={planHref(plan)}>{title}</a>,
              `${formatDate(planningPeriod.from)} to ${formatDate(planningPeriod.until)}`,
              standingWords(isReplaced, startsOn > asAt),
              `Version ${plan.latest}, ${formatDate(ukDateOf(new Date(plan.publishedAt)))}`,
              <a href={`${planHref(plan)}/versions/${plan.latest}`}>
                Whole text
                <VisuallyHidden> of {title}</VisuallyHidden>
              </a>,
            ]
          })}
        />
      )}
    </>
  ),
})

function standingWords(isReplaced: boolean, isAhead: boolean): string {
  if (isReplaced) return 'Replaced'
  return isAhead ? 'Not started yet' : 'In force'
}
