import { treeOfNode } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Select } from '#ui/components.js'
import { createAction } from '../actions/create-action.js'
import { ActionCrumbs } from './action-crumbs.view.js'
import { ActionFields, actionFields, bodiesFrom } from './action-form.js'
import { explainAction } from './explain.js'
import { bodiesToName, chosenPlan, placesForActions } from './load.js'

export const newActionPage = page('/staff/actions/new', {
  permission: 'delivery:edit',
  load: async ({ deps, query }) => {
    const of = query.node ? await treeOfNode(deps.db, query.node) : undefined
    const tree = found(of ?? (await chosenPlan(deps, query.plan)), 'There is no plan to add an action to')
    return { tree, node: query.node ?? '', bodies: await bodiesToName(deps, tree.plan.bodyId, []) }
  },
  form: { node: idField({ missing: 'Select the part of the plan that it serves' }), ...actionFields },
  values: ({ node }) => ({ node }),
  submit: async ({ deps, actor, input, data }) => {
    const { node, title, description, startsOn, dueOn } = input
    const draft = { nodeId: node, title, description, startsOn, dueOn, ...bodiesFrom(input) }
    const result = await createAction(deps, actor, { planId: data.tree.plan.id, ...draft })
    return result.ok
      ? redirectTo(`/staff/actions/${result.value.id}/milestones`, 'Action added. Now give it milestones')
      : fieldError(...explainAction(result.error))
  },
  title: () => 'New action',
  view: ({ tree, bodies }, form) => (
    <Form of={form}>
      <ActionCrumbs />
      <Heading>New action</Heading>
      <Select
        field={form.node}
        label="Which part of the plan does it serve?"
        hint={tree.plan.title}
        items={[{ value: '', text: 'Choose one' }, ...placesForActions(tree)]}
      />
      <ActionFields form={form} bodies={bodies} />
      <ButtonGroup>
        <Button preventDoubleClick>Add action</Button>
        <a href="/staff/actions">Leave without adding</a>
      </ButtonGroup>
    </Form>
  ),
})
