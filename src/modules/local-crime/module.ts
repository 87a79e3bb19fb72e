import type { Module } from '#platform/module.js'
import { localCrimePermissions } from './permissions.js'

export const localCrimeModule: Module = {
  name: 'local-crime',
  routes: [],
  commands: [],
  permissions: localCrimePermissions,
}
