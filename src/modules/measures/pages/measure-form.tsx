import { choiceField, linkField, manyField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import type { InputOf } from '#platform/web/page.js'
import { Checkboxes, Heading, Radios, Textarea, TextInput } from '#ui/components.js'
import { type MeasureDraft, POLARITIES } from '../domain/measure.js'
import { FREQUENCIES } from '../domain/period.js'
import { UNITS } from '../domain/unit.js'
import { MethodFields, methodFields, methodFrom, methodValues } from './method-fields.js'
import { FREQUENCY_CHOICES, POLARITY_CHOICES, UNIT_CHOICES } from './words.js'

/** The questions that a new measure and a changed one share. Only its name and kind must be known at once. */
export const measureFields = {
  title: textField({ missing: 'Enter what the measure is called', max: 120, name: 'Name' }),
  definition: textField({ max: 1000, name: 'Definition' }),
  unit: choiceField(UNITS, { missing: 'Select what its figures are' }),
  unitLabel: textField({ max: 60, name: 'What stands after a figure' }),
  polarity: choiceField(POLARITIES, { missing: 'Select which way is wanted' }),
  frequency: choiceField(FREQUENCIES, { missing: 'Select how often there are figures' }),
  numerator: textField({ max: 300, name: 'What is counted' }),
  denominator: textField({ max: 300, name: 'What it is a share of' }),
  ...methodFields,
  source: textField({ max: 300, name: 'Source' }),
  sourceUrl: linkField({ name: 'Address of the source' }),
  owner: textField({ max: 120, name: 'Owner' }),
  geography: textField({ max: 200, name: 'Place' }),
  caveat: textField({ max: 2000, name: 'Caveat' }),
  headline: manyField(['yes']),
}

type Fields = typeof measureFields

/** What the form says of the measure. */
export function descriptionFrom({
  headline,
  formula,
  pooling,
  per,
  controlChart,
  beyondWhole,
  traits,
  suppressBelow,
  ...rest
}: InputOf<Fields>): MeasureDraft {
  const method = methodFrom({ formula, pooling, per, controlChart, beyondWhole, traits, suppressBelow })
  return { ...rest, ...method, isHeadline: headline.includes('yes') }
}

/** What the form shows first for a stored measure. */
export function valuesFrom(draft: MeasureDraft): Partial<InputOf<Fields>> {
  const { title, definition, unit, unitLabel, polarity, frequency, numerator, denominator } = draft
  const { source, sourceUrl, owner, geography, caveat, isHeadline } = draft
  return {
    ...{ title, definition, unit, unitLabel, polarity, frequency, numerator, denominator },
    ...{ source, sourceUrl, owner, geography, caveat, headline: isHeadline ? ['yes'] : [] },
    ...methodValues(draft),
  }
}

/** The questions as a person sees them. */
export function MeasureFields({ form }: { form: FormView<keyof Fields> }) {
  return (
    <>
      <TextInput field={form.title} label="What is it called?" hint="As people say it: Burglary, 999 calls." />
      <Textarea field={form.definition} label="What does it mean?" hint="One or two sentences for anyone." rows={3} />
      <Heading level={2}>Its figures</Heading>
      <Radios field={form.unit} legend="What are its figures?" items={UNIT_CHOICES} small />
      <TextInput
        field={form.unitLabel}
        label="What stands after a figure?"
        hint="Crimes, days, or for a percentage: of prosecutions."
        width={20}
      />
      <Radios field={form.frequency} legend="How often are there figures?" items={FREQUENCY_CHOICES} small />
      <Radios field={form.polarity} legend="Which way is wanted?" items={POLARITY_CHOICES} small />
      <TextInput field={form.numerator} label="What is counted?" hint="The numerator." />
      <TextInput
        field={form.denominator}
        label="What is it a share of?"
        hint="The denominator. Leave empty for counts and pounds."
      />
      <MethodFields form={form} />
      <Heading level={2}>Where they come from</Heading>
      <TextInput field={form.source} label="Source" />
      <TextInput field={form.sourceUrl} label="Address of the source, if it has one" type="url" spellcheck={false} />
      <TextInput field={form.owner} label="Who answers for the figures?" hint="A role, not a name." />
      <TextInput field={form.geography} label="Which place do they cover?" />
      <Textarea field={form.caveat} label="What should a reader bear in mind?" rows={4} />
      <Checkboxes
        field={form.headline}
        legend="Front page"
        items={[{ value: 'yes', text: 'One of the figures that people ask for first' }]}
        small
      />
    </>
  )
}
