import { found } from '#platform/errors.js'
import { textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, Small, Textarea } from '#ui/components.js'
import { writeNarrative } from '../actions/write-narrative.js'
import { reportById } from '../data/reports.queries.js'
import { reportFacts } from '../document/facts.js'
import { writableSections } from '../document/writable-sections.js'

export const writeSectionPage = page('/staff/reports/:reportId/sections/:section', {
  permission: 'reports:edit',
  load: async ({ deps, params }) => {
    const report = found(await reportById(deps.db, params.reportId))
    const sections = writableSections(await reportFacts(deps.db, report, deps.today()))
    return { report, section: found(sections.find(({ key }) => key === params.section)) }
  },
  form: { text: textField({ max: 20_000, name: 'Text' }), version: versionField() },
  values: ({ report, section }) => ({ text: report.narratives.get(section.key) ?? '', version: report.version }),
  submit: async ({ deps, actor, params, input }) => {
    const result = await writeNarrative(deps, actor, { ...input, ...params })
    return result.ok
      ? redirectTo(`/staff/reports/${params.reportId}`, 'Section saved')
      : fieldError('text', 'This report has no such section')
  },
  title: ({ section }) => `Write: ${section.heading}`,
  view: ({ report, section }, form) => (
    <>
      <Crumbs items={[{ label: report.title, href: `/staff/reports/${report.id}` }]} />
      <Form of={form}>
        <Heading>{section.heading}</Heading>
        <Hidden name="version" value={form.version.value} />
        <Textarea
          field={form.text}
          label="The office’s own words"
          hint="Markdown. Each paragraph gets its number in the report. Figures and states are added by themselves."
          rows={14}
        />
        {section.standing ? <Small>Left empty, this stands there: {section.standing}</Small> : null}
        <Button preventDoubleClick>Save section</Button>
      </Form>
    </>
  ),
})
