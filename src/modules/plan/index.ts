/** What other modules may use. Everything else in this folder is private. */
export { allPlans, planById, planBySlug, planTree, treeOfNode } from './data/plan.queries.js'
export {
  latestVersion,
  planInForce,
  publishedPlanBySlug,
  publishedPlans,
  versionByNumber,
  versionsOf,
} from './data/version.queries.js'
export {
  type ContentBody,
  type ContentLevel,
  type ContentNode,
  contentOf,
  leadOf,
  type PlanContent,
  supportOf,
} from './domain/content.js'
export {
  type Level,
  type NodeBody,
  type Plan,
  type PlanNode,
  type PlanningPeriod,
  planningPeriod,
} from './domain/plan.js'
export {
  childrenOf,
  descendantsOf,
  levelsBelow,
  nodeOf,
  type PlanTree,
  pathTo,
  rootOf,
  siblingsAt,
} from './domain/tree.js'
export type { PlanVersion, PublishedPlan } from './domain/version.js'
