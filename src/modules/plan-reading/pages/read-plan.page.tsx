import { fileField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, FileInput, Form, Heading, Lede, Table, Textarea } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { keepPlanReading } from '../actions/read-plan-file.js'
import { planDocuments } from '../data/plan-reading.queries.js'

export const readPlanPage = page('/staff/plans/read', {
  permission: 'plan:edit',
  takesFiles: true,
  load: async ({ deps }) => planDocuments(deps.db),
  form: { file: fileField(), content: textField({ max: 150_000, name: 'Plan' }) },
  submit: async ({ deps, actor, files, input: { content } }) => {
    const pasted = content.trim() === '' ? undefined : { fileName: 'Pasted plan.txt', bytes: Buffer.from(content) }
    const sent = files.file ?? pasted
    if (!sent) return fieldError('file', 'Choose the plan, or paste its text')
    const { fileName: name, bytes } = sent
    const result = await keepPlanReading(deps, actor, { name, bytes })
    if (!result.ok)
      return fieldError(files.file ? 'file' : 'content', result.error.charAt(0).toUpperCase() + result.error.slice(1))
    return redirectTo(`/staff/plans/read/${result.value.id}`, 'The plan is read')
  },
  title: () => 'Read an old plan',
  view: (documents, form) => (
    <>
      <Crumbs items={[{ label: 'Plans', href: '/staff/plans' }]} />
      <Form of={form} hasFile>
        <Heading>Read an old plan</Heading>
        <Lede>
          Themes, aims, objectives, priorities and tables of money are found in the plan’s own words, each with the
          passage that it stands in. Nothing is added. You confirm each before it becomes part of a draft.
        </Lede>
        <FileInput
          field={form.file}
          label="The plan"
          hint="PDF, Word (.docx), HTML, Markdown or plain text, up to 20 megabytes"
          accept=".pdf,.docx,.html,.htm,.md,.txt"
        />
        <Textarea field={form.content} label="Or paste its text" rows={6} />
        <Button preventDoubleClick>Read the plan</Button>
      </Form>
      {documents.length > 0 ? (
        <Table
          caption="Read before"
          columns={[{ label: 'Plan', width: 'half' }, { label: 'When' }]}
          rows={documents.map(({ id, fileName, title, readAt }) => [
            <a key="plan" href={`/staff/plans/read/${id}`}>
              {title || fileName}
            </a>,
            formatMoment(readAt),
          ])}
        />
      ) : null}
    </>
  ),
})
