import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { type Assignment, type AssignmentRefusal, assign } from './bodies.js'
import type { Level, NodeBody, PlanNode } from './plan.js'

/** A level of a plan that comes from elsewhere; keys stand for ids that are not yet given. */
export type LevelSeed = Pick<Level, 'name' | 'plural' | 'isTracked' | 'holdsActions'> & {
  readonly key: string
  /** The key of the level that it hangs from. */
  readonly parent: string | null
}

/** A part of a plan that comes from elsewhere, with all that hangs from it. */
export type NodeSeed = Assignment & {
  readonly key: string
  /** The key of its level. */
  readonly level: string
  readonly title: string
  readonly text: string
  readonly children: readonly NodeSeed[]
}

/** What planting needs to know of the register that the plan comes into. */
export type Ground = {
  readonly planId: string
  readonly newId: () => string
  readonly organisations: ReadonlySet<string>
}

/** The levels and parts of a plan with their ids, ready to be kept, parents before what hangs from them. */
export type Planted = {
  readonly levels: readonly Level[]
  readonly nodes: readonly PlanNode[]
  readonly nodeIdsByKey: ReadonlyMap<string, string>
}

/** Gives a plan from elsewhere its ids, slugs and places, or says everything that is wrong with it. */
export function plant(
  seeds: { readonly levels: readonly LevelSeed[]; readonly nodes: readonly NodeSeed[] },
  ground: Ground,
): Result<Planted, string[]> {
  const problems: string[] = []
  const levels = plantLevels(seeds.levels, ground, problems)
  const bed: Bed = { ...ground, levels, nodes: [], ids: new Map(), slugs: new Set(), problems }
  for (const [index, seed] of seeds.nodes.entries()) plantNode(bed, seed, { parent: null, index })
  if (problems.length > 0) return err(problems)
  return ok({ levels: [...levels.values()], nodes: bed.nodes, nodeIdsByKey: bed.ids })
}

type Bed = Ground & {
  readonly levels: ReadonlyMap<string, Level>
  readonly nodes: PlanNode[]
  readonly ids: Map<string, string>
  readonly slugs: Set<string>
  readonly problems: string[]
}

function plantLevels(seeds: readonly LevelSeed[], { planId, newId }: Ground, problems: string[]): Map<string, Level> {
  const levels = new Map<string, Level>()
  seeds.forEach(({ key, parent, ...traits }, position) => {
    const above = parent === null ? null : levels.get(parent)
    if (above === undefined) problems.push(`Level ${key} hangs from ${parent}, which is not a level before it`)
    if (levels.has(key)) problems.push(`There are two levels ${key}`)
    levels.set(key, { ...traits, id: newId(), planId, parentId: above?.id ?? null, position })
  })
  return levels
}

function plantNode(bed: Bed, seed: NodeSeed, at: { parent: PlanNode | null; index: number }): void {
  const { key, title, text } = seed
  const level = bed.levels.get(seed.level)
  if (!level) bed.problems.push(`${key} is of level ${seed.level}, which is not a level of this plan`)
  else if (level.parentId !== (at.parent?.levelId ?? null))
    bed.problems.push(`${key} cannot stand there: ${level.name}`)
  if (bed.ids.has(key)) bed.problems.push(`There are two parts ${key}`)
  if (title.trim() === '') bed.problems.push(`${key} has no title`)
  const slug = freeSlug(title, bed.slugs)
  bed.slugs.add(slug)
  const node: PlanNode = {
    ...{ id: bed.newId(), planId: bed.planId, levelId: level?.id ?? '', parentId: at.parent?.id ?? null },
    ...{ position: at.index, slug, title, text, version: 1, bodies: bodiesOf(bed, seed) },
  }
  bed.ids.set(key, node.id)
  bed.nodes.push(node)
  for (const [index, child] of seed.children.entries()) plantNode(bed, child, { parent: node, index })
}

function bodiesOf(bed: Bed, seed: NodeSeed): readonly NodeBody[] {
  const bodies = assign(seed, bed.organisations)
  if (bodies.ok) return bodies.value
  bed.problems.push(`${seed.key} ${problemWith(bodies.error)}`)
  return []
}

function problemWith(refusal: AssignmentRefusal): string {
  if (refusal.code === 'too-many') return `names more than ${refusal.most} supporting bodies`
  if (refusal.code === 'named-twice') return `names a body twice: ${refusal.organisationId}`
  return `names a body that the office does not know: ${refusal.organisationId}`
}
