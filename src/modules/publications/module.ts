import type { Module } from '#platform/module.js'
import { correct } from './cli/correct.cli.js'
import { pack } from './cli/pack.cli.js'
import { checkPage } from './pages/check.page.js'
import { checkCodePage } from './pages/check-code.page.js'
import { correctFigurePage } from './pages/correct-figure.page.js'
import { findFigurePage } from './pages/find-figure.page.js'
import { packFile } from './pages/pack-file.js'
import { publicationListPage } from './pages/publication-list.page.js'
import { publicationsPermissions } from './permissions.js'

export const publicationsModule: Module = {
  name: 'publications',
  routes: [checkPage, checkCodePage, publicationListPage, findFigurePage, correctFigurePage, packFile],
  commands: [correct, pack],
  permissions: publicationsPermissions,
}
