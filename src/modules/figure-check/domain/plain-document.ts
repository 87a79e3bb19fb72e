import type { Block, CheckedDocument, Page } from './document.js'

/** A document of plain text (or the text of a PDF, pages parted by form feeds), its passages found by their looks. */
export function plainDocument(file: string, text: string): CheckedDocument {
  return { file, text, blocks: paragraphs(text), pages: pagesOf(text), hidden: [] }
}

function pagesOf(text: string): Page[] {
  if (!text.includes('\f')) return []
  const pages: Page[] = []
  let start = 0
  for (const page of text.split('\f')) {
    pages.push({ number: pages.length + 1, start, end: start + page.length })
    start += page.length + 1
  }
  return pages
}

function paragraphs(text: string): Block[] {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n\f]*\S[^\n\f]*(\n[^\n\f]*[^\s][^\n\f]*)*/g)) {
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length, line: 1 })
  }
  return blocks
}
