import type { CountRow } from './crime-slice.js'
import {
  type CourtMonth,
  courtResultsEndIn,
  isCourtResult,
  isOpen,
  needsNoEvent,
  OUTCOME_GROUPS,
  type OutcomeGroup,
  outcomeGroupOf,
  sayTheSame,
} from './outcome-group.js'

/** Of which crimes outcomes are told: of those recorded in the months, or of any, when the outcome was recorded then. */
export type OutcomeBasis = 'crimes-recorded' | 'outcomes-recorded'

/** What each way of telling outcomes means. The two must never be added up or divided by each other. */
export const BASIS_WORDS: Readonly<Record<OutcomeBasis, string>> = {
  'crimes-recorded':
    'What became, by the newest release, of the crimes that were recorded in these months. Newer crimes have had less time: more of them are still open.',
  'outcomes-recorded':
    'Outcomes that were recorded in these months, of crimes of whatever month. One crime may have several. They are no share of the crimes recorded in the same months.',
}

/** One group of outcomes, with the outcomes as published that belong to it. */
export type GroupShare = {
  readonly group: OutcomeGroup
  readonly count: number
  /** Of all that are counted, 0 to 1; null where none are. */
  readonly share: number | null
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[]
}

/** Crimes or events by what became of them. */
export type OutcomeSummary = {
  readonly total: number
  readonly groups: readonly GroupShare[]
  /** Under investigation or awaiting a court: they may still change. */
  readonly open: number
  /** The first month from which results of courts are no longer matched; null where that cannot be told. */
  readonly courtResultsEnd: string | null
}

/** Counts by month and outcome, put in groups. Anti-social behaviour has no outcome and is left out. */
export function summaryOfOutcomes(rows: readonly Pick<CountRow, 'month' | 'outcome' | 'count'>[]): OutcomeSummary {
  const counted = rows.flatMap(({ month = '', outcome, count }) => (outcome ? [{ month, outcome, count }] : []))
  const total = sum(counted)
  const groups = OUTCOME_GROUPS.map((group): GroupShare => {
    const own = counted.filter(({ outcome }) => outcomeGroupOf(outcome) === group)
    const count = sum(own)
    const outcomes = [...Map.groupBy(own, ({ outcome }) => outcome)].map(([outcome, of]) => ({
      outcome,
      count: sum(of),
    }))
    return {
      ...{ group, count, share: total > 0 ? count / total : null },
      outcomes: outcomes.sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1)),
    }
  })
  return {
    total,
    groups: groups.filter(({ count }) => count > 0),
    open: sum(counted.filter(({ outcome }) => isOpen(outcome))),
    courtResultsEnd: courtResultsEndIn(courtMonths(counted)),
  }
}

function courtMonths(rows: readonly { month: string; outcome: string; count: number }[]): CourtMonth[] {
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, own]) => ({
    month,
    charged: sum(own.filter(({ outcome }) => outcomeGroupOf(outcome) === 'Charged or sent to court')),
    withResult: sum(own.filter(({ outcome }) => isCourtResult(outcome))),
  }))
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}

/** How what street files say last agrees with the events of outcome files, in crimes. */
export type OutcomeAgreement = {
  readonly crimes: number
  readonly same: number
  readonly different: number
  /** No event, and none to be expected: under investigation, awaiting a court, no update. */
  readonly openWithoutEvent: number
  /** No event though one is to be expected: its month is not imported, or nobody published it. */
  readonly lackingEvent: number
}

/** Crimes by whether both kinds of file say the same. Where the newest month has several events, one that agrees is enough. */
export function agreementOf(
  pairs: readonly { readonly inStreet: string; readonly events: string | null; readonly crimes: number }[],
): OutcomeAgreement {
  const total = (test: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(test).reduce((all, { crimes }) => all + crimes, 0)
  const agrees = ({ inStreet, events }: (typeof pairs)[number]) =>
    events?.split('\n').some((event) => sayTheSame(inStreet, event)) ?? false
  return {
    crimes: total(() => true),
    same: total(agrees),
    different: total((pair) => pair.events !== null && !agrees(pair)),
    openWithoutEvent: total(({ inStreet, events }) => events === null && needsNoEvent(inStreet)),
    lackingEvent: total(({ inStreet, events }) => events === null && !needsNoEvent(inStreet)),
  }
}
