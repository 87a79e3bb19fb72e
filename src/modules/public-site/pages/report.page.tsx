import { ukDateOf } from '#kernel/dates.js'
import { publicationsOf, publishedReportBySlug } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Small } from '#ui/components.js'
import { formatDate } from '#ui/format.js'

export const reportPage = page('/reports/:report', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const published = found(await publishedReportBySlug(deps.db, params.report))
    return { ...published, earlier: (await publicationsOf(deps.db, published.report.id)).slice(1) }
  },
  title: ({ report }) => report.title,
  view: ({ publication, earlier }) => (
    <>
      <Crumbs items={[{ label: 'Reports', href: '/reports' }]} />
      <div dangerouslySetInnerHTML={{ __html: publication.html }} />
      <Small>
        Published {formatDate(ukDateOf(new Date(publication.publishedAt)))} and not altered since
        {earlier.length > 0
          ? `; it replaces ${earlier.length === 1 ? 'an earlier form' : `${earlier.length} earlier forms`}`
          : ''}
        . Fingerprint (SHA-256): {publication.sha256.slice(0, 16)}…
      </Small>
    </>
  ),
})
