import { found } from '#platform/errors.js'
import { manyField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Details,
  EmptyState,
  Form,
  Heading,
  Hidden,
  Lede,
  VisuallyHidden,
} from '#ui/components.js'
import { chooseNodes } from '../actions/choose-nodes.js'
import { nodeLabels } from '../data/frameworks.queries.js'
import { measureById } from '../data/measures.queries.js'
import type { Measure } from '../domain/measure.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { namedPlaces, type PlaceGroup, placeGroups } from './places.js'

export const measureNodesPage = page('/staff/measures/:measureId/nodes', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => ({
    measure: found(await measureById(deps.db, params.measureId)),
    groups: await placeGroups(deps.db),
    labels: await nodeLabels(deps.db, params.measureId),
  }),
  form: { nodes: manyField(), version: versionField() },
  values: ({ measure: { nodeIds, version } }) => ({ nodes: nodeIds, version }),
  submit: async ({ deps, actor, params: { measureId }, input: { nodes, version } }) => {
    const result = await chooseNodes(deps, actor, { measureId, version, nodeIds: nodes })
    if (!result.ok) return fieldError('nodes', 'Select places from the lists: one of them is no longer in a plan')
    return redirectTo(`/staff/measures/${measureId}`, 'Saved which places it informs')
  },
  title: ({ measure }) => `What it informs: ${measure.title}`,
  view: ({ measure, groups, labels }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Which parts of the plans does it inform?</Heading>
      <Lede>The measure is shown with every part that you tick, and with the theme that the part belongs to.</Lede>
      <Hidden name="version" value={form.version.value} />
      <OwnNames {...{ measure, groups, labels }} />
      {groups.length === 0 ? <EmptyState title="There is no plan yet" /> : null}
      {groups.map((group, index) => (
        <Checkboxes
          key={group.places[0]?.id}
          field={{ ...form.nodes, id: index === 0 ? form.nodes.id : `${form.nodes.id}-theme-${index + 1}` }}
          legend={`${group.plan}: ${group.theme}`}
          items={choicesOf(group)}
          small
        />
      ))}
      <ButtonGroup>
        <Button preventDoubleClick>Save</Button>
        <a href={`/staff/measures/${measure.id}`}>Leave it as it was</a>
      </ButtonGroup>
    </Form>
  ),
})

type NamesProps = {
  readonly measure: Measure
  readonly groups: readonly PlaceGroup[]
  readonly labels: ReadonlyMap<string, string>
}

/** What each plan calls the measure where it informs it; each name is changed on a page of its own. */
function OwnNames({ measure, groups, labels }: NamesProps) {
  const places = namedPlaces(groups, measure.nodeIds)
  if (places.length === 0) return null
  return (
    <Details summary="What the plans call it">
      <ul>
        {places.map(({ id, label }) => (
          <li key={id}>
            {label}: {labels.get(id) ?? measure.title}.{' '}
            <a href={`/staff/measures/${measure.id}/nodes/${id}/label`}>
              Change the name<VisuallyHidden> in {label}</VisuallyHidden>
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** The level is named where it changes: said under every part it would only be noise. */
function choicesOf({ places }: PlaceGroup) {
  return places.map(({ id, title, level, depth }, index) => ({
    value: id,
    text: depth === 0 ? 'The whole theme' : title,
    ...(depth > 0 && level !== places[index - 1]?.level && { hint: level }),
  }))
}
