/** What other modules may use. Everything else in this folder is private. */

export { addNode, type NodeRequest } from './actions/add-node.js'
export { assignBodies } from './actions/assign-bodies.js'
export { createPlan, type PlanRequest } from './actions/create-plan.js'
export { prospectOf } from './actions/draft-content.js'
export { editLevels } from './actions/edit-levels.js'
export { editNode } from './actions/edit-node.js'
export { editPlan } from './actions/edit-plan.js'
export { type ImportedPlan, type ImportRefusal, importPlan, type PlanImport } from './actions/import-plan.js'
export { moveNode } from './actions/move-node.js'
export { type PublicationRefusal, publishVersion } from './actions/publish-version.js'
export { removeNode } from './actions/remove-node.js'
export { verifyVersions } from './actions/verify-versions.js'
export { planFromFile } from './cli/plan-file.js'
export { allPlans, planById, planBySlug, planTree, treeOfNode } from './data/plan.queries.js'
export {
  planInForce,
  publishedPlanBySlug,
  publishedPlans,
  versionByText,
  versionsOf,
} from './data/version.queries.js'
export type { Change, NodeChange, PlanChange } from './domain/change.js'
export { compareContents } from './domain/compare.js'
export {
  type ContentBody,
  type ContentLevel,
  type ContentNode,
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
export type { Verdict } from './domain/verdict.js'
export type { PlanVersion, PublishedPlan } from './domain/version.js'
export { type Marked, markWords } from './domain/words.js'
export { ComparedVersions, ComparisonView, MarkedWords } from './pages/comparison.view.js'
export { PLAN_FIELDS, PlanQuestions } from './pages/plan-form.js'
export { PlanText } from './pages/plan-text.view.js'
export { explainDates } from './pages/words.js'
