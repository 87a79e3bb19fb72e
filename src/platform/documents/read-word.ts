import mammoth from 'mammoth'
import { openArchive, unpackedSize } from '../tables/archive.js'
import { TABLE_LIMITS } from '../tables/table.js'
import { type DocumentText, UnreadableDocument } from './document-text.js'
import { readHtml } from './read-html.js'
import { printedNumbersOf, runningWords, type WordParts } from './word-numbers.js'

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Caption'] => p:fresh", 'comment-reference =>']
const MOST_UNPACKED = 400_000_000

/**
 * Reads a Word document (.docx): headings, paragraphs with the numbers that Word gives them, lists, tables and notes,
 * and the heads and feet of its pages; pictures are left out.
 */
export async function readWord(bytes: Uint8Array): Promise<DocumentText> {
  const noPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  if (((await unpackedSize(bytes)) ?? 0) > MOST_UNPACKED)
    throw new UnreadableDocument('This Word document unpacks to far more than a document holds: save its words alone')
  const parts = await partsOf(bytes)
  const numbers = printedNumbersOf(parts)
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, convertImage: noPictures, externalFileAccess: false, transformDocument: numbered(numbers) },
    )
    return readHtml(`${running('header', parts)}${value}${running('footer', parts)}`)
  } catch {
    throw new UnreadableDocument(
      'This Word document cannot be read: it is cut off, or not a .docx file. Open it in Word and save it again as .docx',
    )
  }
}

/** The parts of the document; none where they cannot be had, and then its paragraphs are read without numbers. */
async function partsOf(bytes: Uint8Array): Promise<WordParts> {
  const opened = await openArchive(bytes, { ...TABLE_LIMITS, unpackedBytes: MOST_UNPACKED })
  return opened.ok ? opened.value : new Map()
}

function running(kind: 'header' | 'footer', parts: WordParts): string {
  const words = runningWords(parts, kind).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return words === '' ? '' : `<${kind}>${words}</${kind}>`
}

type Paragraph = { readonly type: string; readonly numbering?: unknown; readonly children: readonly unknown[] }
type Element = Paragraph | { readonly type: string; readonly children?: readonly Element[] }

/**
 * Puts the printed numbers before numbered headings and paragraphs ("3.2"); simple lists ("1.", "a)") stay lists. Where
 * the two readings do not count as many paragraphs, nothing is added.
 */
function numbered(numbers: readonly (string | undefined)[]): (document: Element) => Element {
  return (given) => {
    const document = withHeads(given)
    if (countIn(document) !== numbers.length) return document
    let at = -1
    const walk = (element: Element): Element => {
      if (element.type === 'paragraph') {
        at += 1
        return withNumber(element as Paragraph, numbers[at])
      }
      return element.children ? { ...element, children: (element.children as Element[]).map(walk) } : element
    }
    return walk(document)
  }
}

/** A table all of whose rows say that they are its head has the first for a head, and no other. */
function withHeads(element: Element): Element {
  const children = (element.children as Element[] | undefined)?.map(withHeads)
  if (!children) return element
  const isAllHead =
    element.type === 'table' && children.length > 1 && children.every((row) => 'isHeader' in row && row.isHeader)
  return { ...element, children: isAllHead ? children.map((row, at) => ({ ...row, isHeader: at === 0 })) : children }
}

const countIn = (element: Element): number =>
  element.type === 'paragraph'
    ? 1
    : ((element.children ?? []) as Element[]).reduce((sum, child) => sum + countIn(child), 0)

function withNumber(paragraph: Paragraph, number: string | undefined): Paragraph {
  const isPlainList = number !== undefined && !/\d\.\d/.test(number) && paragraph.numbering
  if (number === undefined || (isPlainList && !isHeading(paragraph))) return paragraph
  const run = { type: 'run', children: [{ type: 'text', value: `${number} ` }] }
  return { ...paragraph, numbering: null, children: [run, ...paragraph.children] }
}

const isHeading = (paragraph: Paragraph) =>
  'styleName' in paragraph && /^heading/i.test(String(paragraph.styleName ?? ''))
