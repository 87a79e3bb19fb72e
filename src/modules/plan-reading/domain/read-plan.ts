import type { CheckedDocument } from '#modules/passages/index.js'
import type { FoundPart, PartKind } from './found.js'
import { themeOf } from './headings.js'
import { type Piece, piecesOf } from './pieces.js'
import { declaredList, type Label } from './plan-words.js'
import { PartList } from './same-part.js'
import { partsOfTable } from './table-parts.js'

/**
 * Finds the themes, aims, outcomes, objectives, priorities, commitments and measures that a police and crime plan
 * prints, by the words of its headings and labels and by what is listed below them. It adds nothing: every part is a
 * stretch of the document’s own text. What stands twice (a plan on a page, an appendix) is one part with two places.
 */
export function readPlan(document: CheckedDocument): FoundPart[] {
  const pieces = piecesOf(document)
  const torn = tornHeads(pieces)
  const reading: Reading = { found: new PartList(), theme: null, themeFrom: -1, section: undefined }
  for (const [at, piece] of pieces.entries()) {
    if (torn.has(at)) reading.section = undefined
    else if (piece.kind === 'table')
      for (const part of partsOfTable(document, piece, reading.theme)) reading.found.add(part)
    else if (piece.label)
      takeLabel(reading, piece, piece.label, { before: pieces.slice(Math.max(0, at - 60), at), after: pieces[at + 1] })
    else takePiece(reading, piece)
  }
  return [...reading.found.all()]
}

/** What is open while the document is read from top to bottom. */
type Reading = {
  readonly found: PartList
  theme: string | null
  /** Up to where the document is used up: a heading above it does not name a theme for what comes below. */
  themeFrom: number
  section: Section | undefined
}

type Section = {
  readonly kind: PartKind
  readonly isPlural: boolean
  /** How many parts the document says there are, when it says so. */
  readonly expected?: number
  taken: number
  items: number
  depth: number | undefined
  asides: number
}

const section = (kind: PartKind, isPlural: boolean, expected?: number): Section => ({
  kind,
  isPlural,
  ...(expected !== undefined && { expected }),
  taken: 0,
  items: 0,
  depth: undefined,
  asides: 0,
})

/** Three labels with nothing between them are the head of a table whose cells were torn apart: what follows is in no order. */
function tornHeads(pieces: readonly Piece[]): Set<number> {
  const torn = new Set<number>()
  const isBare = (piece: Piece | undefined) => piece?.label !== undefined && piece.label.rest === undefined
  for (let at = 0; at < pieces.length; at += 1) {
    let end = at
    while (isBare(pieces[end])) end += 1
    if (end - at >= 3) {
      while (end < pieces.length && !pieces[end]?.label) end += 1
      for (let inside = at; inside < end; inside += 1) torn.add(inside)
    }
    at = Math.max(at, end - 1)
  }
  return torn
}

type Around = { readonly before: readonly Piece[]; readonly after: Piece | undefined }

function takeLabel(reading: Reading, piece: Piece, label: Label, { before, after }: Around): void {
  const theme = themeOf(piece, label, before, reading.themeFrom)
  if (theme) add(reading, 'theme', theme.text, theme.piece)
  reading.section = label.rest === undefined ? section(label.kind, label.isPlural) : undefined
  if (label.rest === undefined) return
  const isInRow = [before.at(-1), after].some((one) => one?.label?.isNumbered && one.label.kind === label.kind)
  const isGroup = label.isNumbered && (piece.block.kind === 'heading' || piece.kind === 'heading') && !isInRow
  if (isGroup) reading.theme = null
  add(reading, label.kind, label.rest, piece)
  if (isGroup) stand(reading, label.rest, piece)
}

/** From here on, what is found stands under this theme. */
function stand(reading: Reading, theme: string, piece: Piece): void {
  reading.theme = theme
  reading.themeFrom = piece.span.start
}

