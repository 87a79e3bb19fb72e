import { versionField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Crumbs, Eyebrow, Form, Heading, Hidden, LinkButton, Promised } from '#ui/components.js'
import { countOf, plural } from '#ui/format.js'
import { removeNode } from '../actions/remove-node.js'
import { latestVersion } from '../data/version.queries.js'
import { childrenOf, nodeOf } from '../domain/tree.js'
import { anchorOf, crumbsTo, loadNode } from './load-node.js'

export const removeNodePage = page('/staff/plans/nodes/:nodeId/remove', {
  permission: 'plan:edit',
  load: async ({ deps, params }) => {
    const place = await loadNode(deps.db, params.nodeId)
    const last = await latestVersion(deps.db, place.tree.plan.id)
    return {
      ...place,
      below: childrenOf(place.tree, place.node.id).length,
      publishedIn: last && nodeOf(last.content, place.node.id) ? last.number : undefined,
    }
  },
  form: { version: versionField() },
  values: ({ node }) => ({ version: node.version }),
  submit: async ({ deps, actor, data, input }) => {
    const { node, level } = data
    const result = await removeNode(deps, actor, { nodeId: node.id, version: input.version })
    if (result.ok) return redirectTo(`/staff/plans/${node.planId}`, `${level.name} removed from the draft`)
    return redirectTo(`/staff/plans/nodes/${node.id}/remove`)
  },
  title: ({ node }) => `Remove: ${node.title}`,
  view: (data, form) => (
    <>
      <Crumbs items={crumbsTo(data)} />
      <Form of={form}>
        <Eyebrow>{data.level.name}</Eyebrow>
        <Heading>Remove this part</Heading>
        <Promised>{data.node.title}</Promised>
        {data.below > 0 ? (
          <p>
            This cannot be removed while {countOf(data.below, 'part')} {plural(data.below, 'hangs', 'hang')} from it.
            Move or remove what hangs from it first.
          </p>
        ) : (
          <Asking publishedIn={data.publishedIn} />
        )}
        <Hidden name="version" value={form.version.value} />
        <ButtonGroup>
          {data.below > 0 ? null : (
            <Button kind="warning" preventDoubleClick>
              Remove it
            </Button>
          )}
          <LinkButton kind="secondary" href={anchorOf(data.node)}>
            Keep it
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  ),
})

function Asking({ publishedIn }: { publishedIn: number | undefined }) {
  return (
    <>
      <p>It will be taken out of the draft. Actions and measures that are tied to it will have nothing to hang from.</p>
      <p>
        {publishedIn === undefined
          ? 'The public has not read it.'
          : `The public reads it in version ${publishedIn}, which keeps it. The next version will say that it was removed.`}
      </p>
    </>
  )
}
