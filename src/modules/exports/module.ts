import type { Module } from '#platform/module.js'
import { exportMeasures } from './cli/export.cli.js'
import { partsCommand } from './cli/parts.cli.js'
import { smallNumbersCommand } from './cli/small-numbers.cli.js'
import { smallNumbersPage } from './pages/small-numbers.page.js'

export const exportsModule: Module = {
  name: 'exports',
  routes: [smallNumbersPage],
  commands: [exportMeasures, smallNumbersCommand, partsCommand],
  permissions: {},
}
