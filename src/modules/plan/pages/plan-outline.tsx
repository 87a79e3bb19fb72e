import type { FormMeta } from '#platform/web/form.js'
import { Form, Heading, Hidden, Outline, OutlineItem, Small, TextButton, Tools } from '#ui/components.js'
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
  return (
    <>
      {childrenOf(props.tree, null).map((theme) => (
        <Theme key={theme.id} {...props} node={theme} />
      ))}
    </>
  )
}

function Theme({ node, ...props }: OutlineProps & { node: PlanNode }) {
  const { tree, names, form } = props
  const who = ledBy(node, levelOf(tree, node), names)
  return (
    <>
      <Heading level={2} id={`part-${node.id}`}>
        {node.title}
      </Heading>
      {who ? <Small>{who}</Small> : null}
      {form ? (
        <Tools>
          <PartTools tree={tree} node={node} form={form} />
        </Tools>
      ) : null}
      <Below {...props} parentId={node.id} />
    </>
  )
}

function Below({ parentId, ...props }: OutlineProps & { parentId: string }) {
  const groups = Map.groupBy(childrenOf(props.tree, parentId), (node) => node.levelId)
  return (
    <>
      {[...groups].map(([levelId, nodes]) => (
        <Outline key={levelId} label={props.tree.levels.find(({ id }) => id === levelId)?.plural ?? ''}>
          {nodes.map((node) => (
            <Part key={node.id} {...props} node={node} />
          ))}
        </Outline>
      ))}
    </>
  )
}

function Part({ node, ...props }: OutlineProps & { node: PlanNode }) {
  const { tree, names, form } = props
  return (
    <OutlineItem
      id={`part-${node.id}`}
      title={node.title}
      detail={ledBy(node, levelOf(tree, node), names)}
      tools={form ? <PartTools tree={tree} node={node} form={form} /> : undefined}
    >
      <Below {...props} parentId={node.id} />
    </OutlineItem>
  )
}

function levelOf({ levels }: PlanTree, { levelId }: PlanNode): Level | undefined {
  return levels.find(({ id }) => id === levelId)
}

function ledBy(node: PlanNode, level: Level | undefined, names: Names): string | undefined {
  const nameOf = (id: string) => names.get(id)?.shortName ?? 'Unknown body'
  const lead = node.bodies.find((body) => body.role === 'lead')
  const support = node.bodies.filter((body) => body.role === 'support').map((body) => nameOf(body.organisationId))
  const helped = support.length > 0 ? `, with ${support.join(', ')}` : ''
  if (lead) return `Led by ${nameOf(lead.organisationId)}${helped}`
  if (support.length > 0) return `Nobody leads yet${helped}`
  return level?.isTracked ? 'Nobody leads yet' : undefined
}

type PartToolsProps = { readonly tree: PlanTree; readonly node: PlanNode; readonly form: { readonly $form: FormMeta } }

function PartTools({ tree, node, form }: PartToolsProps) {
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
