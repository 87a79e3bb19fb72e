/** What other modules may use of police data. Everything else in this folder is private. */
export { crimeCounts, placeBuckets } from './actions/count-crimes.js'
export { type CoveredMonth, type ForceCoverage, monthsCovered } from './data/months-covered.queries.js'
export {
  type CountBy,
  type CountRow,
  type CrimeSlice,
  type PlaceBuckets,
  type SliceRefusal,
  sliceRefusalInWords,
} from './domain/crime-slice.js'
export { ASB, CRIME_TYPES, type CrimeType } from './domain/crime-type.js'
export { lastDayOf, type Month, monthAfter, monthsBetween } from './domain/month.js'
