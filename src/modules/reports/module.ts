import type { Module } from '#platform/module.js'
import { publishedPapers } from './actions/prove-publications.js'
import { reportCommands } from './cli/reports.cli.js'
import { draftFile } from './pages/draft-file.js'
import { editReportPage } from './pages/edit-report.page.js'
import { editTemplatePage } from './pages/edit-template.page.js'
import { newReportPage } from './pages/new-report.page.js'
import { newTemplatePage } from './pages/new-template.page.js'
import { previewSectionRoute } from './pages/preview-section.js'
import { publishReportPage } from './pages/publish-report.page.js'
import { reportPage } from './pages/report.page.js'
import { reportListPage } from './pages/report-list.page.js'
import { sectionCommentsPage } from './pages/section-comments.page.js'
import { sectionHistoryPage } from './pages/section-history.page.js'
import { sectionWorkPage } from './pages/section-work.page.js'
import { templateListPage } from './pages/template-list.page.js'
import { writeSectionPage } from './pages/write-section.page.js'
import { reportsPermissions } from './permissions.js'

export const reportsModule: Module = {
  name: 'reports',
  routes: [
    reportListPage,
    newReportPage,
    templateListPage,
    newTemplatePage,
    editTemplatePage,
    reportPage,
    editReportPage,
    writeSectionPage,
    previewSectionRoute,
    sectionWorkPage,
    sectionCommentsPage,
    sectionHistoryPage,
    publishReportPage,
    draftFile,
  ],
  commands: reportCommands,
  permissions: reportsPermissions,
  proofs: [publishedPapers],
}
