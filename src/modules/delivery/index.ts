/** What other modules may use. Everything else in this folder is private. */
export { createAction } from './actions/create-action.js'
export { editAction } from './actions/edit-action.js'
export { editMilestones } from './actions/edit-milestones.js'
export { type Imported, type ImportedAction, importActions } from './actions/import-actions.js'
export { publishUpdates } from './actions/publish-updates.js'
export { recordUpdate } from './actions/record-update.js'
export { actionById } from './data/action.queries.js'
export {
  deliveryFor,
  publishedDelivery,
  publishedUpdates,
  type UpdateOfAction,
  waitingToBePublished,
} from './data/delivery.queries.js'
export type { Action, Milestone } from './domain/action.js'
export { type StatusChange, statusHistory } from './domain/history.js'
export {
  type ActionPicture,
  coverageInWords,
  type DeliveryPicture,
  idsUnder,
  statesByNode,
  type TreeShape,
  trackedState,
} from './domain/picture.js'
export type { MilestoneState, Status, StatusReport } from './domain/report.js'
export {
  countsInWords,
  NODE_STATUSES,
  type NodeState,
  type NodeStatus,
  rollUp,
  stateInWords,
} from './domain/roll-up.js'
export { DAYS_BETWEEN_UPDATES, daysOverdue, statusOf } from './domain/status.js'
export type { Evidence, Override, Update, UpdateDraft } from './domain/update.js'
export { type DeliveryTask, deliveryTasks } from './domain/waiting.js'
export { ActionDetail } from './pages/action-detail.view.js'
export { ActionTable } from './pages/action-table.view.js'
export { ownOrganisations } from './pages/own-organisations.js'
export { stateOf, statusText, tagText } from './pages/words.js'