function takePiece(reading: Reading, piece: Piece): void {
  const declared = piece.kind === 'paragraph' ? declaredList(piece.text) : undefined
  if (declared) {
    reading.section = section(declared.kind, true, declared.count)
    return
  }
  const { section: open } = reading
  if (!open) return
  if (piece.kind === 'item') takeItem(reading, open, piece)
  else if (open.expected !== undefined) takeDeclared(reading, open, piece)
  else if (piece.kind === 'heading') takeHeading(reading, open, piece)
  else takeParagraph(reading, open, piece)
  if (!open.isPlural && open.taken > 0) reading.section = undefined
  if (open.expected !== undefined && open.taken >= open.expected) reading.section = undefined
}

function takeItem(reading: Reading, open: Section, piece: Piece): void {
  open.depth ??= piece.level
  if (piece.level !== open.depth && piece.level !== undefined) return
  open.items += 1
  open.asides = 0
  take(reading, open, piece)
}

/** A list that says how many it has: a line for each number, or, its numbers torn off, as many short lines as were said. */
function takeDeclared(reading: Reading, open: Section, piece: Piece): void {
  const number = Number(/^\s*(\d{1,2})[.)]\s/.exec(piece.span.quote)?.[1])
  const isList = piece.lines.length === open.expected && piece.lines.every((line) => wordsIn(line) <= 8)
  if (number === open.taken + 1) take(reading, open, piece)
  else if (isList) for (const line of piece.lines) take(reading, open, { ...piece, text: line })
  else if (wordsIn(piece.text) > 8 || piece.kind === 'heading') reading.section = undefined
}

/** In documents that tell no levels, a part printed large looks like a heading. */
function takeHeading(reading: Reading, open: Section, piece: Piece): void {
  const isPart = piece.level === undefined && open.items === 0 && wordsIn(piece.text) >= 4
  if (isPart) take(reading, open, piece)
  else reading.section = undefined
}

const LISTED_AS_PARAGRAPHS = new Set<PartKind>(['objective', 'priority', 'outcome', 'measure', 'theme'])
const PROMISE = /^(?:we|i|the (?:commissioner|pcc|mayor|force|constabulary|police|chief constable))\s+(?:will|shall)\b/i

/** A list whose bullets a PDF has drawn and not written: each line begins anew, and none runs on into the next. */
function isBareList(lines: readonly string[]): boolean {
  const isLine = (line: string) => /^\p{Lu}/u.test(line) && wordsIn(line) >= 3 && wordsIn(line) <= 14
  const runsOn = (line: string) => /[,;:–-]$|\b(?:and|or|of|to|the|a|an|in|for|with|by)$/i.test(line)
  const isEnough = lines.length >= 3 || (lines.length === 2 && lines.every((line) => wordsIn(line) >= 4))
  return isEnough && lines.every(isLine) && !lines.some(runsOn)
}

function takeParagraph(reading: Reading, open: Section, piece: Piece): void {
  if (open.isPlural && open.items === 0 && isBareList(piece.lines)) {
    for (const line of piece.lines) take(reading, open, { ...piece, text: line })
    return
  }
  const words = wordsIn(piece.text)
  const isShort = words <= 45 && sentencesIn(piece.text) <= 2
  const canBeListed = LISTED_AS_PARAGRAPHS.has(open.kind) || PROMISE.test(piece.text)
  const isPart = open.isPlural ? isShort && canBeListed : words <= 70
  if (open.items === 0 && isPart && !/:$/.test(piece.text)) take(reading, open, piece)
  else open.asides += 1
  if (open.asides > 2 || (words > 60 && open.items > 0)) reading.section = undefined
}

function take(reading: Reading, open: Section, piece: Piece): void {
  open.taken += 1
  reading.themeFrom = piece.span.start
  add(reading, open.kind, piece.text, piece)
}

/** Keeps a part. One that was said before under another theme tells under which theme the reading stands. */
function add(reading: Reading, kind: PartKind, words: string, piece: Piece): void {
  const text = sentenceCase(words)
  if (!/\p{L}/u.test(text)) return
  const kept = reading.found.add({
    kind,
    text,
    theme: kind === 'theme' ? null : reading.theme,
    span: piece.span,
    also: [],
  })
  if (kind === 'theme') stand(reading, kept.text, piece)
  else if (kept.theme !== null) reading.theme = kept.theme
}

/** The first letter large: small capitals lose theirs on the way through a PDF. */
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length
const sentencesIn = (text: string) => text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length
