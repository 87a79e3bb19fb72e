import type { Module } from '#platform/module.js'
import { deliveryPage } from './pages/delivery.page.js'
import { homePage } from './pages/home.page.js'
import { onePagePlanPage } from './pages/one-page-plan.page.js'
import { planPage } from './pages/plan.page.js'
import { planChangesPage } from './pages/plan-changes.page.js'
import { planListPage } from './pages/plan-list.page.js'
import { planVersionPage } from './pages/plan-version.page.js'
import { reportPage } from './pages/report.page.js'
import { reportFile } from './pages/report-file.js'
import { reportListPage } from './pages/report-list.page.js'
import { reportNumberPage } from './pages/report-number.page.js'
import { searchPage } from './pages/search.page.js'
import { themePage } from './pages/theme.page.js'
import { themeActionsPage } from './pages/theme-actions.page.js'
import { publicSitePermissions } from './permissions.js'

export const publicSiteModule: Module = {
  name: 'public-site',
  routes: [
    homePage,
    planListPage,
    planPage,
    onePagePlanPage,
    themePage,
    themeActionsPage,
    planVersionPage,
    planChangesPage,
    deliveryPage,
    reportListPage,
    reportPage,
    reportFile,
    reportNumberPage,
    searchPage,
  ],
  commands: [],
  permissions: publicSitePermissions,
}
