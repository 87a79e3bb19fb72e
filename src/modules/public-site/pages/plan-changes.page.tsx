import { ukDateOf } from '#kernel/dates.js'
import {
  ComparisonView,
  compareContents,
  type PlanVersion,
  publishedPlanBySlug,
  versionByText,
} from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Heading, Lede } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { planHref } from './picture.js'

export const planChangesPage = page('/plans/:plan/changes/:from/:to', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const plan = found(await publishedPlanBySlug(deps.db, params.plan))
    const version = async (text: string) => found(await versionByText(deps.db, plan.planId, text))
    return { plan, before: await version(params.from), after: await version(params.to) }
  },
  title: ({ plan, before, after }) =>
    `What changed from version ${before.number} to ${after.number}: ${plan.content.plan.title}`,
  view: ({ plan, before, after }) => (
    <>
      <Crumbs items={[{ label: plan.content.plan.title, href: planHref(plan) }]} />
      <Heading>
        What changed from version {before.number} to version {after.number}
      </Heading>
      {after.note ? <Lede>{after.note}</Lede> : null}
      <p>
        <VersionLink href={planHref(plan)} version={before} />, compared part by part with{' '}
        <VersionLink href={planHref(plan)} version={after} />.
      </p>
      <ComparisonView changes={compareContents(before.content, after.content)} />
    </>
  ),
})

function VersionLink({ href, version: { number, publishedAt } }: { href: string; version: PlanVersion }) {
  return (
    <>
      <a href={`${href}/versions/${number}`}>Version {number}</a> of {formatDate(ukDateOf(new Date(publishedAt)))}
    </>
  )
}
