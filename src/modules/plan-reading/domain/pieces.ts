import type { Block, CheckedDocument } from '#modules/passages/index.js'
import type { Span } from './found.js'
import { type Label, labelOf } from './plan-words.js'

/** A stretch of the document between two labels, headings or bullets: its tidied words and where they stand. */
export type Piece = {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'table'
  readonly level?: number
  readonly text: string
  readonly lines: readonly string[]
  readonly span: Span
  readonly label?: Label
  readonly block: Block
}

type Line = { readonly text: string; readonly start: number; readonly end: number }

const SKIPPED = new Set<Block['kind']>(['running-head', 'page-number', 'caption', 'row-text', 'note'])
const BULLET = /^\s*(?:[•●○▪■◆➢►✓✔*–—\-\uf0b7\uf0a7\uf0d8·o]|[58]|\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)/u
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/\ufb00/g, 'ff'],
  [/\ufb01/g, 'fi'],
  [/\ufb02/g, 'fl'],
  [/\ufb03/g, 'ffi'],
  [/\ufb04/g, 'ffl'],
]

/** Cuts a document into pieces, in the order of reading, without running heads and page numbers. */
export function piecesOf(document: CheckedDocument): Piece[] {
  const blocks = document.blocks
    .filter((block) => !SKIPPED.has(block.kind) && !isContentsEntry(document, block))
    .sort((a, b) => a.start - b.start)
  const pieces = blocks.flatMap((block) =>
    block.kind === 'table' ? [pieceOf(document, block, wholeOf(document, block), 'table')] : cut(document, block),
  )
  return withoutDigits(withWholeHeads(document, pieces))
}

/** A line of a list of contents: dots that lead to a page. */
const isContentsEntry = ({ text }: CheckedDocument, { start, end }: Block) =>
  /(?:\.\s?){4,}\s*\d{1,4}\s*$/.test(text.slice(start, end))

/** A heading that runs on in a line of its own, in small letters, as a narrow column breaks it. */
function withWholeHeads(document: CheckedDocument, pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last && runsOn(last, piece)) {
      const text = { start: last.span.start, end: piece.span.end }
      const lines = [...linesOf(document, { ...last.block, ...text })]
      whole[whole.length - 1] = pieceOf(document, { ...last.block, ...text }, lines, 'heading')
    } else whole.push(piece)
  }
  return whole
}

function runsOn(head: Piece, piece: Piece): boolean {
  if (head.block.kind !== 'heading' || head.level !== undefined || piece.kind === 'item' || piece.label) return false
  const isRest = piece.lines.length === 1 && /^\p{Ll}/u.test(piece.text) && piece.text.split(' ').length <= 6
  const isOpen = !/[.:;?!]$/.test(head.text) && !/[.:;?!]$/.test(piece.text)
  const isNext = head.span.page === piece.span.page && piece.span.start - head.span.end <= 2
  return isRest && isOpen && isNext && (head.label === undefined || head.label.rest !== undefined)
}

/** A digit that opens items one after the other, the same each time, is a bullet in a face that was lost. */
function withoutDigits(pieces: readonly Piece[]): Piece[] {
  const digitOf = (piece: Piece | undefined) =>
    piece?.kind === 'item' ? /^(\d)\s+(?=\p{L})/u.exec(piece.text)?.[1] : undefined
  const bullets = new Set(pieces.filter((piece, at) => digitOf(piece) === digitOf(pieces[at + 1])).map(digitOf))
  return pieces.map((piece) => {
    const digit = digitOf(piece)
    return digit !== undefined && bullets.has(digit) ? { ...piece, text: piece.text.slice(1).trim() } : piece
  })
}

/** Words on one line, with ligatures, soft hyphens and marks that are no words taken away. */
export function tidy(text: string): string {
  const plain = LIGATURES.reduce((done, [form, letters]) => done.replace(form, letters), text)
  return plain
    .replace(/\u00ad/g, '')
    .replace(/([a-z])-\n\s*(?=[a-z])/g, '$1-')
    .replace(/\s+/g, ' ')
    .trim()
}

function cut(document: CheckedDocument, block: Block): Piece[] {
  const lines = linesOf(document, block)
  const whole = pieceOf(document, block, lines, kindOf(block, undefined))
  if (whole.label && !whole.label.rest && !whole.label.prefix) return [whole]
  const own = kindOf(block, lines[0])
  const groups: Group[] = []
  for (const line of cutLines(document, block, lines)) {
    const last = groups.at(-1)
    if (!last || line.begins) groups.push({ kind: line.begins ?? own, lines: [line] })
    else last.lines.push(line)
  }
  return groups.map((group) => pieceOf(document, block, group.lines, group.kind))
}

/** The digit that opens several lines of a block: the bullets of a list that has run together. */
function digitBefore(lines: readonly Line[]): string | undefined {
  const digits = lines.flatMap(({ text }) => /^\s*(\d)\s+(?=\p{L})/u.exec(text)?.[1] ?? [])
  return digits.find((digit, at) => digits.indexOf(digit) < at)
}

type Group = { readonly kind: Piece['kind']; readonly lines: Line[] }

