import type { Block, CheckedDocument, Range } from './document.js'

/** A passage of the readable text that belongs together: a paragraph (whole, even across pages), an item, a heading. */
export type Passage = Range & { readonly block: Block }

/**
 * A document's text made fit to be read: passages one after another with an empty line between them, each on one line.
 * Ligatures, drop capitals, words broken at line ends, running heads and bullets are mended; `toOwn` leads every place
 * back to the document's own text.
 */
export type Readable = {
  readonly text: string
  readonly passages: readonly Passage[]
  toOwn(start: number, end: number): Range
}

const made = new WeakMap<CheckedDocument, Readable>()

/** The readable text of a document; made once for each document. */
export function readable(document: CheckedDocument): Readable {
  const known = made.get(document)
  if (known) return known
  const fresh = makeReadable(document)
  made.set(document, fresh)
  return fresh
}

const UNREAD = new Set(['running-head', 'page-number', 'table'])

function makeReadable(document: CheckedDocument): Readable {
  let text = ''
  const own: number[] = []
  const passages: Passage[] = []
  for (const block of document.blocks.filter((one) => !UNREAD.has(one.kind))) {
    if (text !== '') {
      text += '\n\n'
      own.push(block.start, block.start)
    }
    const start = text.length
    for (let at = block.start; at < block.end; at += 1) {
      const char = document.text[at] ?? ''
      text += /\s/.test(char) ? ' ' : char
      own.push(at)
    }
    passages.push({ block, start, end: text.length })
  }
  const toOwn = (start: number, end: number) => ({
    start: own[start] ?? document.text.length,
    end: (own[Math.max(start, end - 1)] ?? document.text.length - 1) + 1,
  })
  return { text, passages, toOwn }
}
