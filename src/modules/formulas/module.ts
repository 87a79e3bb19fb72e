import type { Module } from '#platform/module.js'
import { formulasPermissions } from './permissions.js'

export const formulasModule: Module = {
  name: 'formulas',
  routes: [],
  commands: [],
  permissions: formulasPermissions,
}
