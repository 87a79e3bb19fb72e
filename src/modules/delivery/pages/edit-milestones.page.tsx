import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Hidden } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { editMilestones } from '../actions/edit-milestones.js'
import { ActionCrumbs } from './action-crumbs.view.js'
import { explainMilestones } from './explain.js'
import { loadAction } from './load.js'
import { draftsIn, gapsIn, MilestoneRow, milestoneFields, ROWS, valuesOf } from './milestone-form.js'

/** How many empty places stand below the milestones that there are. */
const SPARE = 2

export const editMilestonesPage = page('/staff/actions/:actionId/milestones', {
  permission: 'delivery:edit',
  load: async ({ deps, actor, params }) => (await loadAction(deps, actor, params.actionId)).recorded.action,
  form: { ...milestoneFields, version: versionField() },
  values: ({ milestones, version }) => ({ ...valuesOf(milestones), version }),
  submit: async ({ deps, actor, params: { actionId }, input }) => {
    const gaps = gapsIn(input)
    if (Object.keys(gaps).length > 0) return { kind: 'errors', errors: gaps }
    const request = { actionId, version: input.version, milestones: draftsIn(input) }
    const result = await editMilestones(deps, actor, request)
    return result.ok
      ? redirectTo(`/staff/actions/${actionId}`, 'Milestones saved')
      : fieldError('title1', explainMilestones(result.error))
  },
  title: ({ title }) => `Milestones of: ${title}`,
  view: (action, form) => {
    const used = ROWS.filter((row) => form[`id${row}`].value || form[`title${row}`].value).at(-1) ?? 0
    return (
      <Form of={form}>
        <ActionCrumbs action={action} />
        <Heading>Milestones</Heading>
        <p>
          Each is one thing that is either done or not by its day, on or before {formatDate(action.dueOn)}. Empty both
          its words and its date to take one away. They are kept in the order of their dates.
        </p>
        {action.publishedAt ? <p>This action is public: what you save here is public at once.</p> : null}
        <Hidden name="version" value={form.version.value} />
        {ROWS.filter((row) => row <= used + SPARE).map((row) => (
          <MilestoneRow key={row} form={form} row={row} isNew={form[`id${row}`].value === ''} />
        ))}
        <ButtonGroup>
          <Button preventDoubleClick>Save milestones</Button>
          <a href={`/staff/actions/${action.id}`}>Leave them as they were</a>
        </ButtonGroup>
      </Form>
    )
  },
})
