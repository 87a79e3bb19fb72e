import { choiceField, dateField, linkField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { DateInput, Radios, TextInput } from '#ui/components.js'
import { FRAMEWORK_KINDS } from '../domain/framework.js'
import { FRAMEWORK_KIND_WORDS } from './framework-words.js'

/** The questions that describe a framework. */
export const frameworkFields = {
  name: textField({ missing: 'Enter the name of the framework', max: 120, name: 'Name' }),
  kind: choiceField(FRAMEWORK_KINDS, { missing: 'Select what kind of set it is' }),
  source: textField({ missing: 'Enter where it is laid down', max: 300, name: 'Source' }),
  sourceUrl: linkField({ name: 'Address of the source' }),
  startsOn: dateField({ name: 'First day' }),
  endsOn: dateField({ name: 'Last day' }),
}

/** What is said when the last day lies before the first. */
export const ENDS_TOO_SOON = 'The last day must not lie before the first'

/** The questions as a person sees them. */
export function FrameworkQuestions({ form }: { form: FormView<keyof typeof frameworkFields> }) {
  return (
    <>
      <TextInput field={form.name} label="Name" hint="As people say it: National crime and policing measures." />
      <Radios
        field={form.kind}
        legend="What kind of set is it?"
        items={FRAMEWORK_KINDS.map((value) => ({ value, text: FRAMEWORK_KIND_WORDS[value] }))}
        small
      />
      <TextInput field={form.source} label="Where is it laid down?" hint="The document, with its date." />
      <TextInput field={form.sourceUrl} label="Address of the source, if it has one" type="url" spellcheck={false} />
      <DateInput field={form.startsOn} legend="From which day does it hold?" hint="Leave empty if nobody says." />
      <DateInput field={form.endsOn} legend="Until which day?" hint="Leave empty while it holds." />
    </>
  )
}
