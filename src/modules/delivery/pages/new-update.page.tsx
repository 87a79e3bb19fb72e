import { choiceField, dateField, linkField, manyField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  Form,
  Heading,
  Select,
  Small,
  Textarea,
  TextInput,
} from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { recordUpdate } from '../actions/record-update.js'
import { OVERRIDE_STATUSES, type UpdateDraft } from '../domain/update.js'
import { ActionCrumbs } from './action-crumbs.view.js'
import { StatusLine } from './action-detail.view.js'
import { explainUpdate } from './explain.js'
import { loadAction } from './load.js'
import { statusText } from './words.js'

export const newUpdatePage = page('/staff/actions/:actionId/updates/new', {
  permission: 'delivery:update',
  load: async ({ deps, actor, params }) => ({
    picture: (await loadAction(deps, actor, params.actionId)).recorded,
    today: deps.today(),
  }),
  form: {
    text: textField({ missing: 'Enter what was done', max: 4000, name: 'What was done' }),
    on: dateField({ missing: 'Enter the day that the update speaks of', name: 'Date' }),
    completes: manyField(),
    evidenceTitle: textField({ max: 200, name: 'Evidence' }),
    evidenceUrl: linkField({ name: 'Address of the evidence' }),
    status: choiceField(['', ...OVERRIDE_STATUSES], { missing: 'Select a state from the list' }),
    reason: textField({ max: 1000, name: 'Reason' }),
  },
  values: ({ today }) => ({ on: today }),
  submit: async ({ deps, actor, params: { actionId }, input }) => {
    const { on, text, completes, evidenceTitle, evidenceUrl, status, reason } = input
    if (evidenceUrl !== null && evidenceTitle === '')
      return fieldError('evidenceTitle', 'Enter what the evidence is called')
    if (status === '' && reason !== '') return fieldError('status', 'Select the state that the reason is for')
    const draft: UpdateDraft = {
      ...{ on, text, completes },
      evidence: evidenceTitle === '' ? null : { title: evidenceTitle, url: evidenceUrl },
      override: status === '' ? null : { status, reason },
    }
    const result = await recordUpdate(deps, actor, { actionId, ...draft })
    return result.ok
      ? redirectTo(`/staff/actions/${actionId}`, 'Update recorded. It is public once it is published')
      : fieldError(...explainUpdate(result.error))
  },
  title: ({ picture }) => `Write an update: ${picture.action.title}`,
  view: ({ picture: { action, report }, today }, form) => {
    const open = report.milestones.filter(({ doneOn }) => doneOn === null)
    return (
      <Form of={form}>
        <ActionCrumbs action={action} />
        <Heading>Write an update</Heading>
        <StatusLine report={report} asAt={today} />
        <Textarea field={form.text} label="What was done?" hint="In plain words: the public reads this." rows={6} />
        <DateInput
          field={form.on}
          legend="On what day was it so?"
          hint="Today, or the earlier day that you speak of."
        />
        {open.length > 0 ? (
          <Checkboxes
            field={form.completes}
            legend="Which milestones does this complete?"
            hint="Leave all empty if none is done yet."
            items={open.map(({ id, title, dueOn }) => ({ value: id, text: title, hint: `Due ${formatDate(dueOn)}` }))}
          />
        ) : null}
        <TextInput
          field={form.evidenceTitle}
          label="What shows it?"
          hint="The name of a report, minute, page or count. Needed when this makes the action complete."
        />
        <TextInput
          field={form.evidenceUrl}
          label="Where is that to be found?"
          hint="A web address, if it has one."
          type="url"
        />
        <Select
          field={form.status}
          label="What is the state of the action now?"
          hint="Leave it to the milestones and dates unless they do not tell the truth."
          items={[
            { value: '', text: 'As the milestones and dates say' },
            ...OVERRIDE_STATUSES.map((status) => ({ value: status, text: statusText(status) })),
          ]}
        />
        <Textarea field={form.reason} label="If you set it yourself, why?" hint="This reason is published." rows={3} />
        <ButtonGroup>
          <Button preventDoubleClick>Record update</Button>
          <a href={`/staff/actions/${action.id}`}>Leave without recording</a>
        </ButtonGroup>
        <Small>An update cannot be changed once recorded. To correct one, write another.</Small>
      </Form>
    )
  },
})
