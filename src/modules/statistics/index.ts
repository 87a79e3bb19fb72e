/** What other modules may use of statistics. Everything else in this folder is private. */
export { controlChart, FEWEST_POINTS } from './domain/control-chart.js'
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
} from './domain/types.js'
