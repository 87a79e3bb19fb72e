import type { Module } from '#platform/module.js'
import { importMeasures } from './cli/import.cli.js'
import { confirmImportPage } from './pages/confirm-import.page.js'
import { importPage } from './pages/import.page.js'
import { mapImportPage } from './pages/map-import.page.js'
import { importsPermissions } from './permissions.js'

export const importsModule: Module = {
  name: 'imports',
  routes: [importPage, confirmImportPage, mapImportPage],
  commands: [importMeasures],
  permissions: importsPermissions,
}
