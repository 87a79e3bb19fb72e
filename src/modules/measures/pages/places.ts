import { allPlans, type PlanTree, pathTo, planTree } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'

/** One place in a plan that a measure can inform. */
type Place = { readonly id: string; readonly title: string; readonly level: string; readonly depth: number }

/** The places under one theme of one plan, in reading order; the theme itself is the first. */
export type PlaceGroup = { readonly plan: string; readonly theme: string; readonly places: readonly Place[] }

/** Every place of every plan as it is drafted, by theme, the newest plan first. */
export async function placeGroups(db: Db): Promise<PlaceGroup[]> {
  const groups: PlaceGroup[] = []
  for (const { id } of await allPlans(db)) {
    const tree = await planTree(db, id)
    if (tree) groups.push(...groupsOf(tree))
  }
  return groups
}

function groupsOf(tree: PlanTree): PlaceGroup[] {
  const levels = new Map(tree.levels.map(({ id, name }) => [id, name]))
  const themes = new Map<string, Place[]>()
  for (const node of tree.nodes) {
    const path = pathTo(tree, node.id)
    const theme = path[0]
    if (!theme) continue
    const place = { id: node.id, title: node.title, level: levels.get(node.levelId) ?? '', depth: path.length - 1 }
    themes.set(theme.id, [...(themes.get(theme.id) ?? []), place])
  }
  return [...themes.values()].map((places) => ({ plan: tree.plan.title, theme: places[0]?.title ?? '', places }))
}

/** The places with these ids, each named by its theme. */
export function namedPlaces(
  groups: readonly PlaceGroup[],
  ids: readonly string[],
): { readonly id: string; readonly label: string }[] {
  const wanted = new Set(ids)
  return groups.flatMap(({ plan, theme, places }) =>
    places
      .filter(({ id }) => wanted.has(id))
      .map(({ id, title, depth }) => ({
        id,
        label: depth === 0 ? `${title} (${plan})` : `${title} (${theme}, ${plan})`,
      })),
  )
}
