import { diffArrays } from 'diff'
import { escapedMarkdown } from '#kernel/markdown-words.js'
import { isNumber, likeness, type Piece, plainWords, tokensOf, type Unit } from './pieces.js'

/** Why a change was not taken quite as it was made: the register keeps its figures. */
export type Note =
  | { readonly code: 'typed-over'; readonly live: string; readonly typed: string }
  | { readonly code: 'sentence-kept'; readonly live: string }
  | { readonly code: 'live-removed'; readonly live: string }
  | { readonly code: 'moved' }

/** A paragraph of Markdown with other words, live figures in their places, and what was not taken. */
export type Rewritten = { readonly markdown: string; readonly notes: readonly Note[] }

type Token = { readonly text: string; readonly piece: number; readonly isLive: boolean }

/** The words that each piece of a paragraph has on paper; undefined where the paragraph is another. */
export function wordsOnPaper(unit: Unit, printed: string): string[] | undefined {
  const pattern = unit.pieces.map(({ text }) => (text === null ? '(.*?)' : `(${patternOf(text)})`)).join('')
  const found = new RegExp(`^\\s*${pattern}\\s*$`, 's').exec(plainWords(printed))
  return found ? unit.pieces.map((_, index) => found[index + 1] ?? '') : undefined
}

/** Words as a pattern in which any space is any other; a caption's mark is no part of it. */
function patternOf(text: string): string {
  return text
    .replace(/^Table:\s*/, '')
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s*')
}

/** Puts the words that came back into the Markdown of a paragraph. What did not change stays to the letter. */
export function rewritten(source: string, unit: Unit, printed: readonly string[], back: string): Rewritten {
  const before = printed.flatMap((text, piece): Token[] =>
    unit.pieces[piece]?.text === null
      ? [{ text, piece, isLive: true }]
      : tokensOf(text).map((token) => ({ text: token, piece, isLive: false })),
  )
  const sheet = new Sheet(unit)
  let rest = plainWords(back)
  let part: Token[] = []
  for (const token of before) {
    const stands = token.isLive ? whereStands(token.text, rest) : undefined
    if (!stands) {
      part.push(token)
      continue
    }
    writeAnew(sheet, part, rest.slice(0, stands.at))
    sheet.keep(token)
    if (stands.text !== token.text) sheet.notes.push({ code: 'typed-over', live: token.text, typed: stands.text })
    part = []
    rest = rest.slice(stands.at + stands.text.length)
  }
  writeAnew(sheet, part, rest)
  return { markdown: sheet.markdown(source, printed), notes: sheet.notes }
}

/** A live figure in the words that came back: as it was, or with another number before the same words ("231 burglaries"). */
function whereStands(live: string, words: string): { at: number; text: string } | undefined {
  if (live === '') return undefined
  const at = words.indexOf(live)
  if (at >= 0) return { at, text: live }
  const [first = '', ...others] = tokensOf(live)
  if (!isNumber(first) || others.length === 0) return undefined
  const unit = others.join('').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`[£€$]?[−-]?\\d(?:[\\d,.]*\\d)?%?${unit}`).exec(words)
  return found ? { at: found.index, text: found[0] } : undefined
}

/** The words between two live figures that stand where they stood, one stretch of change after the other. */
function writeAnew(sheet: Sheet, before: readonly Token[], words: string): void {
  const after = tokensOf(words).map(blankAsOne)
  let at = 0
  let removed: Token[] = []
  let added: string[] = []
  for (const run of diffArrays(
    before.map(({ text }) => blankAsOne(text)),
    after,
  )) {
    const own = run.added ? [] : before.slice(at, at + run.value.length)
    at += own.length
    if (run.added) added.push(...run.value)
    else if (run.removed) removed.push(...own)
    else {
      settle(sheet, removed, added)
      removed = []
      added = []
      for (const token of own) sheet.keep(token)
    }
  }
  settle(sheet, removed, added)
}

const blankAsOne = (token: string) => (/^\s+$/.test(token) ? ' ' : token)

/** One stretch of change: plain words give way, live figures stay where a number or their sentence still stands. */
function settle(sheet: Sheet, removed: readonly Token[], added: readonly string[]): void {
  let left = [...added]
  for (const token of removed) {
    if (token.isLive) left = settleLive(sheet, token, left)
    else sheet.drop(token)
  }
  sheet.add(left.join(''))
}

