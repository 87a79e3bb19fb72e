import { found } from '#platform/errors.js'
import { dateField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, DateInput, Form, Heading, Hidden, Small, Textarea } from '#ui/components.js'
import { type EditRefusal, editMeasure } from '../actions/edit-measure.js'
import { measureById } from '../data/measures.queries.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { descriptionFrom, MeasureFields, measureFields, valuesFrom } from './measure-form.js'
import { chartProblems, formulaProblems, NO_SUCH_POOLING } from './method-fields.js'
import { listInWords } from './words.js'

export const editMeasurePage = page('/staff/measures/:measureId/edit', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => found(await measureById(deps.db, params.measureId)),
  form: {
    ...measureFields,
    reason: textField({ max: 1000, name: 'Reason' }),
    changesMeaningFrom: dateField({ name: 'First day of the new meaning' }),
    version: versionField(),
  },
  values: (measure) => ({ ...valuesFrom(measure), version: measure.version }),
  submit: async ({ deps, actor, params: { measureId }, input }) => {
    const { version, reason, changesMeaningFrom, ...answers } = input
    const request = { measureId, version, reason, changesMeaningFrom }
    const result = await editMeasure(deps, actor, { ...request, description: descriptionFrom(answers) })
    if (!result.ok) return fieldError(...explain(result.error))
    return redirectTo(`/staff/measures/${measureId}`, 'Measure saved')
  },
  title: (measure) => `Edit: ${measure.title}`,
  view: (measure, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Edit this measure</Heading>
      {measure.publishedAt ? <p>This measure is public: what you save here is public at once.</p> : null}
      <Hidden name="version" value={form.version.value} />
      <MeasureFields form={form} />
      <Heading level={2}>Why it changes</Heading>
      <Textarea
        field={form.reason}
        label="Why?"
        hint="Needed once the measure has figures. It stays with this wording for ever."
        rows={2}
      />
      <DateInput
        field={form.changesMeaningFrom}
        legend="If figures now mean something else, from which day?"
        hint="Leave empty when only the words change. With a day, the series breaks there."
      />
      <ButtonGroup>
        <Button preventDoubleClick>Save measure</Button>
        <a href={`/staff/measures/${measure.id}`}>Leave it as it was</a>
      </ButtonGroup>
      <Small>Every earlier wording is kept with its number.</Small>
    </Form>
  ),
})

type Wrong = 'title' | 'unit' | 'frequency' | 'formula' | 'pooling' | 'controlChart' | 'reason'

const KEPT: Readonly<Record<'unit' | 'frequency' | 'formula', string>> = {
  unit: 'What its figures are cannot change while it has figures: enter another measure instead',
  frequency: 'How often it has figures cannot change while it has some: enter another measure instead',
  formula: 'A measure that has figures of its own cannot be worked out from others: enter another measure instead',
}

function explain(refusal: EditRefusal): [Wrong, string] {
  switch (refusal.code) {
    case 'no-title':
      return ['title', 'Enter what the measure is called']
    case 'no-reason':
      return ['reason', 'Enter why the measure changes']
    case 'no-such-pooling':
      return ['pooling', NO_SUCH_POOLING]
    case 'no-such-chart':
    case 'chart-unfit':
      return ['controlChart', chartProblems(refusal)]
    case 'formula':
      return ['formula', formulaProblems(refusal.problems)]
    case 'breaks-formula':
      return ['unit', `“${refusal.title}” is worked out from it. ${formulaProblems(refusal.problems)}`]
    case 'has-figures':
      return [refusal.field, KEPT[refusal.field]]
    case 'incomplete':
      return ['title', `A public measure must stay complete: it would lack ${listInWords(refusal.missing)}`]
  }
}
