import type { Module } from '#platform/module.js'
import { exportMeasures } from './cli/export.cli.js'
import { exportsPermissions } from './permissions.js'

export const exportsModule: Module = {
  name: 'exports',
  routes: [],
  commands: [exportMeasures],
  permissions: exportsPermissions,
}
