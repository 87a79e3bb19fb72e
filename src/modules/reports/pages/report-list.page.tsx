import { countOf, formatDate } from '#kernel/words.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, EmptyState, Heading, LinkButton, Small, StateTag, Table } from '#ui/components.js'
import { revisedFigures } from '../actions/kept-revisions.js'
import { allReports, latestPublications } from '../data/reports.queries.js'
import { allTemplates } from '../document/templates.js'

export const reportListPage = page('/staff/reports', {
  permission: 'reports:read',
  load: async ({ deps }) => {
    const reports = await allReports(deps.db)
    const latest = await latestPublications(deps.db)
    const kinds = new Map((await allTemplates(deps.db)).map(({ key, name }) => [key, name]))
    const items = []
    for (const report of reports) {
      const last = latest.get(report.id)
      items.push({
        report,
        last,
        kind: kinds.get(report.template) ?? report.template,
        revised: last ? (await revisedFigures(deps, last)).length : 0,
      })
    }
    return items
  },
  title: () => 'Reports',
  view: (items, _form, { actor }) => (
    <>
      <Heading>Reports</Heading>
      <ButtonGroup>
        {may(actor, 'reports:edit') ? <LinkButton href="/staff/reports/new">Begin a report</LinkButton> : null}
        {may(actor, 'reports:templates') ? (
          <LinkButton href="/staff/reports/templates" kind="secondary">
            Templates
          </LinkButton>
        ) : null}
      </ButtonGroup>
      {items.length === 0 ? (
        <EmptyState title="No reports yet">
          <p>A report gathers what was promised, done and measured, for a panel, a board or the public.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Reports"
          captionHidden
          stacks
          columns={[
            { label: 'Report' },
            { label: 'Kind', width: 'fifth' },
            { label: 'Meeting', width: 'fifth' },
            { label: 'State', width: 'quarter' },
          ]}
          rows={items.map(({ report, last, kind, revised }) => [
            <a href={`/staff/reports/${report.id}`}>{report.title}</a>,
            kind,
            formatDate(report.meetingOn),
            last ? (
              <>
                <StateTag state="complete" text={`Published ${formatDate(last.publishedAt)}`} />
                {revised > 0 ? <Small>{countOf(revised, 'figure')} revised since</Small> : null}
              </>
            ) : (
              <StateTag state="draft" text="Draft" />
            ),
          ])}
        />
      )}
    </>
  ),
})
