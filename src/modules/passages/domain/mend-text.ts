import type { Range } from './document.js'

/** Text that was mended for reading, unit by unit; `own[i]` is the place of unit i in the document's own text. */
export type Mended = { readonly units: string[]; readonly own: number[] }

const LIGATURES = new Map([
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
  ['\ufb05', 'st'],
  ['\ufb06', 'st'],
])
const NOTHING = new Set([
  ...'\u00ad\u200b\u200c\u200d\u2060\ufeff',
  ...'\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079',
])
const isSpace = (char: string) => /\s/.test(char)
const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9'

/** What mending needs to know of the whole document: marks that are not read, and the words that it uses. */
export type MendContext = {
  readonly own: string
  readonly hidden: readonly Range[]
  readonly words: ReadonlySet<string>
}

/**
 * Adds a range of the document's own text: ligatures become letters, soft hyphens and note marks go, words broken at a
 * line's end are joined, white space is one space, and a lone capital above a word becomes its first letter.
 */
export function mendInto(mended: Mended, range: Range, context: MendContext): void {
  let from = range.start
  for (let at = firstHidden(context.hidden, range.start); ; at += 1) {
    const hiding = context.hidden[at]
    if (!hiding || hiding.start >= range.end) break
    mendPiece(mended, { start: from, end: hiding.start }, range.start, context)
    const breaksLine = context.own.slice(hiding.start, hiding.end).includes('\n')
    if (breaksLine) putSpace(mended, ' ', hiding.start)
    from = Math.max(from, hiding.end)
  }
  mendPiece(mended, { start: from, end: range.end }, range.start, context)
  while (mended.units.at(-1) === ' ') removeLast(mended)
}

function put(mended: Mended, chars: string, at: number): void {
  for (const unit of chars.split('')) {
    mended.units.push(unit)
    mended.own.push(at)
  }
}

/** One space between words, none at the beginning. */
function putSpace(mended: Mended, space: string, at: number): void {
  if (mended.units.length > 0 && mended.units.at(-1) !== ' ') put(mended, space, at)
}

function removeLast(mended: Mended): void {
  mended.units.pop()
  mended.own.pop()
}

function mendPiece(mended: Mended, { start, end }: Range, first: number, { own, words }: MendContext): void {
  for (let at = start; at < end; at += 1) {
    const char = own[at] ?? ''
    if (NOTHING.has(char)) continue
    if (!isSpace(char)) {
      put(mended, LIGATURES.get(char) ?? char, at)
      continue
    }
    const next = endOfSpace(own, at, end)
    const joint = jointAt({ own, at, next, start: first }, words)
    if (joint === 'drop-hyphen') removeLast(mended)
    if (joint === 'space') putSpace(mended, spaceFor(own, at, next), at)
    at = next - 1
  }
}

function endOfSpace(own: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(own[at] ?? '')) at += 1
  return at
}

/** A narrow or unbreakable space between digits keeps a number together ("1 234"). */
function spaceFor(own: string, at: number, next: number): string {
  const char = own[at] ?? ' '
  const isInside = next - at === 1 && /[\u00a0\u202f\u2009]/.test(char) && isDigit(own[at - 1]) && isDigit(own[next])
  return isInside ? char : ' '
}

type Gap = { readonly own: string; readonly at: number; readonly next: number; readonly start: number }

/** How what stands before white space goes on after it. */
function jointAt({ own, at, next, start }: Gap, words: ReadonlySet<string>): 'space' | 'none' | 'drop-hyphen' {
  if (!own.slice(at, next).includes('\n')) return 'space'
  const after = own[next] ?? ''
  if (at - start === 1 && /[A-Z]/.test(own[at - 1] ?? '') && /[a-z]/.test(after)) return 'none'
  if (own[at - 1] !== '-' || at - start < 2) return 'space'
  if (!/[\p{L}\d]/u.test(own[at - 2] ?? '') || !/[\p{Ll}\d]/u.test(after)) return 'space'
  const before = /\p{L}+$/u.exec(own.slice(Math.max(start, at - 40), at - 1))?.[0] ?? ''
  const broken = before + (/^\p{L}+/u.exec(own.slice(next, next + 40))?.[0] ?? '')
  return words.has(broken.toLowerCase()) ? 'drop-hyphen' : 'none'
}

function firstHidden(hidden: readonly Range[], start: number): number {
  let [low, high] = [0, hidden.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hidden[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low
}
