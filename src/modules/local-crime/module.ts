import type { Module } from '#platform/module.js'
import { crimePage } from './pages/crime.page.js'
import { placePage } from './pages/place.page.js'
import { localCrimePermissions } from './permissions.js'

export const localCrimeModule: Module = {
  name: 'local-crime',
  routes: [crimePage, placePage],
  commands: [],
  permissions: localCrimePermissions,
}
