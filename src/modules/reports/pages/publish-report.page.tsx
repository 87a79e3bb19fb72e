import { found } from '#platform/errors.js'
import { versionField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden } from '#ui/components.js'
import { publishReport } from '../actions/publish-report.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { reportHtml } from '../document/build.js'

export const publishReportPage = page('/staff/reports/:reportId/publish', {
  permission: 'reports:publish',
  load: async ({ deps, params }) => {
    const report = found(await reportById(deps.db, params.reportId))
    return { report, last: (await publicationsOf(deps.db, report.id))[0] }
  },
  form: { version: versionField() },
  values: ({ report }) => ({ version: report.version }),
  submit: async ({ deps, actor, data, input }) => {
    const { report } = data
    const html = await reportHtml(deps.db, report, deps.today())
    await publishReport(deps, actor, { reportId: report.id, version: input.version, html })
    return redirectTo(`/staff/reports/${report.id}`, 'Report published')
  },
  title: ({ report }) => `Publish ${report.title}`,
  view: ({ report, last }, form) => (
    <>
      <Crumbs items={[{ label: report.title, href: `/staff/reports/${report.id}` }]} />
      <Form of={form}>
        <Heading>Publish this report?</Heading>
        <p>
          “{report.title}” goes to the {report.addressedTo} and onto the public site as it stands now. The published
          copy never changes: later figures do not alter it, and a correction is a new number beside the old.
        </p>
        {last ? (
          <p>
            Number {last.number} is published already. This will be number {last.number + 1}.
          </p>
        ) : null}
        <Hidden name="version" value={form.version.value} />
        <Button preventDoubleClick>Publish report</Button>
      </Form>
    </>
  ),
})
