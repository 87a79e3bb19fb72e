import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  PageReference,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Inline } from './paper.js'
import { safeName } from './typst-words.js'

type Marks = { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string; readonly size?: number }

/** The colour of a number that nobody has checked. */
const UNCHECKED = 'yellow'

/** The pieces of a line for Word. Text is a run's content and nothing else. `noted` are the footnotes that stand already. */
export function wordLine(inlines: readonly Inline[], noted: Set<number>, marks: Marks = {}): ParagraphChild[] {
  return inlines.flatMap((inline) => wordPiece(inline, noted, marks))
}

function wordPiece(inline: Inline, noted: Set<number>, marks: Marks): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
    case 'value':
    case 'code':
      return [run(inline.text, marks)]
    case 'typed':
      return [
        new TextRun({ text: clean(inline.text), ...marks, ...(inline.checkedBy === null && { highlight: UNCHECKED }) }),
      ]
    case 'strong':
      return wordLine(inline.children, noted, { ...marks, bold: true })
    case 'emphasis':
      return wordLine(inline.children, noted, { ...marks, italics: true })
    case 'link':
      return [
        new ExternalHyperlink({ link: inline.href, children: wordLine(inline.children, noted, { ...marks, ...LINK }) }),
      ]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'reference': {
      const to = new InternalHyperlink({
        anchor: bookmarkName(inline.target),
        children: [run(inline.text, { ...marks, ...LINK })],
      })
      if (!inline.withPage) return [to]
      const page = new PageReference(bookmarkName(inline.target), { hyperlink: true })
      return [to, run(' (page ', marks), page, run(')', marks)]
    }
    case 'note':
      return noted.has(inline.number)
        ? [new TextRun({ ...marks, text: String(inline.number), superScript: true })]
        : [note(inline.number, noted)]
  }
}

/** Word has a footnote once; where it is named again, its number stands. */
function note(number: number, noted: Set<number>): FootnoteReferenceRun {
  noted.add(number)
  return new FootnoteReferenceRun(number)
}

const LINK: Marks = { color: '1257a0' }

/** Words as one run. */
export function run(text: string, marks: Marks = {}): TextRun {
  return new TextRun({ text: clean(text), ...marks })
}

/** What XML cannot hold is left out. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids just these
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
}

/** Bookmarks in Word begin with a letter and have no hyphens. */
export function bookmarkName(id: string): string {
  return safeName(id).replaceAll('-', '_')
}

/** Pieces that can be referred to. */
export function marked(id: string, children: ParagraphChild[]): ParagraphChild[] {
  return id === '' ? children : [new Bookmark({ id: bookmarkName(id), children })]
}
