import type { Module } from '#platform/module.js'
import { policeFiles } from './actions/note-lake-files.js'
import { operationsPermissions } from './permissions.js'

export { noteLakeFiles } from './actions/note-lake-files.js'
export { beginRun, endRun } from './actions/run-once.js'
export { isBackupDue, lastBackup } from './data/run.queries.js'
export { backupsToForget } from './domain/kept-backups.js'

export const operationsModule: Module = {
  name: 'operations',
  routes: [],
  commands: [],
  permissions: operationsPermissions,
  proofs: [policeFiles],
}
