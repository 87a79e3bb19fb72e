import type { Module } from '#platform/module.js'
import { bindCrimesPage } from './pages/bind-crimes.page.js'
import { besideFile, stopRatesFile, totalsFile } from './pages/comparison-files.js'
import { coveragePage } from './pages/coverage.page.js'
import { coverageFile } from './pages/coverage-file.js'
import { crimePage } from './pages/crime.page.js'
import { crimeFiles } from './pages/crime-files.js'
import { endBindingPage } from './pages/end-binding.page.js'
import { importFiles } from './pages/import-files.js'
import { importPoliceDataPage } from './pages/import-police-data.page.js'
import { placePage } from './pages/place.page.js'
import { policeDataPage } from './pages/police-data.page.js'
import { smallAreasPage } from './pages/small-areas.page.js'
import { stopsFile } from './pages/stop-files.js'
import { stopsPage } from './pages/stops.page.js'
import { localCrimePermissions } from './permissions.js'

export const localCrimeModule: Module = {
  name: 'local-crime',
  routes: [
    ...[crimePage, placePage, smallAreasPage, stopsPage, coveragePage],
    ...[...crimeFiles, stopsFile, stopRatesFile, coverageFile, totalsFile, besideFile],
    ...[policeDataPage, importPoliceDataPage, bindCrimesPage, endBindingPage],
    ...importFiles,
  ],
  commands: [],
  permissions: localCrimePermissions,
}
