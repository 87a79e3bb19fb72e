import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede, TextInput } from '#ui/components.js'
import { frameMeasure } from '../actions/save-framework.js'
import { LABEL_PROBLEMS } from '../domain/framework.js'
import { framedMeasure } from './framed-measure.js'
import { FrameworkCrumbs } from './framework-crumbs.view.js'

export const framedMeasurePage = page('/staff/frameworks/:slug/measures/:measureId', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => framedMeasure(deps.db, params),
  form: {
    label: textField({ max: 200, name: 'Name' }),
    place: textField({ missing: 'Enter which place it has', max: 4, name: 'Place' }),
  },
  values: ({ label, measure, place }) => ({ label: label === measure.title ? '' : label, place: String(place) }),
  submit: async ({ deps, actor, params: { slug, measureId }, data: { count }, input: { label, place: text } }) => {
    const place = /^\d{1,4}$/.test(text) ? Number(text) : 0
    if (place < 1 || place > count) return fieldError('place', `Enter a place from 1 to ${count}`)
    const result = await frameMeasure(deps, actor, { framework: slug, measureId, label, place })
    if (!result.ok) return fieldError('label', LABEL_PROBLEMS[result.error.code])
    return redirectTo(`/staff/frameworks/${slug}`, 'Saved')
  },
  title: ({ measure, framework }) => `Name and place of ${measure.title}: ${framework.name}`,
  view: ({ framework, measure, count }, form) => (
    <Form of={form}>
      <FrameworkCrumbs framework={framework} />
      <Heading>{measure.title} in this framework</Heading>
      <Lede>One series of figures can have a name of its own in each framework and plan.</Lede>
      <TextInput
        field={form.label}
        label="What is it called there?"
        hint="In the framework’s own words. Leave empty if it has the same name."
      />
      <TextInput
        field={form.place}
        label="Which place does it have?"
        hint={`From 1 to ${count}, as it is listed.`}
        width={3}
      />
      <ButtonGroup>
        <Button preventDoubleClick>Save</Button>
        <a href={`/staff/frameworks/${framework.slug}`}>Leave it as it was</a>
      </ButtonGroup>
    </Form>
  ),
})
