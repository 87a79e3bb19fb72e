import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Hidden, Small } from '#ui/components.js'
import { editAction } from '../actions/edit-action.js'
import { ActionCrumbs } from './action-crumbs.view.js'
import { ActionFields, actionFields, bodiesFrom } from './action-form.js'
import { explainAction } from './explain.js'
import { bodiesToName, loadAction } from './load.js'

export const editActionPage = page('/staff/actions/:actionId/edit', {
  permission: 'delivery:edit',
  load: async ({ deps, actor, params }) => {
    const { recorded, tree } = await loadAction(deps, actor, params.actionId)
    const { action } = recorded
    const named = action.leadId === null ? action.partnerIds : [action.leadId, ...action.partnerIds]
    return { action, tree, bodies: await bodiesToName(deps, tree.plan.bodyId, named) }
  },
  form: { ...actionFields, version: versionField() },
  values: ({ action: { title, description, leadId, partnerIds, startsOn, dueOn, version } }) => ({
    ...{ title, description, startsOn, dueOn, version },
    lead: leadId ?? '',
    partners: partnerIds,
  }),
  submit: async ({ deps, actor, params: { actionId }, input, data }) => {
    const { title, description, startsOn, dueOn, version } = input
    const draft = { nodeId: data.action.nodeId, title, description, startsOn, dueOn, ...bodiesFrom(input) }
    const result = await editAction(deps, actor, { actionId, version, ...draft })
    if (result.ok) return redirectTo(`/staff/actions/${actionId}`, 'Action saved')
    const [field, message] = explainAction(result.error)
    return fieldError(field === 'node' ? 'title' : field, message)
  },
  title: ({ action }) => `Edit: ${action.title}`,
  view: ({ action, bodies }, form) => (
    <Form of={form}>
      <ActionCrumbs action={action} />
      <Heading>Edit this action</Heading>
      {action.publishedAt ? <p>This action is public: what you save here is public at once.</p> : null}
      <Hidden name="version" value={form.version.value} />
      <ActionFields form={form} bodies={bodies} />
      <ButtonGroup>
        <Button preventDoubleClick>Save action</Button>
        <a href={`/staff/actions/${action.id}`}>Leave it as it was</a>
      </ButtonGroup>
      <Small>What stood before is kept in the audit trail.</Small>
    </Form>
  ),
})
