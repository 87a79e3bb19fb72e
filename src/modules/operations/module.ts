import type { Module } from '#platform/module.js'
import type { RetentionRule } from '#platform/retention.js'
import { policeFiles } from './actions/note-lake-files.js'
import { retentionCommand } from './cli/retention.cli.js'
import { affairsPage } from './pages/affairs.page.js'
import { decideRetentionPage } from './pages/decide-retention.page.js'
import { retentionPage } from './pages/retention.page.js'
import { operationsPermissions } from './permissions.js'

export { noteOlderLakeFiles } from './actions/note-lake-files.js'
export { beginRun, endRun } from './actions/run-once.js'
export { isBackupDue, lastBackup } from './data/run.queries.js'
export { backupsToForget } from './domain/kept-backups.js'

/** The module over the rules of every other: how long each keeps which records. */
export function operationsOver(rules: readonly RetentionRule[]): Module {
  return {
    name: 'operations',
    routes: [affairsPage, retentionPage(rules), decideRetentionPage(rules)],
    commands: [retentionCommand(rules)],
    permissions: operationsPermissions,
    proofs: [policeFiles],
  }
}
