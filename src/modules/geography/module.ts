import type { Module } from '#platform/module.js'
import { geographyPermissions } from './permissions.js'

export const geographyModule: Module = {
  name: 'geography',
  routes: [],
  commands: [],
  permissions: geographyPermissions,
}
