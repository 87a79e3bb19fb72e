import type { Module } from '#platform/module.js'
import { bringBack } from './cli/bring-back.cli.js'
import { bringBackPage } from './pages/bring-back.page.js'
import { returnedPaperPage } from './pages/returned-paper.page.js'
import { returnedPapersPermissions } from './permissions.js'

export const returnedPapersModule: Module = {
  name: 'returned-papers',
  routes: [bringBackPage, returnedPaperPage],
  commands: [bringBack],
  permissions: returnedPapersPermissions,
}
