import type { IsoDate } from '#kernel/dates.js'
import type { ContentBody } from './content.js'
import type { Marked } from './words.js'

/** Where a part stands: under which part (null: the plan itself) and at which place, from 1, in its level. */
export type Place = { readonly parentTitle: string | null; readonly place: number }

/** Which part changed: its level and title, and the titles above it, all as in the newer version that has it. */
export type ChangedPart = {
  readonly id: string
  readonly levelName: string
  readonly title: string
  readonly path: readonly string[]
}

/** A body's support that came, went or changed. */
export type SupportChange = { readonly name: string; readonly before: string | null; readonly after: string | null }

/** What happened to one part between two versions. A part may be reworded, moved and reassigned at once. */
export type NodeChange = ChangedPart &
  (
    | { readonly kind: 'added' | 'removed'; readonly text: string; readonly bodies: readonly ContentBody[] }
    | { readonly kind: 'reworded'; readonly markedTitle: Marked[] | null; readonly markedText: Marked[] | null }
    | { readonly kind: 'moved'; readonly from: Place; readonly to: Place }
    | {
        readonly kind: 'reassigned'
        readonly lead: { readonly from: string | null; readonly to: string | null } | null
        readonly supporting: readonly SupportChange[]
      }
  )

/** What happened to the plan as a whole. */
export type PlanChange =
  | { readonly kind: 'plan-reworded'; readonly what: 'title' | 'vision' | 'bodyName'; readonly marked: Marked[] }
  | { readonly kind: 'plan-redated'; readonly what: PlanDate; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'level-changed'; readonly before: string | null; readonly after: string | null }

/** The dates that a plan carries. */
export type PlanDate = 'electionOn' | 'nextElectionOn' | 'startsOn'

/** One difference between two versions of a plan. */
export type Change = NodeChange | PlanChange
