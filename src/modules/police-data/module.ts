import type { Module } from '#platform/module.js'
import { policeDataPermissions } from './permissions.js'

export const policeDataModule: Module = {
  name: 'police-data',
  routes: [],
  commands: [],
  permissions: policeDataPermissions,
}
