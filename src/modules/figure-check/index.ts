/** What other modules may use of figure check. Everything else in this folder is private. */

export type { CheckedDocument, Finding } from '#modules/passages/index.js'
export { checkHtml, type OwnDocument, type OwnDocumentCheck, showChecked } from './actions/check-html.js'
export { checkDocument } from './domain/check-document.js'
