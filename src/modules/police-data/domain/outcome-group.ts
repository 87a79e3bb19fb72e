/** What became of a crime, in the groups in which outcomes are told to residents. */
export const OUTCOME_GROUPS = [
  'Charged or sent to court',
  'Dealt with out of court',
  'Action by another body',
  'Not in the public interest',
  'Suspect could not be prosecuted',
  'No suspect identified',
  'Under investigation',
  'Not known',
] as const
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]

/** What courts decided; of later crimes the courts' results are no longer matched (see `COURT_RESULTS_END`). */
const COURT_RESULTS = [
  'Court case unable to proceed',
  'Defendant found not guilty',
  'Defendant sent to Crown Court',
  'Offender deprived of property',
  'Offender fined',
  'Offender given absolute discharge',
  'Offender given community sentence',
  'Offender given conditional discharge',
  'Offender given suspended prison sentence',
  'Offender ordered to pay compensation',
  'Offender otherwise dealt with',
  'Offender sent to prison',
  'Offender sentenced as part of another case',
] as const

const MEMBERS: Readonly<Record<OutcomeGroup, readonly string[]>> = {
  'Charged or sent to court': [
    'Suspect charged',
    'Suspect charged as part of another case',
    'Awaiting court outcome',
    'Court result unavailable',
    ...COURT_RESULTS,
  ],
  'Dealt with out of court': [
    'Local resolution',
    'Offender given a caution',
    'Offender given a drugs possession warning',
    'Offender given penalty notice',
  ],
  'Action by another body': ['Action to be taken by another organisation'],
  'Not in the public interest': [
    'Formal action is not in the public interest',
    'Further action is not in the public interest',
    'Further investigation is not in the public interest',
  ],
  'Suspect could not be prosecuted': ['Unable to prosecute suspect'],
  'No suspect identified': ['Investigation complete; no suspect identified'],
  'Under investigation': ['Under investigation'],
  'Not known': ['Status update unavailable'],
}

const GROUP_OF = new Map(
  OUTCOME_GROUPS.flatMap((group) => MEMBERS[group].map((outcome) => [outcome.toLowerCase(), group] as const)),
)

/** The group of an outcome as published; null for anti-social behaviour, which has none. New wordings are not known. */
export function outcomeGroupOf(outcome: string | null): OutcomeGroup | null {
  const text = (outcome ?? '').trim().toLowerCase()
  return text === '' ? null : (GROUP_OF.get(text) ?? 'Not known')
}

/** Whether an outcome is what a court decided. */
export function isCourtResult(outcome: string | null): boolean {
  return COURT_RESULTS.some((each) => each.toLowerCase() === (outcome ?? '').trim().toLowerCase())
}

/** The crime may still move to another outcome. */
export function isOpen(outcome: string | null): boolean {
  const text = (outcome ?? '').toLowerCase()
  return text === 'under investigation' || text === 'awaiting court outcome'
}

/** What street files say of a crime whose suspect was charged and whose court result is not there, or not there yet. */
const CHARGED_IN_STREET = ['court result unavailable', 'awaiting court outcome']

/** What street files alone say: no event of an outcome file stands behind them. */
const STREET_ONLY = ['under investigation', 'status update unavailable', ...CHARGED_IN_STREET]

/**
 * Whether the last outcome in a street file and the newest outcome event of the same crime say the same. A suspect
 * charged stands in street files as awaiting or lacking a court result.
 */
export function sayTheSame(inStreet: string, event: string): boolean {
  const [street, outcome] = [inStreet.trim().toLowerCase(), event.trim().toLowerCase()]
  return street === outcome || (outcome === 'suspect charged' && CHARGED_IN_STREET.includes(street))
}

/** Whether an outcome of a street file can be without any event in the outcome files. */
export function needsNoEvent(inStreet: string): boolean {
  return STREET_ONLY.includes(inStreet.trim().toLowerCase())
}

/** Said wherever court results stand in a row of months. */
export const COURT_RESULTS_END =
  'From about 2020 to 2021 on, results of courts are no longer matched to crimes: “Court result unavailable” rises and fines, sentences and acquittals fall towards nought. That is a change in the data, not in the courts.'

/** Crimes of one month that came to charge or court, and of how many a court's result is known. */
export type CourtMonth = { readonly month: string; readonly charged: number; readonly withResult: number }

/** Fewer than this share of charged crimes with a court's result: results are no longer matched. */
const MATCHED_SHARE = 0.1

/**
 * The first month from which on court results are no longer matched, as the data show it: in no later month does a
 * court's result stand behind a tenth of the crimes charged, and in some earlier month it did. Null where results were
 * matched to the end, or never were.
 */
export function courtResultsEndIn(months: readonly CourtMonth[]): string | null {
  const counted = months.filter(({ charged }) => charged > 0).sort((a, b) => (a.month < b.month ? -1 : 1))
  const last = counted.findLastIndex(({ charged, withResult }) => withResult / charged >= MATCHED_SHARE)
  return last === -1 ? null : (counted[last + 1]?.month ?? null)
}
