/** What other modules may use of figure check. Everything else in this folder is private. */
export { checkHtml, type OwnDocument, type OwnDocumentCheck, showChecked } from './actions/check-html.js'
export { checkDocument } from './domain/check-document.js'
export type { CheckedDocument } from './domain/document.js'
export type { Finding } from './domain/finding.js'
