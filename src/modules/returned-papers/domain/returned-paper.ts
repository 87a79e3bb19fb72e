import type { Paragraph } from './pieces.js'

/** A paper that somebody changed in a word processor and brought back. */
export type ReturnedPaper = {
  readonly id: string
  readonly reportId: string
  readonly fileName: string
  readonly sha256: string
  /** Which text of each section it was made from, by number; undefined where the file does not say. */
  readonly madeFrom: ReadonlyMap<string, number> | undefined
  readonly paragraphs: readonly Paragraph[]
  readonly receivedAt: string
  readonly receivedBy: string
}

/** Why a file cannot be brought back. */
export type ReturnRefusal =
  | { readonly code: 'unreadable'; readonly problem: string }
  | { readonly code: 'too-big' }
  | { readonly code: 'of-another'; readonly slug: string }
