import { getDocumentProxy } from 'unpdf'
import { dateFromParts, type IsoDate } from '#kernel/dates.js'
import { type DocumentText, type TextPage, type TextRange, UnreadableDocument } from './document-text.js'
import type { PdfItem } from './pdf-item.js'
import { pageText } from './pdf-lines.js'

const MOST_PAGES = 5000

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Reads a PDF page by page: lines in the order of the file, tables row by row, pages parted by form feeds. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const pdf = await opened(bytes)
  if (pdf.numPages > MOST_PAGES)
    throw new UnreadableDocument(`This PDF has ${pdf.numPages} pages; ${MOST_PAGES} can be read`)
  const parts: string[] = []
  const pages: TextPage[] = []
  const hidden: TextRange[] = []
  let at = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { text, raised } = await readPage(pdf, number)
    pages.push({ number, start: at, end: at + text.length })
    for (const { start, end } of raised) hidden.push({ start: at + start, end: at + end })
    parts.push(text)
    at += text.length + 1
  }
  const text = parts.join('\f')
  if (text.trim() === '') {
    throw new UnreadableDocument('This PDF holds pictures of pages and no text: have its text recognised (OCR) first')
  }
  return { ...(await particulars(pdf)), text, pages, hidden }
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (problem) {
    const isLocked = problem instanceof Error && problem.name === 'PasswordException'
    throw new UnreadableDocument(
      isLocked
        ? 'This PDF is locked by a password: save a copy without one'
        : 'This PDF cannot be read: it is cut off or damaged. Make it again from its source',
    )
  }
}

async function readPage(pdf: Pdf, number: number): Promise<{ text: string; raised: TextRange[] }> {
  const page = await pdf.getPage(number)
  try {
    const { items } = await page.getTextContent()
    return pageText(items.flatMap((item) => ('str' in item ? [itemOf(item)] : [])))
  } finally {
    page.cleanup()
  }
}

type TextItem = { str: string; transform: unknown[]; width: number; height: number }

function itemOf({ str, transform, width }: TextItem): PdfItem {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform.map(Number)
  return { text: str, x, y, width, height: Math.hypot(c, d), isTurned: Math.abs(b) > Math.abs(a) * 0.1 }
}

async function particulars(pdf: Pdf): Promise<{ title?: string; madeOn?: IsoDate }> {
  try {
    const { info } = await pdf.getMetadata()
    const { Title, CreationDate } = info as { Title?: unknown; CreationDate?: unknown }
    const day = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(CreationDate ?? ''))
    const date = day && dateFromParts(Number(day[1]), Number(day[2]), Number(day[3]))
    return {
      ...(typeof Title === 'string' && Title.trim() !== '' && { title: Title.trim() }),
      ...(date?.ok && { madeOn: date.value }),
    }
  } catch {
    return {}
  }
}
