import type { Module } from '#platform/module.js'
import { importTables } from './cli/import.cli.js'
import { listTableKinds } from './cli/kinds.cli.js'
import { listTables } from './cli/list.cli.js'
import { showTable } from './cli/show.cli.js'
import { nationalTablesPermissions } from './permissions.js'

export const nationalTablesModule: Module = {
  name: 'national-tables',
  routes: [],
  commands: [importTables, listTableKinds, listTables, showTable],
  permissions: nationalTablesPermissions,
}
