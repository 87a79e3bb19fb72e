import { formatMoment } from '#kernel/words.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Form, Heading, Lede, Small, Table, Textarea, TextInput } from '#ui/components.js'
import { checkText } from '../actions/check-text.js'
import { keptDocuments } from '../data/figure-check.queries.js'

export const figureCheckPage = page('/staff/figure-check', {
  permission: 'figure-check:check',
  load: async ({ deps }) => keptDocuments(deps.db),
  form: {
    name: textField({ max: 200, name: 'Name' }),
    text: textField({ missing: 'Paste the text to check', max: 200_000, name: 'Text' }),
  },
  submit: async ({ deps, actor, input }) => {
    const result = await checkText(deps, actor, { name: input.name, bytes: new TextEncoder().encode(input.text) })
    return result.ok ? redirectTo(`/staff/figure-check/${result.value.id}`) : fieldError('text', result.error)
  },
  title: () => 'Check figures',
  view: (kept, form) => (
    <>
      <Heading>Check the figures of a document</Heading>
      <Lede>
        Finds figures that do not add up, contradict each other, or cannot be. Nothing is changed, and nothing is kept
        unless you ask for it.
      </Lede>
      <Form of={form}>
        <TextInput
          field={form.name}
          label="What the document is called (optional)"
          hint="What you decide of a finding is remembered under this name."
        />
        <Textarea
          field={form.text}
          label="Text of the document"
          hint="Paste it from Word, a PDF or a web page. Tables may come as lines."
          rows={14}
        />
        <Button preventDoubleClick>Check figures</Button>
      </Form>
      <Small>
        Whole files (Word, PDF, HTML, Markdown) are checked with the command <code>frankpledge check</code>.
      </Small>
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
