import type { Module } from '#platform/module.js'
import { deliveryListCommand } from './cli/list.cli.js'
import { deliveryPublishCommand } from './cli/publish.cli.js'
import { deliveryUpdateCommand } from './cli/update.cli.js'
import { actionPage } from './pages/action.page.js'
import { actionListPage } from './pages/action-list.page.js'
import { editActionPage } from './pages/edit-action.page.js'
import { editMilestonesPage } from './pages/edit-milestones.page.js'
import { newActionPage } from './pages/new-action.page.js'
import { newNotePage } from './pages/new-note.page.js'
import { newUpdatePage } from './pages/new-update.page.js'
import { publishPage } from './pages/publish.page.js'
import { deliveryPermissions } from './permissions.js'

/** What the application takes from delivery. */
export const deliveryModule: Module = {
  name: 'delivery',
  routes: [
    actionListPage,
    newActionPage,
    actionPage,
    editActionPage,
    editMilestonesPage,
    newUpdatePage,
    newNotePage,
    publishPage,
  ],
  commands: [deliveryListCommand, deliveryUpdateCommand, deliveryPublishCommand],
  permissions: deliveryPermissions,
}
