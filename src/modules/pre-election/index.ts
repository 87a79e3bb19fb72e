/** What other modules may use of the days before an election. Everything else in this folder is private. */
export { preElectionOn } from './data/pre-election.queries.js'
export type { PreElectionPeriod } from './domain/period.js'
