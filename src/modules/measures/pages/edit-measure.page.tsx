import { found } from '#platform/errors.js'
import { dateField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, DateInput, Form, Heading, Hidden, Small, Textarea } from '#ui/components.js'
import { refusedField } from '../actions/definition-refusal.js'
import { editMeasure } from '../actions/edit-measure.js'
import { measureById } from '../data/measures.queries.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { descriptionFrom, MeasureFields, measureFields, valuesFrom } from './measure-form.js'

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
    if (!result.ok) {
      const { field, words } = refusedField(result.error)
      return fieldError(field, words)
    }
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
