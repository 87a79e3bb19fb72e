import { choiceField, linkField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { Radios, TextInput } from '#ui/components.js'
import { GROUP_KINDS, type GroupDescription } from '../domain/group.js'
import { GROUP_KIND_WORDS } from './words.js'

/** The questions that describe a group. */
export const GROUP_FIELDS = {
  kind: choiceField(GROUP_KINDS, { missing: 'Select what kind of group it is' }),
  name: textField({ missing: 'Enter the name of the group', max: 120, name: 'Name' }),
  source: textField({ missing: 'Enter who says that these areas belong together', max: 300, name: 'Source' }),
  sourceUrl: linkField({ name: 'The address of the source' }),
  publishable: choiceField(['yes', 'no'], { missing: 'Select whether the public may see it' }),
}

type GroupInput = {
  readonly kind: GroupDescription['kind']
  readonly name: string
  readonly source: string
  readonly sourceUrl: string | null
  readonly publishable: 'yes' | 'no'
}

/** The answers as a group is described. */
export function descriptionOf({ publishable, kind, name, source, sourceUrl }: GroupInput): GroupDescription {
  return { kind, name, source, sourceUrl, isPublishable: publishable === 'yes' }
}

/** The questions as they stand on a page. */
export function GroupQuestions({ form }: { form: FormView<keyof typeof GROUP_FIELDS> }) {
  return (
    <>
      <Radios
        field={form.kind}
        legend="Kind"
        items={GROUP_KINDS.map((value) => ({ value, text: GROUP_KIND_WORDS[value] }))}
      />
      <TextInput field={form.name} label="Name" hint="As it stands in a sentence: Neighbours of Wessex" />
      <TextInput
        field={form.source}
        label="Source"
        hint="Who says that these areas belong together, and where: a published list with its date, or the office’s own choice and its reason"
      />
      <TextInput field={form.sourceUrl} label="Address of the source" hint="Leave empty if it has none" type="url" />
      <Radios
        field={form.publishable}
        legend="May the public see comparisons with this group?"
        hint="Some peer figures are given to forces and offices only"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
    </>
  )
}