/** Each line, with what begins at it: a label, the next bullet, or what stands below a label. */
function cutLines(document: CheckedDocument, block: Block, lines: readonly Line[]) {
  const widest = Math.max(0, ...lines.map(({ text }) => text.length))
  const bullet = block.kind === 'list-item' ? BULLET.exec(lines[0]?.text ?? '')?.[0]?.trim() : undefined
  const mark = bullet ?? digitBefore(lines)
  let above: Label | undefined
  let wasLabelled = false
  return lines.map((line, at) => {
    const before = lines[at - 1]
    const isDeliberate = !before || block.kind === 'heading' || fitsOn(before, line, widest)
    const found = labelAt(document, line)
    const isAfterEnd = before !== undefined && /[.!?]["”’)]?\s*$/.test(before.text)
    const label = found && (isDeliberate || isAfterEnd || isPlain(found, line.text)) ? found : undefined
    const isBelowLabel = above !== undefined && (above.rest === undefined || isDeliberate)
    const isNextItem =
      before !== undefined &&
      ((mark !== undefined && line.text.trimStart().startsWith(`${mark} `)) ||
        (wasLabelled && LETTERED.test(line.text)))
    above = label ?? (isBelowLabel ? undefined : above)
    wasLabelled ||= label !== undefined
    return { ...line, begins: beginsAt({ label, isNextItem, isBelowLabel }) }
  })
}

type Signs = { readonly label: Label | undefined; readonly isNextItem: boolean; readonly isBelowLabel: boolean }

function beginsAt({ label, isNextItem, isBelowLabel }: Signs): Piece['kind'] | undefined {
  if (label) return 'heading'
  if (isNextItem) return 'item'
  return isBelowLabel ? 'paragraph' : undefined
}

/** “a) …” or “1. …”, which below a label begins an item. */
const LETTERED = /^\s*(?:[a-z]|\d{1,2})[.)]\s+\S/

/** A label that no sentence would break off at: one with a colon, or two words and more in capitals. */
const isPlain = ({ rest, isNumbered }: Label, text: string) =>
  (rest !== undefined && !isNumbered) ||
  (rest === undefined && /:\s*$/.test(text)) ||
  /^\s*\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)+\s*:?\s*$/u.test(text)

/** A break that the setter chose: the next line’s first word would still have fitted on this one. */
function fitsOn(before: Line, line: Line, widest: number): boolean {
  const word = line.text.trim().split(/\s/)[0] ?? ''
  return before.text.trimEnd().length + 1 + word.length < widest - 2
}

function labelAt(document: CheckedDocument, line: Line): Label | undefined {
  const text = tidy(shown(document, line))
  return /^[\p{Lu}\d‘“]/u.test(text) ? labelOf(text) : undefined
}

/** A point of a list that somebody typed as a paragraph of its own. */
const TYPED_POINT = /^\s*(?:[•●○▪■◆➢►✓✔*–—-]|\(?\d{1,2}\)|\(?[a-z]\))\s+\S/

function kindOf(block: Block, first: Line | undefined): Piece['kind'] {
  if (block.kind === 'heading') return 'heading'
  return block.kind === 'list-item' || (first && TYPED_POINT.test(first.text)) ? 'item' : 'paragraph'
}

function linesOf(document: CheckedDocument, block: Block): Line[] {
  const lines: Line[] = []
  let start = block.start
  for (const text of document.text.slice(block.start, block.end).split('\n')) {
    if (text.trim() !== '') lines.push({ text, start, end: start + text.length })
    start += text.length + 1
  }
  return lines
}

const wholeOf = ({ text }: CheckedDocument, { start, end }: Block): Line[] => [
  { text: text.slice(start, end), start, end },
]

function pieceOf(document: CheckedDocument, block: Block, lines: readonly Line[], kind: Piece['kind']): Piece {
  const [start, end] = [lines[0]?.start ?? block.start, lines.at(-1)?.end ?? block.end]
  const words = lines.map((line) => shown(document, line))
  const text = tidy(words.join('\n').replace(BULLET, ''))
  const label = kind === 'item' ? undefined : labelOf(text)
  const quote = document.text.slice(start, end)
  return {
    kind,
    ...(block.level !== undefined && { level: block.level }),
    text,
    lines: words.map(tidy),
    span: {
      start,
      end,
      line: lineOf(document, block, start),
      ...(block.page !== undefined && { page: block.page }),
      quote,
    },
    ...(label && { label }),
    block,
  }
}

const lineOf = ({ text }: CheckedDocument, block: Block, start: number) =>
  block.line + (text.slice(block.start, start).match(/\n/g)?.length ?? 0)

const NOT_SHOWN = '\u0000'
const visibleOf = new WeakMap<CheckedDocument, string>()

/** A line’s words without the marks that the form hides, as Markdown’s asterisks. */
function shown(document: CheckedDocument, { start, end }: { start: number; end: number }): string {
  const known = visibleOf.get(document) ?? visible(document)
  visibleOf.set(document, known)
  return known.slice(start, end).replaceAll(NOT_SHOWN, '')
}

function visible({ text, hidden }: CheckedDocument): string {
  const parts: string[] = []
  let at = 0
  for (const range of [...hidden].sort((a, b) => a.start - b.start)) {
    if (range.start < at) continue
    parts.push(text.slice(at, range.start), NOT_SHOWN.repeat(range.end - range.start))
    at = range.end
  }
  return parts.join('') + text.slice(at)
}
