/** What other modules may use. Everything else in this folder is private. */
export { checkCode, printedCode, readCode } from './actions/check-code.js'
export { createReport } from './actions/create-report.js'
export { editReport } from './actions/edit-report.js'
export { revisedFigures } from './actions/kept-revisions.js'
export { loseSignOff } from './actions/lose-sign-off.js'
export { publicationByCode } from './actions/publication-by-code.js'
export { barToPublication, type PublishRefusal, publishReport } from './actions/publish-report.js'
export {
  frozenFigures,
  type NumberedFacts,
  revisedFigure,
  sentOn,
} from './actions/revised-figures.js'
export { drawnPeriods } from './actions/revised-series.js'
export { writeNarrative } from './actions/write-narrative.js'
export { isChangedSince } from './data/changed.queries.js'
export { fileNamed, filesOf, wholeFilesOf } from './data/publication.queries.js'
export { publishedReportsOn } from './data/replay.queries.js'
export {
  allReports,
  latestPublications,
  type PublishedReport,
  publicationsOf,
  publishedReportBySlug,
  publishedReports,
  reportById,
  reportBySlug,
} from './data/reports.queries.js'
export { textsOf } from './data/section.queries.js'
export { type BuiltReport, builtReport } from './document/build.js'
export { paperMadeFrom, type SectionSource } from './document/made-from.js'
export { RevisedNotice, RevisedTable } from './document/revised.view.js'
export { type CorrectionNotice, correctionLine } from './domain/correction-notice.js'
export { type Publication, type Report, type ReportDraft, readersOf } from './domain/report.js'
export type { RevisedFigure } from './domain/revised.js'
export { textVersion } from './domain/section-work.js'
export { objectiveSection } from './domain/sections.js'
