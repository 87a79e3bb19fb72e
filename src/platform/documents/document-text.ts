import type { IsoDate } from '#kernel/dates.js'

/** A stretch of text, in UTF-16 code units; `end` is the first unit after it. */
export type TextRange = { readonly start: number; readonly end: number }

/** A cell of a table, with its place in the document's text. */
export type TextCell = TextRange & { readonly text: string }

/** A table whose cells the form itself tells. `header` has one title for each column, head rows joined. */
export type TextTable = {
  readonly caption?: string
  readonly header: readonly string[]
  readonly headerCells: readonly TextCell[]
  readonly rows: readonly (readonly TextCell[])[]
}

/** A passage that the form itself tells: a heading, a paragraph, an item of a list, a table, a note. */
export type TextBlock = TextRange & {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table' | 'row-text' | 'note' | 'running-head' | 'caption'
  readonly level?: number
  readonly table?: TextTable
}

/** A page's place in the text. */
export type TextPage = TextRange & { readonly number: number }

/**
 * What was read of a file. Plain text and Markdown are their own text, unit for unit; of the other forms it is the words
 * in the order of reading. Without `blocks` the form told only lines (plain text, PDF).
 */
export type DocumentText = {
  readonly title?: string
  /** The day on which the file says that it was made. */
  readonly madeOn?: IsoDate
  readonly text: string
  readonly blocks?: readonly TextBlock[]
  readonly pages: readonly TextPage[]
  /** Marks that are no words: Markdown's own, and the small raised digits that lead to notes. */
  readonly hidden: readonly TextRange[]
}

/** A file that cannot be read, with what a person can do about it. */
export class UnreadableDocument extends Error {}
