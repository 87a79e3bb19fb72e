import type { Module } from '#platform/module.js'
import { comparisonsPermissions } from './permissions.js'

export const comparisonsModule: Module = {
  name: 'comparisons',
  routes: [],
  commands: [],
  permissions: comparisonsPermissions,
}
