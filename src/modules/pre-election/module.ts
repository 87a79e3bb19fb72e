import type { Module } from '#platform/module.js'
import { newPeriodPage } from './pages/new-period.page.js'
import { periodListPage } from './pages/period-list.page.js'
import { takeBackPeriodPage } from './pages/take-back-period.page.js'
import { preElectionPermissions } from './permissions.js'

export const preElectionModule: Module = {
  name: 'pre-election',
  routes: [periodListPage, newPeriodPage, takeBackPeriodPage],
  commands: [],
  permissions: preElectionPermissions,
}
