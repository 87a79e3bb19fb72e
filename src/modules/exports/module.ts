import type { Module } from '#platform/module.js'
import { exportsPermissions } from './permissions.js'

export const exportsModule: Module = {
  name: 'exports',
  routes: [],
  commands: [],
  permissions: exportsPermissions,
}
