import { leadOf, type PlanContent } from './content.js'

/** What bars a plan from being published. */
export type Barrier =
  | { readonly code: 'no-theme' }
  | { readonly code: 'no-vision' }
  | { readonly code: 'no-title'; readonly nodeId: string; readonly levelName: string }
  | { readonly code: 'no-lead'; readonly nodeId: string; readonly title: string }

/**
 * Everything that must be put right before publication: a plan says what it is for, has a theme,
 * names all its parts, and no promise that the public may follow is without a body that leads it.
 */
export function barriersTo({ plan, levels, nodes }: PlanContent): Barrier[] {
  const whole: Barrier[] = []
  if (plan.vision.trim() === '') whole.push({ code: 'no-vision' })
  if (!nodes.some((node) => node.parentId === null)) whole.push({ code: 'no-theme' })
  const parts = nodes.flatMap((node): Barrier[] => {
    const level = levels.find((each) => each.id === node.levelId)
    if (node.title.trim() === '') return [{ code: 'no-title', nodeId: node.id, levelName: level?.name ?? '' }]
    if (level?.isTracked && !leadOf(node)) return [{ code: 'no-lead', nodeId: node.id, title: node.title }]
    return []
  })
  return [...whole, ...parts]
}
