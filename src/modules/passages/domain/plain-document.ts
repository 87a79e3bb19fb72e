import type { IsoDate } from '#kernel/dates.js'
import type { Block, BlockKind, CheckedDocument, Range } from './document.js'
import { furnitureOf } from './page-furniture.js'
import { type Line, linesOf } from './plain-lines.js'

type Given = { readonly title?: string; readonly date?: IsoDate; readonly hidden?: readonly Range[] }

/** A document of plain text (or the text of a PDF, pages parted by form feeds), its passages found by their looks. */
export function plainDocument(file: string, text: string, given: Given = {}): CheckedDocument {
  const { lines, pages } = linesOf(text)
  const blocks = blocksOf(lines)
  const { title, date, hidden = [] } = given
  return { file, ...(title && { title }), ...(date && { date }), text, blocks, pages, hidden }
}

/** A paragraph's printed number that stands alone on its line: "1.", "7.2", "(iv)". */
const LONE_NUMBER = /^(?:\d{1,2}\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.)\.?\s+(?=[\p{Lu}‘“"(])/u
const BULLET = /^(?:[•●○◦▪■□➢➤✓✔‣∙·*\uf000-\uf8ff]|[-–—o](?=\s))\s*/u
const LETTERED = /^(?:\(?[a-z]\)|\([ivx]{1,5}\)|[ivx]{1,4}[.)])\s+/
const NOTE = /^(?:source|note|notes|footnote)s?\s*:/i
const CAPTION = /^(?:table|figure|chart|graph)\s+\d+[a-z]?\b\s*[.:–-]?/i

/** A digit, a space and words: perhaps a bullet that extraction has taken for a digit. */
const LONE_DIGIT = /^(\d) (?=\S+ \S*[\p{L}]{2})/u

/** How many lines tell how wide a paragraph is. */
const WIDTH_OF = 20

type Shape = { readonly kind: BlockKind; readonly begins: boolean; readonly number?: string; readonly alone?: boolean }

function blocksOf(lines: readonly Line[]): Block[] {
  const furniture = furnitureOf(lines)
  const bulletOf = bulletsIn(lines)
  const blocks: Block[] = []
  let open: Line[] = []
  let shape: Shape = { kind: 'paragraph', begins: true }
  const close = () => {
    const block = blockOf(open, shape)
    if (block) blocks.push(block)
    open = []
  }
  for (const [at, line] of lines.entries()) {
    const fixed = furniture.get(at)
    if (fixed) {
      close()
      blocks.push(blockOf([line], { kind: fixed, begins: true }) as Block)
      continue
    }
    if (line.isBlank) {
      if (!isDropCapital(open)) close()
      continue
    }
    const next = nextShape(open, line, shape, bulletOf)
    if (open.length === 0 || next.begins || parts(open, line, shape)) {
      close()
      shape = next
    }
    open.push(line)
    if (next.alone) close()
  }
  close()
  return blocks
}

/** The digit that stands for a bullet before a line, and whether its own stretch of text shows it. */
type BulletOf = (line: Line) => { readonly digit: string | undefined; readonly isSure: boolean }

function bulletsIn(lines: readonly Line[]): BulletOf {
  const [everywhere, inStretch] = [bulletDigitOf(lines), stretchDigits(lines)]
  return (line) => ({ digit: inStretch.get(line) ?? everywhere, isSure: inStretch.has(line) })
}

function nextShape(open: readonly Line[], line: Line, shape: Shape, bulletOf: BulletOf): Shape {
  const { digit, isSure } = bulletOf(line)
  return !isSure && runsOn(open, line, shape) ? { ...shape, begins: false } : shapeOf(line, digit)
}

function shapeOf({ text }: Line, bulletDigit: string | undefined): Shape {
  if (LONE_NUMBER.test(text)) return { kind: 'row-text', begins: true, number: text.replace(/\.$/, ''), alone: true }
  if (isRow(text)) return { kind: 'row-text', begins: true, alone: true }
  const numbered = NUMBERED.exec(text)
  if (numbered) return { kind: 'paragraph', begins: true, number: (numbered[1] ?? '').replace(/\.$/, '') }
  if (BULLET.test(text) || LETTERED.test(text)) return { kind: 'list-item', begins: true }
  if (bulletDigit && text.startsWith(`${bulletDigit} `)) return { kind: 'list-item', begins: true }
  if (NOTE.test(text)) return { kind: 'note', begins: true }
  if (CAPTION.test(text) && text.length < 140) return { kind: 'caption', begins: true }
  return { kind: 'paragraph', begins: false }
}

/** A line that begins with a number in the middle of a sentence: "on 6 September" and, on the next line, "2017." */
function runsOn(open: readonly Line[], line: Line, shape: Shape): boolean {
  const last = open.at(-1)
  if (!last || line.opensPage || (shape.kind !== 'paragraph' && shape.kind !== 'list-item')) return false
  return (
    last.text.length >= 50 && /[a-z,]$/.test(last.text) && /^[£(]?\d/.test(line.text) && !/\t|\s{3,}/.test(line.text)
  )
}

/** A row of a table: pieces set apart by wide gaps, or nothing but numbers. */
function isRow(text: string): boolean {
  const pieces = text.split(/\t|\s{3,}/)
  if (pieces.length === 2 && /[.!?:]$/.test(pieces[0] ?? '')) return false
  if (pieces.length >= 2 && !/^(?:\d{1,2}(?:\.\d{1,2})*\.?|[•▪\uf0b7-])$/u.test(pieces[0] ?? '')) return true
  if (pieces.length >= 3) return true
  return text.length < 120 && /^[-–+£(]?[\d,.\s%£()–+-]*\d[\d,.\s%£()mk+–-]*$/.test(text)
}

/** A lone capital that opens a paragraph: the rest of its word stands below it. */
const isDropCapital = (open: readonly Line[]) => open.length === 1 && /^[A-Z]$/.test(open[0]?.text ?? '')

function parts(open: readonly Line[], line: Line, shape: Shape): boolean {
  if (isDropCapital(open)) return !/^[a-z]/.test(line.text)
  const last = open.at(-1)
  if (!last) return true
  const goesOn = /^[a-z(,;]/.test(line.text)
  if (line.opensPage) return !goesOn
  if (shape.kind === 'note' || shape.kind === 'list-item') return false
  if (!/[.!?:]["”’)]?$/.test(last.text) || goesOn) return isHeadline(open, line)
  const widest = open.slice(-WIDTH_OF).reduce((most, each) => Math.max(most, each.text.length), line.text.length)
  return last.text.length < widest * 0.75
}

/** A short line in capitals above other words is a heading of its own. */
function isHeadline(open: readonly Line[], line: Line): boolean {
  if (open.length > 3) return false
  const above = open.map((each) => each.text).join(' ')
  const isLoud = above.length < 90 && /[A-Z]{3}/.test(above) && above === above.toUpperCase()
  return isLoud && line.text !== line.text.toUpperCase()
}

function blockOf(lines: readonly Line[], shape: Shape): Block | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return undefined
  return {
    kind: shape.kind === 'paragraph' ? paragraphKind(lines, shape) : shape.kind,
    start: first.start,
    end: last.end,
    line: first.number,
    ...(first.page !== undefined && { page: first.page }),
    ...(shape.number && { number: shape.number }),
  }
}

/** A paragraph, a heading, or the labels of a chart: many lines of a word or two. */
function paragraphKind(lines: readonly Line[], shape: Shape): BlockKind {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  if (lines.length >= 5 && letters < lines.length * 8) return 'row-text'
  return looksLikeHeading(lines, shape) ? 'heading' : 'paragraph'
}

function looksLikeHeading(lines: readonly Line[], shape: Shape): boolean {
  if (lines.length > 2) return false
  const text = lines.map((line) => line.text).join(' ')
  if (text.length > 110 || /[.;:,!?]["”’)]?$/.test(text)) return false
  const words = text.replace(NUMBERED, '')
  if (!/^[A-Z‘“"]/.test(words) || !/[A-Za-z]{3}/.test(words)) return false
  return shape.number ? !shape.number.includes('.') || text.length < 70 : true
}

/** The digit that extraction made of a bullet, when very many lines begin with it and few with its neighbours. */
function bulletDigitOf(lines: readonly Line[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { text } of lines) {
    const digit = /^(\d) [\p{L}‘“"(]/u.exec(text)?.[1]
    if (digit) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (!most || most[1] < 6) return undefined
  const digit = Number(most[0])
  const beside = Math.max(counts.get(String(digit - 1)) ?? 0, counts.get(String(digit + 1)) ?? 0)
  return most[1] > 3 * beside + 3 ? most[0] : undefined
}

/**
 * Lines of one stretch of text of which the first and others begin with the same digit alone: "5 in cars …", "5 on foot …".
 * Where a text has few of them that is all there is to tell a bullet by.
 */
function stretchDigits(lines: readonly Line[]): Map<Line, string> {
  const found = new Map<Line, string>()
  let stretch: Line[] = []
  const close = () => {
    const digit = LONE_DIGIT.exec(stretch[0]?.text ?? '')?.[1]
    const alike = stretch.filter(({ text }) => digit !== undefined && LONE_DIGIT.exec(text)?.[1] === digit)
    if (alike.length > 1) for (const line of alike) found.set(line, digit ?? '')
    stretch = []
  }
  for (const line of lines) {
    if (line.isBlank) close()
    else stretch.push(line)
  }
  close()
  return found
}
