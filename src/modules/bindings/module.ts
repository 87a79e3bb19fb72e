import type { Module } from '#platform/module.js'
import { bindingsPermissions } from './permissions.js'

export const bindingsModule: Module = {
  name: 'bindings',
  routes: [],
  commands: [],
  permissions: bindingsPermissions,
}
