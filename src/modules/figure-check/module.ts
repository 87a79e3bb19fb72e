import type { Module } from '#platform/module.js'
import { checkedDocuments } from './actions/documents-kept.js'
import { check } from './cli/check.cli.js'
import { checkedDocumentPage } from './pages/checked-document.page.js'
import { decideFindingPage } from './pages/decide-finding.page.js'
import { figureCheckPage } from './pages/figure-check.page.js'
import { figureCheckPermissions } from './permissions.js'

export const figureCheckModule: Module = {
  name: 'figure-check',
  routes: [figureCheckPage, checkedDocumentPage, decideFindingPage],
  commands: [check],
  permissions: figureCheckPermissions,
  retention: [checkedDocuments],
}
