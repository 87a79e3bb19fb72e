import { dateField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { DateInput, Textarea, TextInput } from '#ui/components.js'

/** The questions about a plan as a whole. */
export const PLAN_FIELDS = {
  title: textField({ missing: 'Enter what the plan is called', max: 200, name: 'The title' }),
  vision: textField({ missing: 'Enter what the plan is for', max: 2000, name: 'The vision' }),
  electionOn: dateField({ missing: 'Enter the day of the election', name: 'The day of the election' }),
  nextElectionOn: dateField({ missing: 'Enter the day of the next election', name: 'The day of the next election' }),
  startsOn: dateField({ missing: 'Enter the first day of the plan', name: 'The first day of the plan' }),
}

/** The questions about a plan as a whole, as they stand in a form. */
export function PlanQuestions({ form }: { form: FormView<keyof typeof PLAN_FIELDS> }) {
  return (
    <>
      <TextInput
        field={form.title}
        label="What is the plan called?"
        hint="For example, Police and crime plan 2025 to 2029"
      />
      <Textarea
        field={form.vision}
        label="Vision"
        hint="What the plan is for, in a sentence that people will remember"
        rows={3}
      />
      <DateInput field={form.electionOn} legend="Day of the election that this plan follows" />
      <DateInput field={form.nextElectionOn} legend="Day on which the next ordinary election is expected" />
      <DateInput
        field={form.startsOn}
        legend="First day of the plan"
        hint="The day that it is issued, or a later day that the plan states"
      />
    </>
  )
}
