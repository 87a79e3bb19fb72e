import type { Module } from '#platform/module.js'
import { statisticsPermissions } from './permissions.js'

export const statisticsModule: Module = {
  name: 'statistics',
  routes: [],
  commands: [],
  permissions: statisticsPermissions,
}
