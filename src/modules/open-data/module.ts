import type { Module } from '#platform/module.js'
import { aboutPage } from './pages/about.page.js'
import { accessibilityPage } from './pages/accessibility.page.js'
import { compareMeasurePage } from './pages/compare-measure.page.js'
import { routesOf } from './pages/data-set.js'
import { DATA_SETS } from './pages/data-sets.js'
import { feed } from './pages/feed.js'
import { howToReadChartsPage } from './pages/how-to-read-charts.page.js'
import { measurePage } from './pages/measure.page.js'
import { measureFiles } from './pages/measure-files.js'
import { measureListPage } from './pages/measure-list.page.js'
import { measureValuePage } from './pages/measure-value.page.js'
import { openDataPage } from './pages/open-data.page.js'
import { packageFiles } from './pages/package-files.js'
import { plansJson } from './pages/plan-data.js'
import { openDataPermissions } from './permissions.js'

export const openDataModule: Module = {
  name: 'open-data',
  routes: [
    measureListPage,
    measurePage,
    measureValuePage,
    compareMeasurePage,
    ...measureFiles,
    howToReadChartsPage,
    openDataPage,
    plansJson,
    ...packageFiles,
    ...DATA_SETS.flatMap(routesOf),
    feed,
    aboutPage,
    accessibilityPage,
  ],
  commands: [],
  permissions: openDataPermissions,
}
