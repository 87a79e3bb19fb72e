import { ukDateOf } from '#kernel/dates.js'
import { type PublishedReport, publishedReports } from '#modules/reports/index.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Eyebrow, Heading, Lede, Table } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'

export const reportListPage = page('/reports', {
  permission: 'site:read',
  load: async ({ deps }) => publishedReports(deps.db),
  title: () => 'Reports',
  view: (reports) => (
    <>
      <Eyebrow>The account of the plan</Eyebrow>
      <Heading>Reports</Heading>
      {reports.length === 0 ? (
        <EmptyState title="No reports have been published yet">
          <p>What the office reports to those who examine its work will stand here, as it was sent.</p>
        </EmptyState>
      ) : (
        <>
          <Lede>{sentenceCount(reports.length, 'report')}, each as it was sent, with the figures of its day.</Lede>
          <Table
            caption="Published reports"
            captionHidden
            columns={[
              { label: 'Report', width: 'half' },
              { label: 'For' },
              { label: 'Meeting' },
              { label: 'Published', align: 'number' },
            ]}
            rows={reports.map(reportRow)}
          />
        </>
      )}
    </>
  ),
})

function reportRow({ report, publication }: PublishedReport) {
  return [
    <a href={`/reports/${report.slug}`}>{report.title}</a>,
    report.addressedTo,
    formatDate(report.meetingOn),
    formatDate(ukDateOf(new Date(publication.publishedAt))),
  ]
}
