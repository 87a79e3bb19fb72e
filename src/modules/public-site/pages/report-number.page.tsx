import { publicationsOf, publishedReportBySlug } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs } from '#ui/components.js'
import { PublishedReportView, publishedFacts } from './published-report.view.js'

export const reportNumberPage = page('/reports/:report/numbers/:number', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const { report } = found(await publishedReportBySlug(deps.db, params.report))
    const all = await publicationsOf(deps.db, report.id)
    const publication = found(all.find(({ number }) => String(number) === params.number))
    return publishedFacts(deps, { report: { ...report, ...publication.particulars }, publication })
  },
  title: ({ report, publication }) => `${report.title}, number ${publication.number}`,
  view: (facts) => (
    <>
      <Crumbs
        items={[
          { label: 'Reports', href: '/reports' },
          { label: facts.report.title, href: `/reports/${facts.report.slug}` },
        ]}
      />
      <PublishedReportView facts={facts} />
    </>
  ),
})
