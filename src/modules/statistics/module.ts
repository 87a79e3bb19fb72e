import type { Module } from '#platform/module.js'
import { spc } from './cli/spc.cli.js'
import { statisticsPermissions } from './permissions.js'

export const statisticsModule: Module = {
  name: 'statistics',
  routes: [],
  commands: [spc],
  permissions: statisticsPermissions,
}
