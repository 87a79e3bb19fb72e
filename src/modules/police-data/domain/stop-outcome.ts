/** What came of a stop and search, under one name for the wordings of all years. */
export const STOP_OUTCOMES = [
  'No further action',
  'Arrest',
  'Summons or charge by post',
  'Caution',
  'Penalty notice',
  'Community resolution',
  'Drugs warning',
  'Something found, outcome not published',
] as const
export type StopOutcome = (typeof STOP_OUTCOMES)[number]

const WORDINGS: readonly (readonly [RegExp, StopOutcome])[] = [
  [/no further action|nothing found/, 'No further action'],
  [/arrest/, 'Arrest'],
  [/summons|charged by post|postal requisition/, 'Summons or charge by post'],
  [/drugs? possession warning|cannabis warning|khat/, 'Drugs warning'],
  [/caution/, 'Caution'],
  [/penalty notice|fixed penalty/, 'Penalty notice'],
  [/community resolution|local resolution/, 'Community resolution'],
  [/article found/, 'Something found, outcome not published'],
]

/** One name for what came of a search, in the wordings since 2014; null where nothing is recorded or it cannot be told. */
export function stopOutcomeOf(published: string | null): StopOutcome | null {
  const text = (published ?? '').trim().toLowerCase()
  return WORDINGS.find(([wording]) => wording.test(text))?.[1] ?? null
}

/** Searches, by what a find rate needs to know of them. */
export type SearchTotals = {
  readonly searches: number
  /** Any outcome but no further action. */
  readonly withOutcome: number
  /** No outcome recorded at all. */
  readonly outcomeUnknown: number
  /** The outcome is linked to what was searched for. */
  readonly linked: number
  /** There is an outcome, and it is not recorded whether it is linked. */
  readonly linkUnknown: number
}

/** Searches that ended alike. */
export type EndedSearches = {
  readonly outcome: string | boolean | null
  readonly find: string | boolean | null
  readonly count: number
}

/** What came of searches, added up. */
export function addedTotals(rows: readonly EndedSearches[]): SearchTotals {
  const among = (test: (row: EndedSearches) => boolean) =>
    rows.filter(test).reduce((total, { count }) => total + count, 0)
  const led = ({ outcome }: EndedSearches) => outcome !== null && stopOutcomeOf(String(outcome)) !== 'No further action'
  return {
    searches: among(() => true),
    withOutcome: among(led),
    outcomeUnknown: among(({ outcome }) => outcome === null),
    linked: among((row) => led(row) && row.find === true),
    linkUnknown: among((row) => led(row) && row.find === null),
  }
}

/** How a find rate counts. There are two, and they must never be compared with each other. */
export const FIND_RATES = {
  outcome: {
    name: 'Searches with an outcome',
    definition:
      'Searches that ended in anything other than no further action, of all searches with a recorded outcome. It does not say that what was searched for was found.',
  },
  linked: {
    name: 'Searches that found what was looked for',
    definition:
      'Searches whose outcome is recorded as linked to the object of the search, of all searches with a recorded outcome. No further action counts as not linked; an outcome for which it is not recorded is left out of both numbers.',
  },
} as const
export type FindRateKind = keyof typeof FIND_RATES

/** The two numbers of a find rate, by its kind. Searches of which it is not known stand in neither. */
export function findShare(kind: FindRateKind, totals: SearchTotals): { readonly count: number; readonly of: number } {
  const known = totals.searches - totals.outcomeUnknown
  if (kind === 'outcome') return { count: totals.withOutcome, of: known }
  return { count: totals.linked, of: Math.max(0, known - totals.linkUnknown) }
}
