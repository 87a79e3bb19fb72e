import type { Module } from '#platform/module.js'
import { importsPermissions } from './permissions.js'

export const importsModule: Module = {
  name: 'imports',
  routes: [],
  commands: [],
  permissions: importsPermissions,
}
