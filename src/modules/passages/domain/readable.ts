import type { Block, CheckedDocument, Range } from './document.js'
import { type MendContext, type Mended, mendInto } from './mend-text.js'

/** A passage of the readable text that belongs together: a paragraph (whole, even across pages), an item, a heading. */
export type Passage = Range & { readonly block: Block }

/**
 * A document's text made fit to be read: passages one after another with an empty line between them, each on one line.
 * Ligatures, drop capitals, words broken at line ends, running heads and bullets are mended; `toOwn` leads every place
 * back to the document's own text. Tables, running heads, page numbers and lone paragraph numbers are left out.
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

const FURNITURE = new Set(['running-head', 'page-number'])

function makeReadable(document: CheckedDocument): Readable {
  const context: MendContext = {
    own: document.text,
    hidden: [...document.hidden].sort((a, b) => a.start - b.start),
    words: wordsOf(document.text),
  }
  const passages: Passage[] = []
  const parts: string[] = []
  const own: number[] = []
  let length = 0
  for (const group of passageGroups(document)) {
    const mended: Mended = { units: [], own: [] }
    for (const range of group.ranges) {
      if (mended.units.length > 0) {
        mended.units.push(' ')
        mended.own.push(range.start)
      }
      mendInto(mended, range, context)
    }
    if (mended.units.length === 0) continue
    const gap = length === 0 ? '' : '\n\n'
    for (const _ of gap) own.push(group.block.start)
    for (const at of mended.own) own.push(at)
    passages.push({ block: group.block, start: length + gap.length, end: length + gap.length + mended.units.length })
    parts.push(gap, mended.units.join(''))
    length += gap.length + mended.units.length
  }
  return { text: parts.join(''), passages, toOwn: (start, end) => ownRange(document, own, { start, end }) }
}

function ownRange(document: CheckedDocument, own: readonly number[], { start, end }: Range): Range {
  const from = own[start] ?? document.text.length
  const last = own[Math.max(start, end - 1)] ?? document.text.length - 1
  return { start: from, end: Math.max(from, last + 1) }
}

type Group = { readonly block: Block; readonly ranges: Range[] }

/** Blocks that are read, and with each the blocks in which its sentence goes on after the foot of a page. */
function passageGroups(document: CheckedDocument): Group[] {
  const groups: Group[] = []
  let crossed = false
  for (const block of document.blocks) {
    if (FURNITURE.has(block.kind)) {
      crossed = true
      continue
    }
    if (block.kind === 'table' || isLoneNumber(document, block)) continue
    const range = { start: afterBullet(document, block), end: block.end }
    const last = groups.at(-1)
    const isApart = crossed || (last !== undefined && last.block.page !== block.page)
    if (last && isApart && goesOn(document, last, block)) last.ranges.push(range)
    else groups.push({ block, ranges: [range] })
    crossed = false
  }
  return groups
}

function isLoneNumber({ text }: CheckedDocument, block: Block): boolean {
  return (
    block.kind === 'row-text' &&
    block.number !== undefined &&
    block.end - block.start < 12 &&
    /^[\d.]+$/.test(text.slice(block.start, block.end))
  )
}

const FLOWING = new Set(['paragraph', 'list-item', 'heading'])

function goesOn({ text }: CheckedDocument, last: Group, block: Block): boolean {
  if (!FLOWING.has(last.block.kind) || (block.kind !== 'paragraph' && block.kind !== 'heading')) return false
  const end = last.ranges.at(-1)?.end ?? 0
  const before = text.slice(Math.max(0, end - 3), end)
  if (/[.!?:;]["”’)]?$/.test(before)) return false
  const opening = text.slice(block.start, block.start + 1)
  if (/^[a-z(£]/.test(opening)) return true
  return /^\d/.test(opening) && !block.number && /[.!?] \p{Lu}|[a-z,] [a-z]+$/u.test(text.slice(last.block.start, end))
}

const BULLET = /^(?:[•●○◦▪■□➢➤✓✔‣∙·*\uf000-\uf8ff]|[-–—o](?=\s)|\d(?= ))\s*/u

function afterBullet({ text }: CheckedDocument, block: Block): number {
  const head = text.slice(block.start, Math.min(block.end, block.start + 24))
  const mark = block.kind === 'list-item' ? BULLET.exec(head) : undefined
  const number = block.number && head.startsWith(block.number) ? /^[\d.]+\s*/.exec(head) : undefined
  return block.start + (mark?.[0].length ?? number?.[0].length ?? 0)
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const match of text.matchAll(/\p{L}{4,}/gu)) words.add(match[0].toLowerCase())
  return words
}
