import { currentBody } from '#modules/body/index.js'
import { idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, EmptyState, Form, Heading, Select } from '#ui/components.js'
import { createReport } from '../actions/create-report.js'
import { allTemplates, templateNamed } from '../document/templates.js'
import { DEFAULT_TEMPLATE } from '../domain/report.js'
import { ReportFields, reportQuestions, themeChoices, themeOf } from './report-form.js'
import { explain } from './words.js'

export const newReportPage = page('/staff/reports/new', {
  permission: 'reports:edit',
  load: async ({ deps }) => ({
    templates: await allTemplates(deps.db),
    themes: await themeChoices(deps.db),
    panel: (await currentBody(deps.db, deps.today()))?.scrutinyPanelName ?? '',
  }),
  form: {
    template: idField({ missing: 'Select a kind of report' }),
    ...reportQuestions,
  },
  values: ({ panel }) => ({ addressedTo: panel, template: DEFAULT_TEMPLATE }),
  submit: async ({ deps, actor, input: { theme, template, ...answers } }) => {
    const kind = { template: (await templateNamed(deps.db, template)).key }
    const result = await createReport(deps, actor, { ...answers, ...kind, ...themeOf(theme) })
    if (result.ok) return redirectTo(`/staff/reports/${result.value.id}`, 'Report begun')
    const { field, message } = explain(result.error)
    return fieldError(field, message)
  },
  title: () => 'Begin a report',
  view: ({ themes, templates }, form) =>
    themes.length === 0 ? (
      <>
        <Heading>Begin a report</Heading>
        <EmptyState title="No plan has been published yet">
          <p>
            A report is about a theme of a published plan. <a href="/staff/plans">See the plans</a>.
          </p>
        </EmptyState>
      </>
    ) : (
      <Form of={form}>
        <Heading>Begin a report</Heading>
        <Select
          field={form.template}
          label="What kind of report?"
          hint="A theme monitoring report is about one theme; the others are about the whole plan"
          items={templates.map(({ key, name }) => ({ value: key, text: name }))}
        />
        <ReportFields form={form} themes={themes} />
        <Button preventDoubleClick>Begin report</Button>
      </Form>
    ),
})
