import { accountNames } from '#modules/people/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, EmptyState, Heading, Lede, Table } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { planById } from '../data/plan.queries.js'
import { versionsOf } from '../data/version.queries.js'
import type { PlanVersion } from '../domain/version.js'

export const planVersionsPage = page('/staff/plans/:planId/versions', {
  permission: 'plan:read',
  load: async ({ deps, params }) => ({
    plan: found(await planById(deps.db, params.planId)),
    versions: await versionsOf(deps.db, params.planId),
    names: await accountNames(deps.db),
  }),
  title: ({ plan }) => `Versions: ${plan.title}`,
  view: ({ plan, versions, names }) => (
    <>
      <Crumbs
        items={[
          { label: 'Plans', href: '/staff/plans' },
          { label: plan.title, href: `/staff/plans/${plan.id}` },
        ]}
      />
      <Heading>Published versions</Heading>
      {versions.length === 0 ? (
        <EmptyState title="Not published yet">The first version is made when the plan is published.</EmptyState>
      ) : (
        <>
          <Lede>Each is kept as it was published, for ever. Its fingerprint (SHA-256) proves it.</Lede>
          <Table
            caption="Published versions, newest first"
            captionHidden
            columns={[{ label: 'Version' }, { label: 'Published' }, { label: 'What for' }, { label: 'Fingerprint' }]}
            rows={versions.map((version) => [
              <a href={`/plans/${version.content.plan.slug}/versions/${version.number}`}>Version {version.number}</a>,
              `${formatMoment(version.publishedAt)} by ${names.get(version.publishedBy) ?? 'the command line'}`,
              <WhatFor planId={plan.id} version={version} />,
              <code>{version.sha256.slice(0, 12)}</code>,
            ])}
          />
        </>
      )}
    </>
  ),
})

function WhatFor({ planId, version }: { planId: string; version: PlanVersion }) {
  const { note, number } = version
  if (number === 1) return <>{note}</>
  return (
    <>
      {note}
      <br />
      <a href={`/staff/plans/${planId}/changes/${number - 1}/${number}`}>What changed since version {number - 1}</a>
    </>
  )
}
