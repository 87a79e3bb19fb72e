import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Heading } from '#ui/components.js'
import { planById } from '../data/plan.queries.js'
import { versionByText } from '../data/version.queries.js'
import { compareContents } from '../domain/compare.js'
import { ComparedVersions, ComparisonView } from './comparison.view.js'

export const planChangesPage = page('/staff/plans/:planId/changes/:from/:to', {
  permission: 'plan:read',
  load: async ({ deps, params: { planId, from, to } }) => {
    const plan = found(await planById(deps.db, planId))
    const before = found(await versionByText(deps.db, planId, from))
    const after = found(await versionByText(deps.db, planId, to))
    return { plan, from: before.number, to: after.number, changes: compareContents(before.content, after.content) }
  },
  title: ({ plan, from, to }) => `Versions ${from} and ${to}: ${plan.title}`,
  view: ({ plan, from, to, changes }) => (
    <>
      <Crumbs
        items={[
          { label: 'Plans', href: '/staff/plans' },
          { label: plan.title, href: `/staff/plans/${plan.id}` },
          { label: 'Versions', href: `/staff/plans/${plan.id}/versions` },
        ]}
      />
      <ComparedVersions from={from} to={to} />
      <Heading>What changed</Heading>
      <ComparisonView changes={changes} />
    </>
  ),
})
