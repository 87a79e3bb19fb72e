import type { Module } from '#platform/module.js'
import { policeRecords } from './actions/prove-lake.js'
import { bindCrimes, listBindings, unbindCrimes } from './cli/bind.cli.js'
import { listChanges } from './cli/changes.cli.js'
import { compareForcesCommand } from './cli/compare.cli.js'
import { countCrimes } from './cli/counts.cli.js'
import { showCoverage } from './cli/coverage.cli.js'
import { importCrime } from './cli/import.cli.js'
import { showOutcomes } from './cli/outcomes.cli.js'
import { reconcileCommand } from './cli/reconcile.cli.js'
import { showRepeatLocations } from './cli/repeat-locations.cli.js'
import { showStopRates } from './cli/stop-rates.cli.js'
import { countStops } from './cli/stops.cli.js'
import { policeDataPermissions } from './permissions.js'

export { foldersOfImports } from './data/files.queries.js'

export const policeDataModule: Module = {
  name: 'police-data',
  routes: [],
  commands: [
    importCrime,
    showCoverage,
    listChanges,
    countCrimes,
    showOutcomes,
    showRepeatLocations,
    compareForcesCommand,
    reconcileCommand,
    bindCrimes,
    listBindings,
    unbindCrimes,
    countStops,
    showStopRates,
  ],
  permissions: policeDataPermissions,
  proofs: [policeRecords],
}
