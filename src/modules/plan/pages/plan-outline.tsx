import type { FormMeta } from '#platform/web/form.js'
import { Form, Hidden, Outline, OutlineItem, TextButton } from '#ui/components.js'
import type { OrganisationName } from '../domain/content.js'
import { placeNow } from '../domain/placement.js'
import type { Level, PlanNode } from '../domain/plan.js'
import { childrenOf, levelsBelow, type PlanTree } from '../domain/tree.js'

type Names = ReadonlyMap<string, OrganisationName>
type OutlineProps = {
  readonly tree: PlanTree
  readonly names: Names
  /** Where one-button forms get their token; absent for someone who may only read. */
  readonly form: { readonly $form: FormMeta } | undefined
}

/** The whole plan at a glance: every part with who leads it and, for those who may, what can be done to it. */
export function PlanOutline(props: OutlineProps) {
  return <Branch {...props} parentId={null} />
}

function Branch({ parentId, ...props }: OutlineProps & { parentId: string | null }) {
  const children = childrenOf(props.tree, parentId)
  if (children.length === 0) return null
  return (
    <Outline>
      {children.map((node) => (
        <Part key={node.id} {...props} node={node} />
      ))}
    </Outline>
  )
}

function Part({ node, ...props }: OutlineProps & { node: PlanNode }) {
  const { tree, names, form } = props
  const level = tree.levels.find((each) => each.id === node.levelId)
  return (
    <OutlineItem
      id={`part-${node.id}`}
      label={level?.name ?? ''}
      title={node.title}
      detail={ledBy(node, level, names)}
      tools={form ? <Tools tree={tree} node={node} form={form} /> : undefined}
    >
      <Branch {...props} parentId={node.id} />
    </OutlineItem>
  )
}

function ledBy(node: PlanNode, level: Level | undefined, names: Names): string | undefined {
  const nameOf = (id: string) => names.get(id)?.name ?? 'Unknown body'
  const lead = node.bodies.find((body) => body.role === 'lead')
  const support = node.bodies.filter((body) => body.role === 'support').map((body) => nameOf(body.organisationId))
  const helped = support.length > 0 ? `, with ${support.join(', ')}` : ''
  if (lead) return `Led by ${nameOf(lead.organisationId)}${helped}`
  if (support.length > 0) return `Nobody leads yet${helped}`
  return level?.isTracked ? 'Nobody leads yet' : undefined
}

function Tools({ tree, node, form }: { tree: PlanTree; node: PlanNode; form: { readonly $form: FormMeta } }) {
  const { place, last } = placeNow(tree, node)
  const step = (by: 1 | -1, word: string) => <Step form={form} node={node} place={place + by} word={word} />
  return (
    <>
      <Tool href={`/staff/plans/nodes/${node.id}/edit`} text="Edit" node={node} />
      {levelsBelow(tree.levels, node.levelId).map((level) => (
        <Tool key={level.id} href={addTo(tree, level, node.id)} text={`Add ${level.name.toLowerCase()}`} node={node} />
      ))}
      {place > 1 ? step(-1, 'Up') : null}
      {place < last ? step(1, 'Down') : null}
      <Tool href={`/staff/plans/nodes/${node.id}/move`} text="Move" node={node} />
      <Tool href={`/staff/plans/nodes/${node.id}/remove`} text="Remove" node={node} />
    </>
  )
}

/** Where to add a part of this level under this parent. */
export function addTo({ plan }: PlanTree, level: Level, parentId: string | null): string {
  const parent = parentId === null ? '' : `&parent=${parentId}`
  return `/staff/plans/${plan.id}/nodes/new?level=${level.id}${parent}`
}

function Tool({ href, text, node }: { href: string; text: string; node: PlanNode }) {
  return (
    <a href={href}>
      {text}
      <span class="visually-hidden">: {node.title}</span>
    </a>
  )
}

type StepProps = {
  readonly form: { readonly $form: FormMeta }
  readonly node: PlanNode
  readonly place: number
  readonly word: string
}

/** One button that posts to the page that moves parts. */
function Step({ form, node, place, word }: StepProps) {
  const $form = { ...form.$form, action: `/staff/plans/nodes/${node.id}/move`, errors: [] }
  return (
    <Form of={{ $form }} summary={false}>
      <Hidden name="version" value={String(node.version)} />
      <Hidden name="parent" value={node.parentId ?? ''} />
      <Hidden name="place" value={String(place)} />
      <TextButton what={node.title}>{word}</TextButton>
    </Form>
  )
}
