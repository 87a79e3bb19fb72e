import type { Module } from '#platform/module.js'
import { countCrimes } from './cli/counts.cli.js'
import { showOutcomes } from './cli/outcomes.cli.js'
import { showStopRates } from './cli/stop-rates.cli.js'
import { countStops } from './cli/stops.cli.js'
import { policeDataPermissions } from './permissions.js'

export const policeDataModule: Module = {
  name: 'police-data',
  routes: [],
  commands: [countCrimes, showOutcomes, countStops, showStopRates],
  permissions: policeDataPermissions,
}