/** A live figure that is not where it was: what of the new words is left when it has found its place. */
function settleLive(sheet: Sheet, token: Token, left: readonly string[]): string[] {
  const { text: live } = token
  if (live === '' || (isSentence(live) && likeness(live, left.join('')) >= 0.5)) {
    sheet.keep(token)
    if (live !== '') sheet.notes.push({ code: 'sentence-kept', live })
    return live === '' ? [...left] : []
  }
  const number = left.findIndex(isNumber)
  if (number < 0) {
    sheet.drop(token)
    sheet.notes.push({ code: 'live-removed', live })
    return [...left]
  }
  const end = number + lengthOfFigure(left.slice(number), live)
  sheet.add(left.slice(0, number).join(''))
  sheet.keep(token)
  sheet.notes.push({ code: 'typed-over', live, typed: left.slice(number, end).join('') })
  return left.slice(end)
}

const isSentence = (live: string) => live.split(' ').length >= 4

/** The number that was typed over a figure, with the words of the figure that follow it. */
function lengthOfFigure(tokens: readonly string[], live: string): number {
  const words = new Set(tokensOf(live))
  let length = 1
  while (length < tokens.length && (tokens[length] === ' ' || words.has(tokens[length] ?? ''))) length += 1
  while (length > 1 && tokens[length - 1] === ' ') length -= 1
  return length
}

/** A paragraph as it is written anew, piece by piece. */
class Sheet {
  readonly notes: Note[] = []
  readonly #unit: Unit
  readonly #text: string[]
  readonly #after: string[]
  readonly #kept = new Set<number>()
  #before = ''
  #last = -1

  constructor(unit: Unit) {
    this.#unit = unit
    this.#text = unit.pieces.map(() => '')
    this.#after = unit.pieces.map(() => '')
  }

  keep({ text, piece, isLive }: Token): void {
    if (isLive) this.#kept.add(piece)
    else this.#text[piece] += text
    this.#last = piece
  }

  drop({ piece }: Token): void {
    this.#last = piece
  }

  /** Adds words where one is: to the piece of plain words that one is in, else behind the figure. */
  add(words: string): void {
    if (words === '') return
    const at = this.#last
    if (at >= 0 && this.#unit.pieces[at]?.text !== null) this.#text[at] += words
    else if (at >= 0) this.#after[at] += words
    else if (this.#unit.pieces[0]?.text !== null) this.#text[0] += words
    else this.#before += words
  }

  markdown(source: string, printed: readonly string[]): string {
    const { start, end, pieces } = this.#unit
    let written = ''
    let at = start
    for (const [index, piece] of pieces.entries()) {
      const now = this.#piece(source, piece, { index, was: printed[index] ?? '' })
      const isGone = now === '' && (printed[index] ?? '') !== ''
      const range = isGone && piece.outer.start >= at ? piece.outer : piece
      written += source.slice(at, range.start)
      if (index === 0 && this.#before !== '') written += escapedMarkdown(this.#before)
      written += now + escapedMarkdown(this.#after[index] ?? '')
      at = range.end
    }
    return (written + source.slice(at, end)).replace(/[^\S\n]+$/, '')
  }

  /** A piece as it is now: its own letters where it did not change, else only what changed is written anew. */
  #piece(source: string, piece: Piece, { index, was }: { readonly index: number; readonly was: string }): string {
    const own = source.slice(piece.start, piece.end)
    if (piece.text === null) return this.#kept.has(index) || was === '' ? own : ''
    const mark = /^Table:\s*/.exec(own)?.[0] ?? ''
    const now = this.#text[index] ?? ''
    if (now === was) return own
    const letters = own.slice(mark.length)
    if (plainWords(letters) !== plainWords(was) || /\s{2}|\n/.test(letters)) return mark + escapedMarkdown(now)
    const head = sharedHead(letters, now)
    const tail = sharedHead([...letters.slice(head)].reverse().join(''), [...now.slice(head)].reverse().join(''))
    const middle = now.slice(head, now.length - tail)
    return mark + letters.slice(0, head) + escapedMarkdown(middle) + letters.slice(letters.length - tail)
  }
}

function sharedHead(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}
