import type { Module } from '#platform/module.js'
import { correct } from './cli/correct.cli.js'
import { checkPage } from './pages/check.page.js'
import { checkCodePage } from './pages/check-code.page.js'
import { publicationsPermissions } from './permissions.js'

export const publicationsModule: Module = {
  name: 'publications',
  routes: [checkPage, checkCodePage],
  commands: [correct],
  permissions: publicationsPermissions,
}
