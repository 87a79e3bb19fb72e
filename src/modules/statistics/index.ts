/** What other modules may use of statistics. Everything else in this folder is private. */

export { type Claim, claimsIn, claimsNotBorneOut, wordsAllowed } from './domain/claims.js'
export type {
  Assurance,
  ControlChart,
  ControlInput,
  ControlOptions,
  ControlPoint,
  ControlProblem,
  ControlResult,
  Direction,
  Phase,
  Rule,
  RunsAnalysis,
  Variation,
} from './domain/control.js'
export { controlChart, FEWEST_POINTS } from './domain/control-chart.js'
export { normalQuantile } from './domain/distributions.js'
export {
  type Comparison,
  differenceOfShares,
  type Interval,
  meanInterval,
  type Rate,
  rateInterval,
  ratioOfRates,
  type Share,
  wilsonInterval,
} from './domain/intervals.js'
export { runsInWords, summaryOf, type Writing } from './domain/words.js'
