import type { Module } from '#platform/module.js'
import { countCrimes } from './cli/counts.cli.js'
import { policeDataPermissions } from './permissions.js'

export const policeDataModule: Module = {
  name: 'police-data',
  routes: [],
  commands: [countCrimes],
  permissions: policeDataPermissions,
}
