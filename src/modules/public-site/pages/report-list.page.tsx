import { ukDateOf } from '#kernel/dates.js'
import { type AskedDay, addressWith, askedDay, KnownOnForm, KnownOnNotice } from '#modules/measures/index.js'
import { type PublishedReport, publishedReports, publishedReportsOn } from '#modules/reports/index.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Eyebrow, Heading, Lede, Table } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'

export const reportListPage = page('/reports', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const asked = askedDay(query, deps.today())
    const { knownOn } = asked
    return { asked, reports: knownOn ? await publishedReportsOn(deps.db, knownOn) : await publishedReports(deps.db) }
  },
  title: () => 'Reports',
  view: ({ asked, reports }, _form, { path }) => (
    <>
      <Eyebrow>The account of the plan</Eyebrow>
      <Heading>Reports</Heading>
      <KnownOnNotice asked={asked} path={path} />
      {reports.length === 0 ? (
        <EmptyState
          title={asked.knownOn ? 'No reports had been published by then' : 'No reports have been published yet'}
        >
          <p>What the office reports to those who examine its work will stand here, as it was sent.</p>
        </EmptyState>
      ) : (
        <>
          <Lede>{sentenceCount(reports.length, 'report')}, each as it was sent, with the figures of its day.</Lede>
          <Table
            caption="Published reports"
            captionHidden
            stacks
            columns={[
              { label: 'Report', width: 'half' },
              { label: 'For' },
              { label: 'Meeting' },
              { label: 'Published', align: 'number' },
            ]}
            rows={reports.map((each) => reportRow(each, asked))}
          />
          <p>
            <a href="/check">Check a printed figure by its code</a>
          </p>
        </>
      )}
      <KnownOnForm asked={asked} path={path} label="Show the reports as they stood on" />
    </>
  ),
})

function reportRow({ report, publication }: PublishedReport, { knownOn }: AskedDay) {
  return [
    <a href={addressWith(`/reports/${report.slug}`, { 'as-known-on': knownOn })}>{report.title}</a>,
    report.addressedTo,
    formatDate(report.meetingOn),
    formatDate(ukDateOf(new Date(publication.publishedAt))),
  ]
}
