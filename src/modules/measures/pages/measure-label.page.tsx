import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Hidden, Lede, TextInput } from '#ui/components.js'
import { labelMeasure } from '../actions/save-framework.js'
import { nodeLabels } from '../data/frameworks.queries.js'
import { measureById } from '../data/measures.queries.js'
import { LABEL_PROBLEMS } from '../domain/framework.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { namedPlaces, placeGroups } from './places.js'

const WAS = 'was:'

export const measureLabelPage = page('/staff/measures/:measureId/nodes/:nodeId/label', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId, nodeId } }) => {
    const measure = found(await measureById(deps.db, measureId))
    const informed = measure.nodeIds.filter((id) => id === nodeId)
    const place = found(namedPlaces(await placeGroups(deps.db), informed)[0])
    return { measure, place, label: (await nodeLabels(deps.db, measureId)).get(nodeId) ?? '' }
  },
  form: {
    // The name that was read stands in for a version.
    version: textField({ missing: 'Reload the page and try again', max: 210, name: 'The name as it was' }),
    label: textField({ max: 200, name: 'Name' }),
  },
  values: ({ label }) => ({ version: WAS + label, label }),
  submit: async ({ deps, actor, params: { measureId, nodeId }, input: { version, label } }) => {
    const wasRead = version.slice(WAS.length)
    const read = version.startsWith(WAS) ? wasRead : version
    const result = await labelMeasure(deps, actor, { measureId, nodeId, label, wasRead: read })
    if (!result.ok) return fieldError('label', LABEL_PROBLEMS[result.error.code])
    return redirectTo(`/staff/measures/${measureId}/nodes`, 'Name saved')
  },
  title: ({ measure }) => `The plan’s own name: ${measure.title}`,
  view: ({ measure, place }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>What does the plan call this measure?</Heading>
      <Lede>{place.label}</Lede>
      <Hidden name="version" value={form.version.value} />
      <TextInput
        field={form.label}
        label="The plan’s own name"
        hint={`Leave empty if the plan says ${measure.title} too. One series carries on from plan to plan under each name.`}
      />
      <ButtonGroup>
        <Button preventDoubleClick>Save</Button>
        <a href={`/staff/measures/${measure.id}/nodes`}>Leave it as it was</a>
      </ButtonGroup>
    </Form>
  ),
})
