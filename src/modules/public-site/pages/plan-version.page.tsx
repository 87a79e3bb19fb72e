import { ukDateOf } from '#kernel/dates.js'
import { PlanText, publishedPlanBySlug, versionByText } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Eyebrow, Heading, Notice, Small } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { planHref } from './picture.js'

export const planVersionPage = page('/plans/:plan/versions/:number', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const plan = found(await publishedPlanBySlug(deps.db, params.plan))
    return { plan, version: found(await versionByText(deps.db, plan.planId, params.number)) }
  },
  title: ({ version }) => `${version.content.plan.title}, version ${version.number}`,
  view: ({ plan, version: { number, content, note, publishedAt, sha256 } }) => (
    <>
      <Crumbs items={[{ label: plan.content.plan.title, href: planHref(plan) }]} />
      <Eyebrow>
        Version {number} of {plan.latest}, published {formatDate(ukDateOf(new Date(publishedAt)))}
      </Eyebrow>
      <Heading>{content.plan.title}</Heading>
      {number < plan.latest ? (
        <Notice>
          <p>
            A later version has been published.{' '}
            <a href={`${planHref(plan)}/versions/${plan.latest}`}>Read version {plan.latest}</a> or{' '}
            <a href={`${planHref(plan)}/changes/${number}/${plan.latest}`}>see what changed</a>.
          </p>
        </Notice>
      ) : null}
      <PlanText content={content} note={note} />
      <Small>Not altered since it was published. Fingerprint (SHA-256): {sha256}</Small>
    </>
  ),
})
