/** What other modules may use. Everything else in this folder is private. */
export { type Block, type Cell, type CheckedDocument, lineAt, pageAt, type Range } from './domain/document.js'
export { documentFromText } from './domain/document-from-text.js'
export { type Finding, findingOf, type Kind, type Quote, quoteOf, type Verdict, withOwnIds } from './domain/finding.js'
export { type FlatText, flatText, type Sentence, sentencesOf } from './domain/flat-text.js'
export { plainDocument } from './domain/plain-document.js'
export { readable } from './domain/readable.js'
