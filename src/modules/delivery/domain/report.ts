import type { IsoDate } from '#kernel/dates.js'
import type { Milestone } from './action.js'

/** How an action is going. */
export type Status = 'complete' | 'on-course' | 'behind' | 'not-started' | 'not-updated'

/** A milestone with when it was done, and whether its day has passed without that. */
export type MilestoneState = Milestone & { readonly doneOn: IsoDate | null; readonly isLate: boolean }

/** The status of an action on a day, and why. */
export type StatusReport = {
  readonly status: Status
  /** What the milestones and dates alone say, before any override and whatever the age of the last update. */
  readonly computed: Exclude<Status, 'not-updated'>
  /** Present when a person set the status: their reason, which is published. */
  readonly reason?: string
  /** A plain sentence. */
  readonly why: string
  readonly lastUpdateOn: IsoDate | null
  /** Open, begun, and no update for more than 92 days. */
  readonly isStale: boolean
  /** The earliest due date that has passed with the work not done. */
  readonly lateSince: IsoDate | null
  /** The last day on which an update is in time; null once complete. */
  readonly nextUpdateDueOn: IsoDate | null
  readonly milestones: readonly MilestoneState[]
}
