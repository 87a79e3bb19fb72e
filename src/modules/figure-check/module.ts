import type { Module } from '#platform/module.js'
import { figureCheckPermissions } from './permissions.js'

export const figureCheckModule: Module = {
  name: 'figure-check',
  routes: [],
  commands: [],
  permissions: figureCheckPermissions,
}
