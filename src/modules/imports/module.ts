import type { Module } from '#platform/module.js'
import { unansweredFiles } from './actions/drafts-kept.js'
import { filesAsTheyCame } from './actions/prove-files.js'
import { defineFromFile } from './cli/define.cli.js'
import { listDue } from './cli/due.cli.js'
import { importMeasures } from './cli/import.cli.js'
import { makeTemplate } from './cli/template.cli.js'
import { changesFile } from './pages/changes-file.js'
import { confirmImportPage } from './pages/confirm-import.page.js'
import { duePage } from './pages/due.page.js'
import { importPage } from './pages/import.page.js'
import { mapImportPage } from './pages/map-import.page.js'
import { templateFile } from './pages/template-file.js'
import { importsPermissions } from './permissions.js'

export const importsModule: Module = {
  name: 'imports',
  routes: [importPage, confirmImportPage, changesFile, mapImportPage, duePage, templateFile],
  commands: [defineFromFile, importMeasures, makeTemplate, listDue],
  permissions: importsPermissions,
  proofs: [filesAsTheyCame],
  retention: [unansweredFiles],
}
