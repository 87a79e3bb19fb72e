import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

/**
 * The days before an election in which the office publishes nothing that could sway it, whoever gains by it. Which days
 * they are is the office’s decision, usually those from the notice of election to the close of poll.
 */
export type PreElectionPeriod = {
  readonly id: string
  /** As it stands in a sentence: "the election of the Police and Crime Commissioner on 4 May 2028". */
  readonly election: string
  readonly from: IsoDate
  /** The last day, that of the poll as a rule. */
  readonly until: IsoDate
  /** Who decided it, and where it is written. */
  readonly decidedBy: string
  /** Why it no longer counts, if it was taken back. */
  readonly takenBack: string | null
}

/** What a form says of a period before it is checked. */
export type PeriodDraft = Pick<PreElectionPeriod, 'election' | 'from' | 'until' | 'decidedBy'>

/** Why a period cannot be so. */
export type PeriodRefusal = { readonly code: 'ends-before-it-begins' } | { readonly code: 'too-long' }

/** Longer than any: a year typed wrongly must not silence an office. */
const LONGEST_DAYS = 120

/** A period that begins before it ends and is no longer than an election needs. */
export function checkPeriod(draft: PeriodDraft, days: number): Result<PeriodDraft, PeriodRefusal> {
  if (draft.until < draft.from) return err({ code: 'ends-before-it-begins' })
  return days > LONGEST_DAYS ? err({ code: 'too-long' }) : ok(draft)
}

/** The period in which a day lies, if there is one that still counts. */
export function periodOn(periods: readonly PreElectionPeriod[], day: IsoDate): PreElectionPeriod | undefined {
  return periods.find(({ from, until, takenBack }) => takenBack === null && from <= day && day <= until)
}
