import type { Module } from '#platform/module.js'
import { nationalTablesPermissions } from './permissions.js'

export const nationalTablesModule: Module = {
  name: 'national-tables',
  routes: [],
  commands: [],
  permissions: nationalTablesPermissions,
}
