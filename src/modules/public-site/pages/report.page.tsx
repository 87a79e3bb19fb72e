import { askedDay, KnownOnForm, KnownOnNotice } from '#modules/measures/index.js'
import { publishedReportBySlug, publishedReportsOn } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, EmptyState, Heading } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { PublishedReportView, publishedFacts } from './published-report.view.js'

export const reportPage = page('/reports/:report', {
  permission: 'site:read',
  load: async ({ deps, params, query }) => {
    const published = found(await publishedReportBySlug(deps.db, params.report))
    const asked = askedDay(query, deps.today())
    const { knownOn } = asked
    const then = knownOn
      ? (await publishedReportsOn(deps.db, knownOn)).find(({ report }) => report.id === published.report.id)
      : published
    return { asked, title: published.report.title, facts: then && (await publishedFacts(deps, then, knownOn)) }
  },
  title: ({ title, facts }) => facts?.report.title ?? title,
  view: ({ asked, title, facts }, _form, { path }) => (
    <>
      <Crumbs items={[{ label: 'Reports', href: '/reports' }]} />
      <KnownOnNotice asked={asked} path={path} />
      {facts ? (
        <PublishedReportView facts={facts} />
      ) : (
        <>
          <Heading>{title}</Heading>
          <EmptyState title={`Not published by ${formatDate(asked.knownOn ?? '')}`}>
            <p>
              On that day the site did not have this report yet. <a href={path}>Read it as it is now</a>.
            </p>
          </EmptyState>
        </>
      )}
      <KnownOnForm asked={asked} path={path} label="Show this report as it stood on" />
    </>
  ),
})
