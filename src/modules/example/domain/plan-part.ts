/** A body beside the one that leads, by its key, and what it does. */
type Supporting = { readonly organisation: string; readonly role: string }

/** One part of a plan as the files have it: everything else is named by key. */
export type PlanPart = {
  readonly key: string
  readonly level: string
  readonly title: string
  readonly text: string
  readonly lead: string | null
  readonly supporting: readonly Supporting[]
  readonly children: readonly PlanPart[]
}

/** How the first version of a plan differed from what its file says. */
export type Before = {
  /** Parts that came later. */
  readonly absent: readonly string[]
  readonly worded: readonly Pick<PlanPart, 'key' | 'title' | 'text'>[]
  /** Parts that stood elsewhere: the place, from 1, among the parts of their level there. */
  readonly placed: readonly { readonly key: string; readonly parent: string; readonly place: number }[]
  readonly led: readonly Pick<PlanPart, 'key' | 'lead' | 'supporting'>[]
}

/** A part with everything under it, in reading order, and the key of the part that it stands under. */
export type PlacedPart = { readonly part: PlanPart; readonly parent: string | null }

/** Every part of a plan in reading order. */
export function partsOf(parts: readonly PlanPart[], parent: string | null = null): PlacedPart[] {
  return parts.flatMap((part) => [{ part, parent }, ...partsOf(part.children, part.key)])
}

/** The parts of a plan as they were before its changes. */
export function asBefore(parts: readonly PlanPart[], before: Before): PlanPart[] {
  const known = new Map(partsOf(parts).map(({ part }) => [part.key, part]))
  for (const key of keysIn(before)) if (!known.has(key)) throw new RangeError(`There is no part '${key}'`)
  const wording = new Map(before.worded.map((each) => [each.key, each]))
  const leads = new Map(before.led.map((each) => [each.key, each]))
  const lifted = new Set([...before.absent, ...before.placed.map(({ key }) => key)])
  const reworded = (part: PlanPart): PlanPart => ({ ...part, ...wording.get(part.key), ...leads.get(part.key) })
  const rebuild = (list: readonly PlanPart[], parent: string | null): PlanPart[] => {
    const kept = list.filter(({ key }) => !lifted.has(key)).map(reworded)
    for (const { key, place } of before.placed.filter((each) => each.parent === parent)) {
      const part = known.get(key)
      if (part) kept.splice(indexOf(kept, part.level, place), 0, reworded(part))
    }
    return kept.map((part) => ({ ...part, children: rebuild(part.children, part.key) }))
  }
  return rebuild(parts, null)
}

/** The place, from 1, that a part has among the parts of its level beside it. */
export function placeIn(parts: readonly PlanPart[], key: string): number {
  const siblings = siblingsOf(parts, key)
  const level = siblings.find((part) => part.key === key)?.level
  return siblings.filter((part) => part.level === level).findIndex((part) => part.key === key) + 1
}

function siblingsOf(parts: readonly PlanPart[], key: string): readonly PlanPart[] {
  if (parts.some((part) => part.key === key)) return parts
  return parts.map((part) => siblingsOf(part.children, key)).find((found) => found.length > 0) ?? []
}

/** Where in the list the part comes to stand, so that it has this place among its level's parts. */
function indexOf(parts: readonly PlanPart[], level: string, place: number): number {
  const ofLevel = parts.flatMap((part, index) => (part.level === level ? [index] : []))
  return ofLevel[place - 1] ?? parts.length
}

function keysIn({ absent, worded, placed, led }: Before): string[] {
  return [...absent, ...[...worded, ...placed, ...led].map(({ key }) => key), ...placed.map(({ parent }) => parent)]
}
