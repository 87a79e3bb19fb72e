import type { IsoDate } from '#kernel/dates.js'

/** One step of an action, done when an update says so. */
export type Milestone = {
  readonly id: string
  readonly title: string
  readonly dueOn: IsoDate
  readonly position: number
}

/** Something that a body has undertaken to do under a part of the plan. */
export type Action = {
  readonly id: string
  readonly planId: string
  readonly nodeId: string
  readonly slug: string
  readonly position: number
  readonly title: string
  readonly description: string
  /** The organisation that answers for it; null when nobody does yet. */
  readonly leadId: string | null
  readonly partnerIds: readonly string[]
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
  readonly publishedAt: string | null
  readonly version: number
  /** In the order of their due dates. */
  readonly milestones: readonly Milestone[]
}

/** What a form or a file says of an action before it is checked. */
export type ActionDraft = Pick<
  Action,
  'nodeId' | 'title' | 'description' | 'leadId' | 'partnerIds' | 'startsOn' | 'dueOn'
>

/** A milestone as typed: it has no id until it is first kept. */
export type MilestoneDraft = { readonly id: string | null; readonly title: string; readonly dueOn: IsoDate }

/** Why an action cannot be kept as typed. */
export type ActionRefusal =
  | { readonly code: 'due-before-start' }
  | { readonly code: 'milestone-after-due'; readonly title: string; readonly dueOn: IsoDate }
  | { readonly code: 'too-many-milestones' }
  | { readonly code: 'node-holds-no-actions' }
  | { readonly code: 'unknown-organisation' }
  | { readonly code: 'lead-is-partner' }

/** As many milestones as one page asks about: an action that needs more is two actions. */
export const MOST_MILESTONES = 12

/** No action has more milestones than a person can see and change at once. */
export function problemWithCount(milestones: readonly unknown[]): ActionRefusal | undefined {
  return milestones.length > MOST_MILESTONES ? { code: 'too-many-milestones' } : undefined
}

/** Dates run from start to due, and no milestone is due after its action. */
export function problemWithDates(
  { startsOn, dueOn }: Pick<Action, 'startsOn' | 'dueOn'>,
  milestones: readonly Pick<Milestone, 'title' | 'dueOn'>[],
): ActionRefusal | undefined {
  if (dueOn < startsOn) return { code: 'due-before-start' }
  const late = milestones.find((milestone) => milestone.dueOn > dueOn)
  return late && { code: 'milestone-after-due', title: late.title, dueOn: late.dueOn }
}

/** Who may be named: bodies that the office works with, and nobody twice. */
export function problemWithBodies(
  { leadId, partnerIds }: Pick<Action, 'leadId' | 'partnerIds'>,
  known: ReadonlySet<string>,
): ActionRefusal | undefined {
  if (leadId !== null && partnerIds.includes(leadId)) return { code: 'lead-is-partner' }
  const named = leadId === null ? partnerIds : [leadId, ...partnerIds]
  return named.every((id) => known.has(id)) ? undefined : { code: 'unknown-organisation' }
}

/** Whether the organisation leads or supports the action: only then may its people see and update it. */
export function isTheirs(
  { leadId, partnerIds }: Pick<Action, 'leadId' | 'partnerIds'>,
  organisationId: string | undefined,
): boolean {
  return organisationId !== undefined && (leadId === organisationId || partnerIds.includes(organisationId))
}
