import type { Module } from '#platform/module.js'
import { bindTables, listTableBindings, unbindTables } from './cli/bind.cli.js'
import { importTables } from './cli/import.cli.js'
import { listTableKinds } from './cli/kinds.cli.js'
import { listTables } from './cli/list.cli.js'
import { showTable } from './cli/show.cli.js'
import { bindTablePage } from './pages/bind-table.page.js'
import { endTableBindingPage } from './pages/end-table-binding.page.js'
import { figuresFile } from './pages/figures-file.js'
import { importTablePage } from './pages/import-table.page.js'
import { tablePage } from './pages/table.page.js'
import { tableFilePage } from './pages/table-file.page.js'
import { tableListPage } from './pages/table-list.page.js'
import { nationalTablesPermissions } from './permissions.js'

export const nationalTablesModule: Module = {
  name: 'national-tables',
  routes: [tableListPage, importTablePage, bindTablePage, endTableBindingPage, tablePage, tableFilePage, figuresFile],
  commands: [importTables, listTableKinds, listTables, showTable, bindTables, listTableBindings, unbindTables],
  permissions: nationalTablesPermissions,
}
