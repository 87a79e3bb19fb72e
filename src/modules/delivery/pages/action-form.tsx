import type { Organisation } from '#modules/body/index.js'
import { dateField, idField, manyField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { Checkboxes, DateInput, Select, Textarea, TextInput } from '#ui/components.js'
import type { Action } from '../domain/action.js'

/** The questions that a new action and a changed one share. */
export const actionFields = {
  title: textField({ missing: 'Enter what the action is called', max: 120, name: 'Title' }),
  description: textField({ missing: 'Enter what will be done', max: 2000, name: 'Description' }),
  lead: idField({}),
  partners: manyField(),
  startsOn: dateField({ missing: 'Enter the day that it starts', name: 'Start date' }),
  dueOn: dateField({ missing: 'Enter the day that it is due', name: 'Due date' }),
}

/** The same questions as a person sees them. */
export function ActionFields(props: {
  form: FormView<keyof typeof actionFields>
  bodies: readonly Pick<Organisation, 'id' | 'name'>[]
}) {
  const { form, bodies } = props
  const items = bodies.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <>
      <TextInput
        field={form.title}
        label="What is the action called?"
        hint="A few words that anyone would understand."
      />
      <Textarea
        field={form.description}
        label="What will be done?"
        hint="One or two sentences. The public reads this."
      />
      <Select
        field={form.lead}
        label="Who leads?"
        hint="The one organisation that answers for it."
        items={[{ value: '', text: 'Nobody yet' }, ...items]}
      />
      <DateInput field={form.startsOn} legend="When does it start?" hint="For example, 1 4 2025." />
      <DateInput field={form.dueOn} legend="When is it due?" hint="The day by which all of it is done." />
      <Checkboxes field={form.partners} legend="Who else has a part in it?" items={items} small />
    </>
  )
}

/** What the form says of who leads and who supports. */
export function bodiesFrom(input: {
  lead: string
  partners: readonly string[]
}): Pick<Action, 'leadId' | 'partnerIds'> {
  return { leadId: input.lead === '' ? null : input.lead, partnerIds: [...new Set(input.partners)] }
}
