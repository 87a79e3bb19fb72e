import { found } from '#platform/errors.js'
import { idField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Form, Heading, Select, TextInput } from '#ui/components.js'
import { frameworkNamed } from '../actions/labels-of.js'
import { frameMeasure } from '../actions/save-framework.js'
import { allMeasures } from '../data/measures.queries.js'
import { LABEL_PROBLEMS } from '../domain/framework.js'
import { FrameworkCrumbs } from './framework-crumbs.view.js'

export const frameMeasurePage = page('/staff/frameworks/:slug/measures/new', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => {
    const { framework, measures } = found(await frameworkNamed(deps.db, params.slug))
    const within = new Set(measures.map(({ measure }) => measure.id))
    return { framework, others: (await allMeasures(deps.db)).filter(({ id }) => !within.has(id)) }
  },
  form: {
    measure: idField({ missing: 'Select a measure' }),
    label: textField({ max: 200, name: 'Name' }),
  },
  submit: async ({ deps, actor, params: { slug }, data: { others }, input: { measure: measureId, label } }) => {
    if (!others.some(({ id }) => id === measureId)) return fieldError('measure', 'Select a measure from the list')
    const result = await frameMeasure(deps, actor, { framework: slug, measureId, label })
    if (!result.ok) return fieldError('label', LABEL_PROBLEMS[result.error.code])
    return redirectTo(`/staff/frameworks/${slug}`, 'Put in')
  },
  title: ({ framework }) => `Put in a measure: ${framework.name}`,
  view: ({ framework, others }, form) => (
    <Form of={form}>
      <FrameworkCrumbs framework={framework} />
      <Heading>Put a measure in this framework</Heading>
      <Select
        field={form.measure}
        label="Which measure?"
        items={[
          { value: '', text: 'Choose a measure' },
          ...others.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <TextInput
        field={form.label}
        label="What is it called there?"
        hint="In the framework’s own words. Leave empty if it has the same name."
      />
      <Button preventDoubleClick>Put in</Button>
    </Form>
  ),
})
