import { found } from '#platform/errors.js'
import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Form, Heading, Hidden } from '#ui/components.js'
import { editReport } from '../actions/edit-report.js'
import { reportById } from '../data/reports.queries.js'
import { ReportFields, reportQuestions, themeChoices, themeOf } from './report-form.js'
import { explain } from './words.js'

export const editReportPage = page('/staff/reports/:reportId/edit', {
  permission: 'reports:edit',
  load: async ({ deps, params }) => ({
    report: found(await reportById(deps.db, params.reportId)),
    themes: await themeChoices(deps.db),
  }),
  form: { ...reportQuestions, version: versionField() },
  values: ({ report }) => ({ ...report, theme: `${report.planId}/${report.themeId}` }),
  submit: async ({ deps, actor, params, input: { theme, ...answers } }) => {
    const result = await editReport(deps, actor, { ...answers, ...themeOf(theme), reportId: params.reportId })
    if (result.ok) return redirectTo(`/staff/reports/${params.reportId}`, 'Report changed')
    const { field, message } = explain(result.error)
    return fieldError(field, message)
  },
  title: ({ report }) => `Change ${report.title}`,
  view: ({ themes }, form) => (
    <Form of={form}>
      <Heading>Change what the report is about</Heading>
      <Hidden name="version" value={form.version.value} />
      <ReportFields form={form} themes={themes} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  ),
})
