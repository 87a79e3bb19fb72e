import type { Module } from '#platform/module.js'
import { foundBodyCommand } from './cli/found.cli.js'
import { greeting } from './cli/greeting.js'
import { showBody } from './cli/show.cli.js'
import { addAreaPage } from './pages/add-area.page.js'
import { addForcePage } from './pages/add-force.page.js'
import { addOrganisationPage } from './pages/add-organisation.page.js'
import { bodyPage } from './pages/body.page.js'
import { brandBodyPage } from './pages/brand-body.page.js'
import { describeBodyPage } from './pages/describe-body.page.js'
import { setLastDayPage } from './pages/set-last-day.page.js'
import { bodyPermissions } from './permissions.js'

export { demonstrationDay, officeShell } from './data/shell.queries.js'

export const bodyModule: Module = {
  name: 'body',
  routes: [bodyPage, describeBodyPage, brandBodyPage, addForcePage, addAreaPage, addOrganisationPage, setLastDayPage],
  commands: [showBody, foundBodyCommand],
  permissions: bodyPermissions,
  greeting,
}
