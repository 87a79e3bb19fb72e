import { addDays, financialYearEnd, type IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

/**
 * The police and crime plan of one term of office (Police Reform and Social Responsibility Act 2011 s.5).
 * `version` goes up by one whenever the plan's own words, dates or levels are saved.
 */
export type Plan = {
  readonly id: string
  readonly bodyId: string
  readonly slug: string
  readonly title: string
  readonly vision: string
  /** The day of the ordinary election that this plan follows. */
  readonly electionOn: IsoDate
  /** The day on which the next ordinary election is expected. */
  readonly nextElectionOn: IsoDate
  /** The first day of the planning period. */
  readonly startsOn: IsoDate
  readonly version: number
}

/** One of the plan's own words for its parts: "Theme", "Objective", "Priority for action". */
export type Level = {
  readonly id: string
  readonly planId: string
  /** The level that its parts hang from; null for the first. */
  readonly parentId: string | null
  readonly position: number
  readonly name: string
  readonly plural: string
  /** Whether its parts are promises that the public may follow: each needs a lead. */
  readonly isTracked: boolean
  /** Whether actions hang from its parts. */
  readonly holdsActions: boolean
}

/** A body that leads or supports one part of the plan, and what it does there. */
export type NodeBody = { readonly organisationId: string; readonly role: 'lead' | 'support'; readonly part: string }

/** One part of a plan: a theme, an objective, a commitment. Its id and slug stay the same through every version. */
export type PlanNode = {
  readonly id: string
  readonly planId: string
  readonly levelId: string
  readonly parentId: string | null
  /** Its order among the parts of its level under the same parent; gaps mean nothing. */
  readonly position: number
  readonly slug: string
  readonly title: string
  readonly text: string
  readonly version: number
  readonly bodies: readonly NodeBody[]
}

/** The days for which a plan speaks, both included. */
export type PlanningPeriod = { readonly from: IsoDate; readonly until: IsoDate }

type PlanDates = Pick<Plan, 'electionOn' | 'nextElectionOn' | 'startsOn'>

/**
 * From the day that the plan starts to the last day of the financial year in which the next ordinary election
 * is expected (Police Reform and Social Responsibility Act 2011 s.7(3) and (7)).
 */
export function planningPeriod(plan: Pick<Plan, 'startsOn' | 'nextElectionOn'>): PlanningPeriod {
  return { from: plan.startsOn, until: financialYearEnd(plan.nextElectionOn) }
}

/** The last day by which a new office holder must issue a plan: the end of the financial year of the election (s.5(1)). */
export function issueBy(plan: Pick<Plan, 'electionOn'>): IsoDate {
  return financialYearEnd(plan.electionOn)
}

/** The last day on which the first plan of a term may start: the first of the next financial year (s.7(3) and (7)). */
export function latestFirstStart(plan: Pick<Plan, 'electionOn'>): IsoDate {
  return addDays(issueBy(plan), 1)
}

/** Why the dates of a plan cannot stand. */
export type DateRefusal =
  | { readonly code: 'next-election-not-later' }
  | { readonly code: 'starts-before-election' }
  | { readonly code: 'starts-after-next-election' }

/** A plan starts between the election that it follows and the next one (s.7(7)). */
export function checkDates<T extends PlanDates>(dates: T): Result<T, DateRefusal> {
  if (dates.nextElectionOn <= dates.electionOn) return err({ code: 'next-election-not-later' })
  if (dates.startsOn < dates.electionOn) return err({ code: 'starts-before-election' })
  if (dates.startsOn > dates.nextElectionOn) return err({ code: 'starts-after-next-election' })
  return ok(dates)
}
