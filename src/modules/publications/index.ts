/** What other modules may use of publications. Everything else in this folder is private. */
export { correctionsOf } from './data/publications.queries.js'
export type { CorrectionFacts } from './domain/correction.js'
