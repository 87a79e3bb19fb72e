/** A stretch of a section's Markdown and the words that it stands for; `text` is null where they come from the register. */
export type Piece = {
  readonly text: string | null
  readonly start: number
  readonly end: number
  /** What goes with it when its words go: the marks around it. */
  readonly outer: { readonly start: number; readonly end: number }
}

/** What stands as one paragraph on paper, with its place in the Markdown. */
export type Unit = {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'caption'
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
}

/** One paragraph of a Word file. */
export type Paragraph = {
  readonly kind: 'text' | 'heading' | 'item' | 'cell' | 'caption'
  readonly level: number
  readonly text: string
  readonly marked: string
  readonly authors: readonly string[]
}

/** Its words without the number that the paper prints before them ("1.2", "3. ", "Table 4."). */
export function ownWords({ kind, text }: Pick<Paragraph, 'kind' | 'text'>): string {
  return text.slice(printedNumber(kind, text).length).replaceAll('\t', ' ')
}

/** The same of words with Markdown's marks. */
export function ownMarked({ kind, marked }: Pick<Paragraph, 'kind' | 'marked'>): string {
  return marked.slice(printedNumber(kind, marked).length).replaceAll('\t', ' ')
}

function printedNumber(kind: Paragraph['kind'], text: string): string {
  if (kind === 'heading') return /^\d+(\.\d+)*\. /.exec(text)?.[0] ?? ''
  if (kind === 'caption') return /^(\*\*)?(Table|Figure) \d+\.(\*\*)? ?/.exec(text)?.[0] ?? ''
  return /^\d+(\.\d+)*\\?\.?\t/.exec(text)?.[0] ?? ''
}

/** Words with every space as one. */
export const plainWords = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Words, numbers with their signs, spaces and marks, each by itself: what a difference is told in. */
export function tokensOf(text: string): string[] {
  return text.match(/\s+|[£€$]?[−-]?\d(?:[\d,.]*\d)?%?|[\p{L}\p{M}'’]+|[^\s]/gu) ?? []
}

export const isNumber = (token: string) => /^[£€$]?[−-]?\d/.test(token)

/** How much of two texts is the same, from 0 to 1: twice the shared words over all of both. */
export function likeness(one: string, other: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [first, second] = [words(one), words(other)]
  if (first.length + second.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of second) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    if (count > 0) left.set(word, count - 1)
  }
  return (2 * shared) / (first.length + second.length)
}
