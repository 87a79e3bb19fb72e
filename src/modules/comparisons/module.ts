import type { Module } from '#platform/module.js'
import { listComparisons } from './cli/list.cli.js'
import { showComparison } from './cli/show.cli.js'
import { addMemberPage } from './pages/add-member.page.js'
import { compareMeasurePage } from './pages/compare-measure.page.js'
import { editGroupPage } from './pages/edit-group.page.js'
import { groupPage } from './pages/group.page.js'
import { groupListPage } from './pages/group-list.page.js'
import { memberLastDayPage } from './pages/member-last-day.page.js'
import { newGroupPage } from './pages/new-group.page.js'
import { comparisonsPermissions } from './permissions.js'

export const comparisonsModule: Module = {
  name: 'comparisons',
  routes: [groupListPage, newGroupPage, groupPage, editGroupPage, addMemberPage, memberLastDayPage, compareMeasurePage],
  commands: [listComparisons, showComparison],
  permissions: comparisonsPermissions,
}
