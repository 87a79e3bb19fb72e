import { formatDate, formatMoment } from '#kernel/words.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, LinkButton, StateTag, Table } from '#ui/components.js'
import { allReports, latestPublications } from '../data/reports.queries.js'

export const reportListPage = page('/staff/reports', {
  permission: 'reports:read',
  load: async ({ deps }) => {
    const reports = await allReports(deps.db)
    const latest = await latestPublications(deps.db)
    return reports.map((report) => ({ report, last: latest.get(report.id) }))
  },
  title: () => 'Reports',
  view: (items, _form, { actor }) => (
    <>
      <Heading>Reports</Heading>
      {may(actor, 'reports:edit') ? <LinkButton href="/staff/reports/new">Begin a report</LinkButton> : null}
      {items.length === 0 ? (
        <EmptyState title="No reports yet">
          <p>A theme monitoring report gathers what was promised, done and measured under one theme.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Theme monitoring reports"
          captionHidden
          columns={[{ label: 'Report', width: 'half' }, { label: 'Meeting' }, { label: 'State' }]}
          rows={items.map(({ report, last }) => [
            <a href={`/staff/reports/${report.id}`}>{report.title}</a>,
            formatDate(report.meetingOn),
            last ? (
              <StateTag state="complete" text={`Published ${formatMoment(last.publishedAt)}`} />
            ) : (
              <StateTag state="draft" text="Draft" />
            ),
          ])}
        />
      )}
    </>
  ),
})
