import { found } from '#platform/errors.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading } from '#ui/components.js'
import { addNode } from '../actions/add-node.js'
import { planTree } from '../data/plan.queries.js'
import { checkParent } from '../domain/placement.js'
import { nodeOf } from '../domain/tree.js'
import { bodyChoices } from './body-choices.js'
import { assignmentFrom, NODE_FIELDS, NodeQuestions, refusedField, rowWithoutBody } from './node-form.js'
import { explainPlacement } from './words.js'

export const newNodePage = page('/staff/plans/:planId/nodes/new', {
  permission: 'plan:edit',
  load: async ({ deps, params, query }) => {
    const tree = found(await planTree(deps.db, params.planId))
    const parentId = query.parent || null
    const level = checkParent(tree, query.level ?? '', parentId)
    return {
      plan: tree.plan,
      parent: parentId === null ? undefined : nodeOf(tree, parentId),
      level: found(level.ok ? level.value : undefined, 'No part of that kind can stand there'),
      bodies: await bodyChoices(deps.db, { bodyId: tree.plan.bodyId, today: deps.today() }),
    }
  },
  form: NODE_FIELDS,
  submit: async ({ deps, actor, data, input }) => {
    const { plan, level, parent } = data
    const orphan = rowWithoutBody(input)
    if (orphan) return fieldError(orphan, 'Select the body that does this')
    const request = { planId: plan.id, levelId: level.id, parentId: parent?.id ?? null }
    const { title, text } = input
    const result = await addNode(deps, actor, { ...request, title, text, bodies: assignmentFrom(input) })
    if (result.ok) return redirectTo(`/staff/plans/${plan.id}#part-${result.value.id}`, `${level.name} added`)
    const { error } = result
    if (error.code === 'unknown-body' || error.code === 'named-twice' || error.code === 'too-many') {
      const { field, message } = refusedField(error, input)
      return fieldError(field, message)
    }
    return fieldError('title', explainPlacement(error))
  },
  title: ({ level }) => `Add ${level.name.toLowerCase()}`,
  view: ({ plan, parent, level, bodies }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Plans', href: '/staff/plans' },
          { label: plan.title, href: `/staff/plans/${plan.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Add {level.name.toLowerCase()}</Heading>
        <p>
          It will stand last under <strong>{parent?.title ?? plan.title}</strong>.
        </p>
        <NodeQuestions form={form} bodies={bodies} />
        <Button preventDoubleClick>Add</Button>
      </Form>
    </>
  ),
})
