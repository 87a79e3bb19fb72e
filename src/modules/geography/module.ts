import type { Module } from '#platform/module.js'
import { showArea } from './cli/show.cli.js'
import { geographyPermissions } from './permissions.js'

export const geographyModule: Module = {
  name: 'geography',
  routes: [],
  commands: [showArea],
  permissions: geographyPermissions,
}
