import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Eyebrow, Form, Heading, Hidden, Small } from '#ui/components.js'
import { editNode } from '../actions/edit-node.js'
import { bodyChoices } from './body-choices.js'
import { anchorOf, crumbsTo, loadNode } from './load-node.js'
import { answersFrom, assignmentFrom, NODE_FIELDS, NodeQuestions, refusedField, rowWithoutBody } from './node-form.js'

export const editNodePage = page('/staff/plans/nodes/:nodeId/edit', {
  permission: 'plan:edit',
  load: async ({ deps, params }) => {
    const place = await loadNode(deps.db, params.nodeId)
    const { bodyId } = place.tree.plan
    return { ...place, bodies: await bodyChoices(deps.db, { bodyId, today: deps.today(), named: place.node.bodies }) }
  },
  form: { version: versionField(), ...NODE_FIELDS },
  values: ({ node: { version, title, text, bodies } }) => ({ version, title, text, ...answersFrom(bodies) }),
  submit: async ({ deps, actor, data, input }) => {
    const orphan = rowWithoutBody(input)
    if (orphan) return fieldError(orphan, 'Select the body that does this')
    const { version, title, text } = input
    const edit = { nodeId: data.node.id, version, title, text, bodies: assignmentFrom(input) }
    const result = await editNode(deps, actor, edit)
    if (result.ok) return redirectTo(anchorOf(data.node), `${data.level.name} saved`)
    const { field, message } = refusedField(result.error, input)
    return fieldError(field, message)
  },
  title: ({ node }) => `Edit: ${node.title}`,
  view: (data, form) => (
    <>
      <Crumbs items={crumbsTo(data)} />
      <Form of={form}>
        <Eyebrow>{data.level.name}</Eyebrow>
        <Heading>Edit this part</Heading>
        <Small>
          <a href={`/staff/plans/nodes/${data.node.id}/move`}>Move it elsewhere</a>
          <a href={`/staff/plans/nodes/${data.node.id}/remove`}>Remove it</a>
        </Small>
        <Hidden name="version" value={form.version.value} />
        <NodeQuestions form={form} bodies={data.bodies} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})
