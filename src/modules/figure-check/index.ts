/** What other modules, and other programs as `frankpledge/figure-check`, may use. All else in this folder is private. */

export type { CheckedDocument, Finding } from '#modules/passages/index.js'
export { checkFiles, type FileProblem } from './actions/check-files.js'
export { checkHtml, type OwnDocument, type OwnDocumentCheck, showChecked } from './actions/check-html.js'
export { checkDocument } from './domain/check-document.js'
export type { CheckedFile, FilesToCheck, GivenFile } from './domain/file-outcome.js'
