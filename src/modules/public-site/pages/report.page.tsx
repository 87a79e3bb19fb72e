import { ukDateOf } from '#kernel/dates.js'
import { filesOf, publicationsOf, publishedReportBySlug } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Small } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'

export const reportPage = page('/reports/:report', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const published = found(await publishedReportBySlug(deps.db, params.report))
    return {
      ...published,
      files: await filesOf(deps.db, published.publication.id),
      earlier: (await publicationsOf(deps.db, published.report.id)).slice(1),
    }
  },
  title: ({ report }) => report.title,
  view: ({ report, publication, earlier, files }) => (
    <>
      <Crumbs items={[{ label: 'Reports', href: '/reports' }]} />
      {files.length > 0 ? (
        <p class="links">
          The report as a file:{' '}
          {ORDER.flatMap((format) => files.filter((file) => file.format === format)).map(
            ({ format, fileName, size }) => (
              <a href={`/reports/${report.slug}/files/${fileName}`}>
                {NAMES[format]} ({sizeWords(size)})
              </a>
            ),
          )}
        </p>
      ) : null}
      <div dangerouslySetInnerHTML={{ __html: publication.html }} />
      <Small>
        Published {formatDate(ukDateOf(new Date(publication.publishedAt)))} and not altered since
        {earlier.length > 0
          ? `; it replaces ${earlier.length === 1 ? 'an earlier form' : `${earlier.length} earlier forms`}`
          : ''}
        . Fingerprint (SHA-256): {publication.sha256.slice(0, 16)}…
        {files.map(({ format, sha256 }) => ` ${NAMES[format]} ${sha256.slice(0, 16)}…`)}
      </Small>
    </>
  ),
})

const ORDER = ['pdf', 'docx', 'html'] as const
const NAMES = { pdf: 'PDF', docx: 'Word', html: 'HTML' }

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(Math.ceil(bytes / 1000))} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`
}
