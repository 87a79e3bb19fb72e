import { idField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Eyebrow, Form, Heading, Hidden, Promised, Select, TextInput } from '#ui/components.js'
import { moveNode } from '../actions/move-node.js'
import { placeNow, possibleParents } from '../domain/placement.js'
import { pathTo } from '../domain/tree.js'
import { anchorOf, crumbsTo, loadNode, type NodeInTree } from './load-node.js'
import { explainPlacement } from './words.js'

export const moveNodePage = page('/staff/plans/nodes/:nodeId/move', {
  permission: 'plan:edit',
  load: ({ deps, params }) => loadNode(deps.db, params.nodeId),
  form: {
    version: versionField(),
    parent: idField({}),
    place: textField({ max: 4, name: 'The place' }),
  },
  values: ({ tree, node }) => ({
    version: node.version,
    parent: node.parentId ?? '',
    place: String(placeNow(tree, node).place),
  }),
  submit: async ({ deps, actor, data, input }) => {
    const move = { nodeId: data.node.id, version: input.version, parentId: input.parent || null }
    const result = await moveNode(deps, actor, { ...move, place: placeFrom(input.place) })
    if (result.ok) return redirectTo(anchorOf(data.node), `${data.level.name} moved`)
    return fieldError(result.error.code === 'no-such-place' ? 'place' : 'parent', explainPlacement(result.error))
  },
  title: ({ node }) => `Move: ${node.title}`,
  view: (data, form) => (
    <>
      <Crumbs items={crumbsTo(data)} />
      <Form of={form}>
        <Eyebrow>{data.level.name}</Eyebrow>
        <Heading>Move this part</Heading>
        <Promised>{data.node.title}</Promised>
        <p>{standing(data)}</p>
        <Hidden name="version" value={form.version.value} />
        {data.node.parentId === null ? (
          <Hidden name="parent" value="" />
        ) : (
          <Select field={form.parent} label="Put it under" items={parentItems(data)} />
        )}
        <TextInput
          field={form.place}
          label="Place there"
          hint={`1 is first. Leave empty to put it last.`}
          width={3}
          inputmode="numeric"
        />
        <Button preventDoubleClick>Move</Button>
      </Form>
    </>
  ),
})

function standing({ tree, node }: NodeInTree): string {
  const { place, last } = placeNow(tree, node)
  return `It now stands at place ${place} of ${last}. What hangs from it moves with it.`
}

function parentItems({ tree, node }: NodeInTree) {
  return possibleParents(tree, node).map(({ id }) => ({
    value: id,
    text: pathTo(tree, id)
      .map((each) => each.title)
      .join(' › '),
  }))
}

function placeFrom(text: string): number | null {
  if (text === '') return null
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}
