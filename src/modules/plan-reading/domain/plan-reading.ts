import type { FoundPart, PartKind } from './found.js'
import type { MoneyTable } from './money-rows.js'

/** A plan that was read: what was found in it, and what of that somebody has confirmed. */
export type PlanDocument = {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly title: string
  readonly parts: readonly FoundPart[]
  readonly money: readonly MoneyTable[]
  readonly readAt: string
  readonly readBy: string
}

/** How the parts and rows of a reading are named: 'part-12', 'row-2-5'. */
export const partItem = (index: number) => `part-${index + 1}`
export const rowItem = (table: number, row: number) => `row-${table + 1}-${row + 1}`

/** Every item of a reading. */
export function itemsOf({ parts, money }: PlanDocument): string[] {
  return [
    ...parts.map((_, index) => partItem(index)),
    ...money.flatMap(({ rows }, table) => rows.map((_, row) => rowItem(table, row))),
  ]
}

/** What was decided of the items of a reading: the newest decision of each, and how many there were. */
export type Decisions = ReadonlyMap<string, { readonly number: number; readonly isConfirmed: boolean }>

/** Changes with every decision; counted from 1. */
export function versionOf(decisions: Decisions): number {
  return 1 + [...decisions.values()].reduce((sum, { number }) => sum + number, 0)
}

/** A part of a draft plan with what hangs from it. */
export type DraftNode = {
  readonly key: string
  readonly level: string
  readonly title: string
  readonly text: string
  readonly leadId: null
  readonly supporting: readonly never[]
  readonly children: readonly DraftNode[]
}

/** A level of a draft plan. */
export type DraftLevel = {
  readonly key: string
  readonly parent: string | null
  readonly name: string
  readonly plural: string
  readonly isTracked: boolean
  readonly holdsActions: boolean
}

/** The levels that a plan can have, in their order; measures and visions are no parts of its tree. */
const LEVELS: readonly (readonly [PartKind, string, string])[] = [
  ['theme', 'Theme', 'Themes'],
  ['aim', 'Aim', 'Aims'],
  ['outcome', 'Outcome', 'Outcomes'],
  ['objective', 'Objective', 'Objectives'],
  ['priority', 'Priority', 'Priorities'],
  ['commitment', 'Commitment', 'Commitments'],
]
/** What the public may follow, the first of these that the plan has. */
const FOLLOWED: readonly PartKind[] = ['commitment', 'priority', 'objective']
const LONGEST_TITLE = 300

/**
 * The tree of a draft plan from confirmed parts: themes, or what stands in their place (“Priority 1: …” with parts below
 * it), and under each what the document prints under it. A part whose theme was not confirmed has no place, and is left out.
 */
export function draftFrom(parts: readonly FoundPart[]): { levels: DraftLevel[]; nodes: DraftNode[] } {
  const heads = new Set(parts.flatMap(({ theme }) => theme ?? []))
  const root = parts.some(({ kind }) => kind === 'theme') ? 'theme' : parts.find(({ text }) => heads.has(text))?.kind
  const present = LEVELS.filter(([kind]) => root !== undefined && parts.some((part) => part.kind === kind))
  const followed = FOLLOWED.find((kind) => kind !== root && parts.some((part) => part.kind === kind))
  const levels = present
    .toSorted(([one], [other]) => Number(other === root) - Number(one === root))
    .map(([kind, name, plural]) => ({
      ...{ key: kind, parent: kind === root ? null : (root ?? null), name, plural },
      ...{ isTracked: kind === followed, holdsActions: kind === followed },
    }))
  const kinds = new Set(present.map(([kind]) => kind))
  const under = (theme: FoundPart) =>
    parts
      .map((part, index) => ({ part, index }))
      .filter(({ part }) => part.kind !== root && kinds.has(part.kind) && part.theme === theme.text)
      .map(({ part, index }) => nodeOf(part, index, []))
  const nodes = parts.flatMap((part, index) => (part.kind === root ? [nodeOf(part, index, under(part))] : []))
  return { levels, nodes }
}

function nodeOf({ kind, text }: FoundPart, index: number, children: readonly DraftNode[]): DraftNode {
  const title = text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
  const words = title === text ? '' : text
  return { key: partItem(index), level: kind, title, text: words, leadId: null, supporting: [], children }
}
