import type { Module } from '#platform/module.js'
import { publishedPlans } from './actions/prove-versions.js'
import { comparePlanCommand } from './cli/compare.cli.js'
import { importPlanCommand } from './cli/import.cli.js'
import { listPlansCommand } from './cli/list.cli.js'
import { publishPlanCommand } from './cli/publish.cli.js'
import { showPlanCommand } from './cli/show.cli.js'
import { verifyPlanCommand } from './cli/verify.cli.js'
import { editNodePage } from './pages/edit-node.page.js'
import { editPlanPage } from './pages/edit-plan.page.js'
import { levelsPage } from './pages/levels.page.js'
import { moveNodePage } from './pages/move-node.page.js'
import { newNodePage } from './pages/new-node.page.js'
import { newPlanPage } from './pages/new-plan.page.js'
import { planPage } from './pages/plan.page.js'
import { planChangesPage } from './pages/plan-changes.page.js'
import { planListPage } from './pages/plan-list.page.js'
import { planVersionsPage } from './pages/plan-versions.page.js'
import { publishPlanPage } from './pages/publish-plan.page.js'
import { removeNodePage } from './pages/remove-node.page.js'
import { planPermissions } from './permissions.js'

/** What the application takes from plans. */
export const planModule: Module = {
  name: 'plan',
  routes: [
    planListPage,
    newPlanPage,
    planPage,
    editPlanPage,
    levelsPage,
    newNodePage,
    editNodePage,
    moveNodePage,
    removeNodePage,
    publishPlanPage,
    planVersionsPage,
    planChangesPage,
  ],
  commands: [
    listPlansCommand,
    showPlanCommand,
    comparePlanCommand,
    publishPlanCommand,
    verifyPlanCommand,
    importPlanCommand,
  ],
  permissions: planPermissions,
  proofs: [publishedPlans],
}
