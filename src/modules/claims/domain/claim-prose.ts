import type { CheckedDocument } from '#modules/passages/index.js'
import { type Quote, quoteOf, readable } from '#modules/passages/index.js'
import { type Sentence, sentencesOf } from './claim.js'

/** A document's running text, sentence by sentence, and how to quote its own words. */
export type Prose = {
  sentences: Sentence[]
  quote(from: { start: number; end: number }): Quote
}

const made = new WeakMap<CheckedDocument, Prose>()
const unread = new Set(['row-text', 'table', 'running-head', 'page-number'])

/** The sentences of a document's paragraphs, list items, headings and notes; tables are read by their cells elsewhere. */
export function proseOf(document: CheckedDocument): Prose {
  const known = made.get(document)
  if (known) return known
  const { text, passages, toOwn } = readable(document)
  const read = passages.filter((passage) => !unread.has(passage.block.kind))
  const sentences = sentencesOf(
    text,
    read.map((passage) => ({ start: passage.start, end: passage.end, kind: passage.block.kind })),
  )
  const quote: Prose['quote'] = ({ start, end }) => {
    const own = toOwn(start, end)
    return quoteOf(document, own.start, own.end)
  }
  const prose = { sentences, quote }
  made.set(document, prose)
  return prose
}
