import type { TextRange } from './document-text.js'
import { bulletedLines, type PageLine } from './pdf-bullets.js'
import { withCapitals } from './pdf-capitals.js'
import type { PdfItem } from './pdf-item.js'

/** Runs that follow each other on one baseline without a wide gap: words of a line, or a cell of a table. */
type Segment = {
  readonly items: PdfItem[]
  readonly x: number
  right: number
  readonly y: number
  height: number
  /** Its place in the order in which the page is painted. */
  readonly at: number
}

/** The longest text, in characters, that can be a cell beside another; longer ones are lines of prose. */
const LONGEST_CELL = 60

/**
 * The text of a page, line by line in the order in which the file paints it (columns of prose stay whole), but short
 * pieces with figures on one baseline are put in one row, spaced as they stand: so tables keep their rows. `raised`
 * are the small digits above the line that lead to notes.
 */
export function pageText(items: readonly PdfItem[]): { text: string; raised: TextRange[] } {
  const segments = segmentsOf(withCapitals(items))
  const rows = rowsOf(segments)
  const left = Math.min(...segments.map((segment) => segment.x))
  const raised: TextRange[] = []
  const usual = usualStep(rows)
  const points = bulletedLines(rows.map(lineOfRow))
  let text = ''
  for (const [at, row] of rows.entries()) {
    const line = lineOf(row, left)
    if (beginsPassage(rows[at - 1], row, usual)) text += '\n'
    if (points.has(at)) text += '• '
    for (const { start, end } of line.raised) raised.push({ start: text.length + start, end: text.length + end })
    text += `${line.text}\n`
  }
  return { text: text.trimEnd(), raised }
}

function lineOfRow(row: Segment[]): PageLine {
  const [first, last] = [row[0], row.at(-1)]
  return {
    x: first?.x ?? 0,
    right: last?.right ?? 0,
    height: first?.height ?? 1,
    text: row.map(wordsOf).join(' '),
    isRow: row.length > 1 || (first?.items[0]?.isTurned ?? false),
  }
}

/** The usual step from a line to the next on this page, in points. */
function usualStep(rows: readonly Segment[][]): number {
  const steps = rows.flatMap((row, at) => stepTo(rows[at - 1], row) ?? []).sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 0
}

function stepTo(before: Segment[] | undefined, row: Segment[]): number | undefined {
  const [above, below] = [before?.[0], row[0]]
  if (!above || !below) return undefined
  const step = above.y - below.y
  return step > 0 && step < 3 * Math.max(above.height, below.height) ? step : undefined
}

/** Whether more space than usual stands above a line, so that a new passage begins; rows of a table stay together. */
function beginsPassage(before: Segment[] | undefined, row: Segment[], usual: number): boolean {
  const [above, below] = [before?.[0], row[0]]
  if (!above || !below || (row.length > 1 && (before?.length ?? 0) > 1)) return false
  return above.y - below.y > Math.max(usual * 1.3, below.height * 1.3)
}

function segmentsOf(items: readonly PdfItem[]): Segment[] {
  const segments: Segment[] = []
  for (const item of items) {
    if (item.text.trim() === '') continue
    const last = segments.at(-1)
    if (last && continues(last, item)) {
      last.items.push(item)
      last.right = Math.max(last.right, item.x + item.width)
      last.height = Math.max(last.height, item.height)
    } else {
      const [x, right, at] = [item.x, item.x + item.width, segments.length]
      segments.push({ items: [item], x, right, y: item.y, height: item.height, at })
    }
  }
  return segments
}

function continues(segment: Segment, item: PdfItem): boolean {
  const last = segment.items.at(-1)
  if (!last || last.isTurned !== item.isTurned) return false
  if (item.isTurned) return false
  const size = Math.max(segment.height, item.height, 1)
  const gap = item.x - (last.x + last.width)
  return Math.abs(item.y - segment.y) < size * 0.45 && gap > -size * 0.6 && gap < size * 1.3
}

/** Puts cells that stand on one baseline in one row, where the first of them stands; prose stays as it came. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const byLine = new Map<number, Segment[]>()
  for (const segment of segments) {
    const key = Math.round(segment.y / 2)
    const line = byLine.get(key)
    if (line) line.push(segment)
    else byLine.set(key, [segment])
  }
  const used = new Set<Segment>()
  return segments.flatMap((segment) => {
    if (used.has(segment)) return []
    const row = isCell(segment) ? rowWith(segment, byLine, used) : [segment]
    for (const each of row) used.add(each)
    return [row]
  })
}

function rowWith(segment: Segment, byLine: Map<number, Segment[]>, used: Set<Segment>): Segment[] {
  const key = Math.round(segment.y / 2)
  const near = [key - 1, key, key + 1].flatMap((line) => byLine.get(line) ?? [])
  const beside = near.filter(
    (each) =>
      each !== segment && !used.has(each) && isCell(each) && Math.abs(each.y - segment.y) < segment.height * 0.35,
  )
  const row = [segment, ...beside].sort((a, b) => a.x - b.x)
  const isApart = row.every((each, at) => at === 0 || each.x >= (row[at - 1]?.right ?? 0) - 1)
  return isApart && (isPaintedTogether(row) ? row.some(hasDigit) : row.some(isNumber)) ? row : [segment]
}

const hasDigit = (segment: Segment) => /\d/.test(wordsOf(segment))

/** A cell that is a number with its unit. Beside prose in columns, a line with a digit in it is none. */
const isNumber = (segment: Segment) => /^[^\p{L}]*\d[^\p{L}]*\p{L}{0,3}\W*$/u.test(wordsOf(segment))

/** Cells of a row are painted one after the other; lines of two columns of prose are not. */
function isPaintedTogether(row: readonly Segment[]): boolean {
  const places = row.map(({ at }) => at).sort((a, b) => a - b)
  return places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) <= 2)
}

const isCell = (segment: Segment) => !segment.items[0]?.isTurned && wordsOf(segment).length <= LONGEST_CELL

const wordsOf = (segment: Segment) => segment.items.map((item) => item.text).join(' ')

type Line = { readonly text: string; readonly raised: TextRange[] }

function lineOf(row: readonly Segment[], left: number): Line {
  const raised: TextRange[] = []
  let text = ''
  for (const [at, segment] of row.entries()) {
    if (at > 0) text = text.padEnd(Math.max(text.length + 3, Math.round((segment.x - left) / unitOf(row))))
    let right = segment.x
    for (const item of segment.items) {
      const needsSpace = text !== '' && !text.endsWith(' ') && !/^\s/.test(item.text)
      if (needsSpace && item !== segment.items[0] && item.x - right > segment.height * 0.12) text += ' '
      const start = text.length
      text += item.text
      if (isRaised(item, segment)) raised.push({ start, end: text.length })
      right = item.x + item.width
    }
    text = text.trimEnd()
  }
  return { text, raised }
}

/** The width of one space in a row: so wide that no cell overruns the next. */
function unitOf(row: readonly Segment[]): number {
  const [items, letters] = [row.flatMap((segment) => segment.items), wordsOfRow(row).length]
  const width = items.reduce((sum, item) => sum + item.width, 0)
  return Math.max(2, Math.min(6, width / Math.max(1, letters)))
}

const wordsOfRow = (row: readonly Segment[]) => row.map(wordsOf).join('')

function isRaised(item: PdfItem, segment: Segment): boolean {
  const isSmall = item.height < segment.height * 0.8
  return (
    isSmall &&
    segment.items.length > 1 &&
    /^\s*\d{1,3}\s*$/.test(item.text) &&
    item.y > segment.y + segment.height * 0.12
  )
}
