/** What other modules may use. Everything else in this folder is private. */
export { createReport } from './actions/create-report.js'
export { editReport } from './actions/edit-report.js'
export { publishReport } from './actions/publish-report.js'
export { writeNarrative } from './actions/write-narrative.js'
export { fileNamed, filesOf } from './data/publication.queries.js'
export {
  allReports,
  latestPublications,
  type PublishedReport,
  publicationsOf,
  publishedReportBySlug,
  publishedReports,
  reportById,
} from './data/reports.queries.js'
export { type BuiltReport, builtReport } from './document/build.js'
export type { Publication, Report, ReportDraft } from './domain/report.js'
export { objectiveSection } from './domain/sections.js'
