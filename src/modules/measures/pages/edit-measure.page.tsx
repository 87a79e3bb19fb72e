import { found } from '#platform/errors.js'
import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Hidden, Small } from '#ui/components.js'
import { type EditRefusal, editMeasure } from '../actions/edit-measure.js'
import { measureById } from '../data/measures.queries.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { descriptionFrom, MeasureFields, measureFields, valuesFrom } from './measure-form.js'
import { listInWords } from './words.js'

export const editMeasurePage = page('/staff/measures/:measureId/edit', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => found(await measureById(deps.db, params.measureId)),
  form: { ...measureFields, version: versionField() },
  values: (measure) => ({ ...valuesFrom(measure), version: measure.version }),
  submit: async ({ deps, actor, params: { measureId }, input: { version, ...answers } }) => {
    const result = await editMeasure(deps, actor, { measureId, version, description: descriptionFrom(answers) })
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
      <ButtonGroup>
        <Button preventDoubleClick>Save measure</Button>
        <a href={`/staff/measures/${measure.id}`}>Leave it as it was</a>
      </ButtonGroup>
      <Small>What stood before is kept in the audit trail.</Small>
    </Form>
  ),
})

function explain(refusal: EditRefusal): ['title' | 'unit' | 'frequency', string] {
  switch (refusal.code) {
    case 'no-title':
      return ['title', 'Enter what the measure is called']
    case 'has-figures':
      return refusal.field === 'unit'
        ? ['unit', 'What its figures are cannot change while it has figures: enter another measure instead']
        : ['frequency', 'How often it has figures cannot change while it has some: enter another measure instead']
    case 'incomplete':
      return ['title', `A public measure must stay complete: it would lack ${listInWords(refusal.missing)}`]
  }
}
