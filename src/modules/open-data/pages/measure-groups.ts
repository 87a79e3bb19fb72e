import { type frameworks, inOrder, type MeasurePicture, type SignalOrder } from '#modules/measures/index.js'
import type { PlanThemes } from '#modules/public-site/index.js'

/** Measures under one heading of the table. */
export type MeasureGroup = {
  readonly id: string
  readonly title: string
  readonly pictures: readonly MeasurePicture[]
  /** What a measure is called here, by its id, where that is not its own name. */
  readonly labels?: ReadonlyMap<string, string>
}

type Framed = Awaited<ReturnType<typeof frameworks>>[number]

/** What the list is asked for. */
export type Chosen = {
  readonly plan: PlanThemes | undefined
  readonly theme: PlanThemes['themes'][number] | undefined
  readonly framed: Framed | undefined
  readonly order: SignalOrder
}

/** The measures of a framework, of a theme, or of each part of the plan, in the order asked for. */
export function groupsOf(pictures: readonly MeasurePicture[], { plan, theme, framed, order }: Chosen): MeasureGroup[] {
  const put = (group: MeasureGroup): MeasureGroup => ({ ...group, pictures: inOrder(group.pictures, order) })
  if (framed) {
    const byId = new Map(pictures.map((picture) => [picture.measure.id, picture]))
    const labels = new Map(framed.measures.map(({ measure, label }) => [measure.id, label]))
    const own = framed.measures.flatMap(({ measure }) => byId.get(measure.id) ?? [])
    return [put({ id: 'framework', title: framed.framework.name, pictures: own, labels })]
  }
  if (theme) {
    const own = pictures.filter(({ measure }) => measure.nodeIds.some((id) => theme.nodeIds.has(id)))
    return [put({ id: 'theme', title: theme.node.title, pictures: own })]
  }
  if (order !== 'plan') return [put({ id: 'all', title: 'All measures', pictures })]
  return byPart(pictures, plan).filter(({ pictures: own }) => own.length > 0)
}

/** Each measure stands once: under the first part of the plan that it informs. */
function byPart(pictures: readonly MeasurePicture[], plan: PlanThemes | undefined): MeasureGroup[] {
  const left = new Set(pictures)
  const take = (test: (picture: MeasurePicture) => boolean) => {
    const taken = [...left].filter(test)
    for (const each of taken) left.delete(each)
    return taken
  }
  const earlier = take(({ isKept }) => isKept)
  const parts = (plan?.themes ?? []).map(({ node, nodeIds }) => ({
    id: node.slug,
    title: node.title,
    pictures: take(({ measure }) => measure.nodeIds.some((id) => nodeIds.has(id))),
  }))
  return [
    ...parts,
    {
      id: 'others',
      title: parts.some((part) => part.pictures.length > 0) ? 'Other measures' : 'All measures',
      pictures: [...left],
    },
    { id: 'earlier', title: 'Kept for an earlier plan', pictures: earlier },
  ]
}
