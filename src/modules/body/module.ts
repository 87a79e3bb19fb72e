import type { Module } from '#platform/module.js'
import { showBody } from './cli/show.cli.js'
import { addOrganisationPage } from './pages/add-organisation.page.js'
import { bodyPage } from './pages/body.page.js'
import { brandBodyPage } from './pages/brand-body.page.js'
import { describeBodyPage } from './pages/describe-body.page.js'
import { bodyPermissions } from './permissions.js'

export { demonstrationDay, officeShell } from './data/shell.queries.js'

export const bodyModule: Module = {
  name: 'body',
  routes: [bodyPage, describeBodyPage, brandBodyPage, addOrganisationPage],
  commands: [showBody],
  permissions: bodyPermissions,
}
