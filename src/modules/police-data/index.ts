/** What other modules may use of police data. Everything else in this folder is private. */

export { type BindRequest, bindSlice, previewSlice, unbindSlice, unboundInWords } from './actions/bind-slice.js'
export { type ComparedForce, compareForces, type ForceComparison } from './actions/compare-forces.js'
export { crimeCounts, placeBuckets } from './actions/count-crimes.js'
export { type OutcomeJoin, outcomeJoin, outcomeSummary, outcomesRecorded } from './actions/count-outcomes.js'
export { stopCounts, stopTotals } from './actions/count-stops.js'
export { boundSlices, fillBindings } from './actions/fill-bindings.js'
export type { ImportOutcome } from './actions/import-outcome.js'
export { importPoliceFiles } from './actions/import-police-files.js'
export { type OwnForce, ownForce } from './actions/own-force.js'
export { type PublicRefusal, type PublicRow, publicCounts } from './actions/public-counts.js'
export { type Revision, revisionBy } from './actions/read-changes.js'
export { readCoverage } from './actions/read-coverage.js'
export { type ReconciledYear, reconcileYears } from './actions/reconcile-years.js'
export { type RepeatRequest, repeatLocations } from './actions/repeat-locations.js'
export { sliceInWords } from './actions/slice-in-words.js'
export { type FindRate, type FindRates, type StopRates, stopRates } from './actions/stop-rates.js'
export { type PastImport, pastImports, setAsideBy } from './data/files.queries.js'
export { type CoveredMonth, type ForceCoverage, monthsCovered } from './data/months-covered.queries.js'
export type { BoundSlice } from './domain/binding.js'
export { wordsOfMove } from './domain/changes-in-words.js'
export {
  type CountBy,
  type CountRow,
  type CrimeSlice,
  type PlaceBuckets,
  type SliceRefusal,
  sliceRefusalInWords,
} from './domain/crime-slice.js'
export { ASB, breaksOfTypes, CRIME_TYPES, type CrimeType, crimeTypeNamed } from './domain/crime-type.js'
export { RATIO_DEFINITION } from './domain/disproportionality.js'
export { COMPARISON_CAVEAT } from './domain/force-comparison.js'
export { monthRuns } from './domain/import-gaps.js'
export { lastDayOf, type Month, monthAfter, monthsBetween } from './domain/month.js'
export { BASIS_WORDS, type GroupShare, type OutcomeBasis, type OutcomeSummary } from './domain/outcome-cohort.js'
export { COURT_RESULTS_END, OUTCOME_GROUPS, type OutcomeGroup, outcomeGroupOf } from './domain/outcome-group.js'
export { POINTS_CAVEAT, type RepeatLocation } from './domain/repeat-location.js'
export { FIND_RATES, type FindRateKind, findShare } from './domain/stop-outcome.js'
export type { GroupTotals, StopBy, StopRow, StopSlice } from './domain/stop-slice.js'
