import type { Module } from '#platform/module.js'
import { disclosurePermissions } from './permissions.js'

export const disclosureModule: Module = {
  name: 'disclosure',
  routes: [],
  commands: [],
  permissions: disclosurePermissions,
}
