import { formatMoment } from '#kernel/words.js'
import { fileField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, FileInput, Form, Heading, Lede, Table, Textarea, TextInput } from '#ui/components.js'
import { checkText } from '../actions/check-text.js'
import { keptDocuments } from '../data/figure-check.queries.js'

export const figureCheckPage = page('/staff/figure-check', {
  permission: 'figure-check:check',
  load: async ({ deps }) => keptDocuments(deps.db),
  form: {
    name: textField({ max: 200, name: 'Name' }),
    file: fileField(),
    with: fileField(),
    withToo: fileField(),
    text: textField({ max: 200_000, name: 'Text' }),
  },
  takesFiles: true,
  submit: async ({ deps, actor, input, files }) => {
    const { name, text } = input
    const { file } = files
    if (!file && !text) return fieldError('text', 'Choose a file, or paste the text to check')
    const given = file ?? { bytes: new TextEncoder().encode(text) }
    const others = [files.with, files.withToo].flatMap((other) => other ?? [])
    const result = await checkText(deps, actor, { name, ...given, others })
    return result.ok
      ? redirectTo(`/staff/figure-check/${result.value.id}`)
      : fieldError(file ? 'file' : 'text', result.error)
  },
  title: () => 'Check figures',
  view: (kept, form) => (
    <>
      <Heading>Check the figures of a document</Heading>
      <Lede>
        Finds figures that do not add up, contradict each other, or cannot be. Nothing is changed, and nothing is kept
        unless you ask for it.
      </Lede>
      <Form of={form} hasFile>
        <TextInput
          field={form.name}
          label="What the document is called (optional)"
          hint="What you decide of a finding is remembered under this name."
        />
        <FileInput
          field={form.file}
          label="A file"
          hint="Word (.docx), PDF, HTML, Markdown or plain text, up to 20 MB. It is read by a process of its own and then forgotten."
        />
        <Textarea
          field={form.text}
          label="Or the text"
          hint="Paste it from anywhere. Tables may come as lines."
          rows={14}
        />
        <FileInput
          field={form.with}
          label="A document to compare it with (optional)"
          hint="Last year’s report, say: figures that contradict it are found, and sentences that were carried over unchanged."
        />
        <FileInput field={form.withToo} label="Another document to compare it with (optional)" />
        <Button preventDoubleClick>Check figures</Button>
      </Form>
      {kept.length > 0 ? (
        <Table
          caption="Kept documents"
          columns={[{ label: 'Document', width: 'half' }, { label: 'Kept' }]}
          rows={kept.map(({ id, name, keptAt }) => [
            <a href={`/staff/figure-check/${id}`}>{name}</a>,
            formatMoment(keptAt),
          ])}
        />
      ) : null}
    </>
  ),
})
