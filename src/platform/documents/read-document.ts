import { decodeText } from './decode-text.js'
import { type DocumentText, UnreadableDocument } from './document-text.js'
import { readHtml } from './read-html.js'
import { readMarkdown } from './read-markdown.js'
import { readPdf } from './read-pdf.js'
import { readWord } from './read-word.js'

export { type DocumentText, UnreadableDocument } from './document-text.js'

const FORMS = 'Word (.docx), PDF, HTML, Markdown or plain text'

/**
 * Reads a file of any form that the checker knows, by its first bytes and then by its name. For use in a process with
 * limits: the file may be hostile.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentText> {
  if (bytes.length === 0) throw new UnreadableDocument('This file is empty')
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (opening.includes('%PDF-')) return readPdf(bytes)
  if (opening.startsWith('PK')) return readWord(bytes)
  refuseOthers(opening)
  const text = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableDocument('This file holds no words')
  if (/\.(md|markdown)$/i.test(fileName)) return readMarkdown(text)
  if (/\.(x?html?)$/i.test(fileName) || /^\s*<(!doctype html|html)\b/i.test(text)) return readHtml(text)
  return { text, pages: pagesOf(text), hidden: [] }
}

function refuseOthers(opening: string): void {
  if (opening.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw new UnreadableDocument(
      `This is an old Word document, or one locked by a password: save it as ${FORMS}, without a password`,
    )
  }
  if (opening.startsWith('{\\rtf')) throw new UnreadableDocument(`This is rich text: save it as ${FORMS}`)
}

function pagesOf(text: string): DocumentText['pages'] {
  if (!text.includes('\f')) return []
  let start = 0
  return text.split('\f').map((page, at) => {
    const range = { number: at + 1, start, end: start + page.length }
    start = range.end + 1
    return range
  })
}
