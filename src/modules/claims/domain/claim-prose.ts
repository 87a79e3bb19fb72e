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

const WORDY = 4

/** A line or a cell that says in words or brackets how its figures stand ("35% (2,205)"), or speaks of one as sentences do. */
function relates(cell: string): boolean {
  const gaps = cell.match(/(?<=\d[%mk]?)[^\d]+(?=\d)/g) ?? []
  if (/\t|\n|\s{3}/.test(cell)) return false
  return (
    (cell.match(/\b[a-z]{2,}\b/g) ?? []).length >= WORDY ||
    (gaps.some((gap) => !/^[.,/]$|[\d-]$/.test(gap)) && gaps.every((gap) => tie.test(gap)))
  )
}

/** Whether no more than one cell of a printed line holds figures, and nothing but figures begins it: columns are no sentence. */
function isOneCell(own: string): boolean {
  const cells = own.split(/\t|\s{3,}/).filter((cell) => cell.trim() !== '')
  const figures = cells.filter((cell) => /\d/.test(cell))
  return cells.length < 2 || (figures.length === 1 && /^[-−–+£(]*\d/.test(figures[0]?.trim() ?? ''))
}

const tie = /^[.,/]$|[a-z(]|[,:;] /

/** The sentences of a document's paragraphs, list items, headings and notes; tables are read by their cells elsewhere. */
export function proseOf(document: CheckedDocument): Prose {
  const known = made.get(document)
  if (known) return known
  const { text, passages, toOwn } = readable(document)
  const read = passages.filter(
    ({ block, start, end }) =>
      !unread.has(block.kind) ||
      (block.kind === 'row-text' &&
        isOneCell(document.text.slice(block.start, block.end)) &&
        relates(text.slice(start, end))),
  )
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

/** The document with another reading of its running text. */
export function withProse(document: CheckedDocument, prose: Prose): CheckedDocument {
  const other = { ...document }
  made.set(other, prose)
  return other
}
