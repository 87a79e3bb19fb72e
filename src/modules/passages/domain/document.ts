import type { IsoDate } from '#kernel/dates.js'

/** A stretch of a document's own text, in UTF-16 code units; `end` is the first unit after it. */
export type Range = { readonly start: number; readonly end: number }

/** What a passage is. A running head, a page number and a note interrupt the reading; a table is read by its cells. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table'
  | 'row-text'
  | 'note'
  | 'running-head'
  | 'page-number'
  | 'caption'

/** A cell of a real table, with its place in the document's own text. An empty cell has an empty range. */
export type Cell = Range & { readonly text: string }

/** A table whose cells the form itself tells (Word, HTML, Markdown). `header` is empty when the form marks no head row. */
export type Table = {
  readonly caption?: string
  /** Stated for the whole table, as "£000". */
  readonly unit?: string
  readonly header: readonly string[]
  readonly headerCells: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A passage of a document, in the order of reading. `line` counts from 1 over the whole text. */
export type Block = Range & {
  readonly kind: BlockKind
  /** Of a heading: 1 for the highest. Of a list item: its depth. */
  readonly level?: number
  readonly page?: number
  readonly line: number
  /** The paragraph's printed number, as "8.2"; it is part of the block's text. */
  readonly number?: string
  readonly table?: Table
}

/** A page's place in the text. `number` counts from 1, whatever is printed on it. */
export type Page = Range & { readonly number: number }

/** A document to check. `text` is its own text, untouched: every quote is a slice of it. */
export type CheckedDocument = {
  readonly file: string
  readonly title?: string
  /** The day that the document speaks from, where it says so. */
  readonly date?: IsoDate
  readonly text: string
  readonly blocks: readonly Block[]
  /** Empty when the form knows no pages (HTML, Markdown, most of Word). */
  readonly pages: readonly Page[]
  /** Marks in the text that are no words, as Markdown's asterisks and addresses of links; never read. */
  readonly hidden: readonly Range[]
}

const lineStartsOf = new WeakMap<CheckedDocument, number[]>()

/** The line, counted from 1, in which an offset of the document's own text stands. */
export function lineAt(document: CheckedDocument, offset: number): number {
  let starts = lineStartsOf.get(document)
  if (!starts) {
    starts = lineStarts(document.text)
    lineStartsOf.set(document, starts)
  }
  return lastAtOrBefore(starts, offset) + 1
}

/** The page in which an offset stands, when the document has pages. */
export function pageAt(document: CheckedDocument, offset: number): number | undefined {
  let [low, high] = [0, document.pages.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((document.pages[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return document.pages[low]?.number
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
