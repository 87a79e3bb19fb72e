import type { Module } from '#platform/module.js'
import { readPlanCommand } from './cli/read.cli.js'
import { draftPlanPage } from './pages/draft-plan.page.js'
import { moneyFile } from './pages/money-file.js'
import { planDocumentPage } from './pages/plan-document.page.js'
import { readPlanPage } from './pages/read-plan.page.js'
import { planReadingPermissions } from './permissions.js'

export const planReadingModule: Module = {
  name: 'plan-reading',
  routes: [readPlanPage, planDocumentPage, draftPlanPage, moneyFile],
  commands: [readPlanCommand],
  permissions: planReadingPermissions,
}
