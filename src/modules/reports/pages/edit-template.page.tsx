import { found } from '#platform/errors.js'
import { choiceField, manyField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  Checkboxes,
  Crumbs,
  Details,
  Form,
  Heading,
  Hidden,
  Notice,
  Radios,
  Textarea,
  TextInput,
} from '#ui/components.js'
import { dropTemplate, saveTemplate } from '../actions/save-template.js'
import { allReports } from '../data/reports.queries.js'
import { reportPaper } from '../document/build.js'
import { allTemplates, type Template } from '../document/templates.js'
import type { Report } from '../domain/report.js'
import {
  NUMBERINGS,
  readTemplate,
  TEMPLATE_PARTS,
  type TemplateFault,
  type TemplatePart,
} from '../domain/template-file.js'
import { TemplateHelp } from './template-help.js'

const NUMBERING_WORDS: Readonly<Record<(typeof NUMBERINGS)[number], string>> = {
  paragraphs: 'Every paragraph (1.1, 1.2), as panels and committees have it',
  headings: 'Headings only',
  none: 'Nothing',
}

const PART_WORDS: Readonly<Record<TemplatePart, string>> = {
  cover: 'A cover',
  contents: 'Contents',
  landscape: 'Pages across (landscape)',
  'data-tables': 'The figures behind charts, as tables at the end of print',
}

export const editTemplatePage = page('/staff/reports/templates/:key', {
  permission: 'reports:templates',
  load: async ({ deps, params }) => {
    const template = found((await allTemplates(deps.db)).find(({ key }) => key === params.key))
    const report = (await allReports(deps.db)).find((each) => each.template === template.key)
    const problems = report ? (await reportPaper(deps, report)).problems : []
    const { textFrom } = readTemplate(template.key, template.file)
    const own = problems.filter(({ where }) => where === template.source.name)
    return { template, report, faults: own.map(({ line, message }) => ({ line: line - textFrom, message })) }
  },
  form: {
    version: versionField(),
    name: textField({ missing: 'Enter what the kind of report is called', max: 80, name: 'Name' }),
    numbering: choiceField(NUMBERINGS, { missing: 'Select what is numbered' }),
    parts: manyField(TEMPLATE_PARTS),
    text: textField({ missing: 'Enter the text of the template', max: 60_000, name: 'Text' }),
    back: manyField(['yes']),
  },
  values: ({ template }) => {
    const { name, numbering, parts, text } = readTemplate(template.key, template.file)
    // Counted from 1: a template of ours, not yet changed, has a version too.
    return { name, numbering, parts, text, version: template.number + 1, back: [] }
  },
  submit: async ({ deps, actor, params: { key }, input: { version, back, parts, ...input } }) => {
    const at = '/staff/reports/templates'
    if (back.length > 0) {
      await dropTemplate(deps, actor, { key, number: version - 1 })
      return redirectTo(at, 'The template is again the one that comes with Frankpledge')
    }
    const chosen = TEMPLATE_PARTS.filter((part) => parts.includes(part))
    const saved = await saveTemplate(deps, actor, { ...input, key, number: version - 1, parts: chosen })
    if (!saved.ok) return fieldError('text', `Line ${saved.error.line}: ${saved.error.message}`)
    return redirectTo(`${at}/${key}`, 'Template saved')
  },
  title: ({ template }) => `Change the template: ${template.name}`,
  view: ({ template, report, faults }, form) => (
    <>
      <Crumbs items={[{ label: 'Templates', href: '/staff/reports/templates' }]} />
      <Form of={form}>
        <Heading>{template.name}</Heading>
        <Try report={report} faults={faults} />
        <Hidden name="version" value={form.version.value} />
        <TextInput field={form.name} label="What is this kind of report called?" />
        <Radios
          field={form.numbering}
          legend="What is numbered"
          items={NUMBERINGS.map((value) => ({ value, text: NUMBERING_WORDS[value] }))}
        />
        <Checkboxes
          field={form.parts}
          legend="What it has"
          items={TEMPLATE_PARTS.map((value) => ({ value, text: PART_WORDS[value] }))}
        />
        <Textarea
          field={form.text}
          label="Its text"
          hint="Markdown with parts that are filled in"
          rows={30}
          keepAs={{ name: `/staff/reports/templates/${template.key}`, version: form.version.value }}
        />
        <Details summary="What can be asked for">
          <TemplateHelp />
        </Details>
        <GoBack template={template} field={form.back} />
        <Button preventDoubleClick>Save template</Button>
      </Form>
    </>
  ),
})

type TryProps = { readonly report: Report | undefined; readonly faults: readonly TemplateFault[] }

/** What is wrong with it as it stands, tried on the newest report of its kind. */
function Try({ report, faults }: TryProps) {
  if (!report) return <p>No report of this kind has been begun yet: begin one to see it.</p>
  const see = <a href={`/staff/reports/${report.id}`}>{report.title}</a>
  if (faults.length === 0) return <p>Saved as it stands, it builds without fault: see {see}.</p>
  return (
    <Notice kind="worry" title="Reports of this kind cannot be published yet">
      <ul>
        {faults.map(({ line, message }) => (
          <li key={`${line}${message}`}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
      <p>Tried on: {see}.</p>
    </Notice>
  )
}

type GoBackProps = { readonly template: Template; readonly field: Parameters<typeof Checkboxes>[0]['field'] }

function GoBack({ template, field }: GoBackProps) {
  if (!template.isOurs || template.number === 0) return null
  const items = [{ value: 'yes', text: 'Go back to the template that comes with Frankpledge' }]
  return <Checkboxes field={field} legend="Or else" items={items} small />
}
