import { choiceField, textField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede, Radios, Textarea } from '#ui/components.js'
import { writeNote } from '../actions/write-note.js'
import { NOTE_KINDS } from '../domain/note.js'
import { ActionCrumbs } from './action-crumbs.view.js'
import { loadAction } from './load.js'
import { NOTE_WORDS } from './notes.view.js'

export const newNotePage = page('/staff/actions/:actionId/notes/new', {
  permission: 'delivery:note',
  load: async ({ deps, actor, params }) => (await loadAction(deps, actor, params.actionId)).recorded.action,
  form: {
    kind: choiceField(NOTE_KINDS, { missing: 'Select what the note is for' }),
    text: textField({ missing: 'Enter the note', max: 4000, name: 'The note' }),
  },
  submit: async ({ deps, actor, params: { actionId }, input }) => {
    await writeNote(deps, actor, { actionId, ...input })
    return redirectTo(`/staff/actions/${actionId}`, 'Note kept, for the office only')
  },
  title: ({ title }) => `A note for the office: ${title}`,
  view: (action, form) => (
    <Form of={form}>
      <ActionCrumbs action={action} />
      <Heading>A note for the office</Heading>
      <Lede>
        The force and partners never see it, and it is never published. Auditors do. It stays as it is written.
      </Lede>
      <Radios
        field={form.kind}
        legend="What is it for?"
        items={NOTE_KINDS.map((value) => ({ value, text: NOTE_WORDS[value] }))}
      />
      <Textarea field={form.text} label="The note" rows={8} />
      <ButtonGroup>
        <Button preventDoubleClick>Keep the note</Button>
        <a href={`/staff/actions/${action.id}`}>Leave without a note</a>
      </ButtonGroup>
    </Form>
  ),
})
