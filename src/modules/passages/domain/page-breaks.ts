import type { Line } from './plain-lines.js'

/** What stands on every page and belongs to no passage. */
export type Furniture = 'running-head' | 'page-number'

/** How many lines a page's foot and the next page's head may have together. */
const MOST = 4

const WORDED_NUMBER = /^(?:page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*\|\s*page)$/i
const MARKING =
  /^(?:OFFICIAL(?:[\s–:-]+SENSITIVE)?|NOT PROTECTIVELY MARKED|UNCLASSIFIED|RESTRICTED|(?:STRICTLY )?CONFIDENTIAL)$/
const BARE_NUMBER = /^\d{1,3}$/

/**
 * Feet and heads of pages that stand in the middle of a sentence, where the text does not tell its pages: "Page 5" and
 * the security marking wherever they fill a line; a title beside a page number only where the sentence plainly goes on.
 */
export function pageBreaks(lines: readonly Line[]): Map<number, Furniture> {
  const found = new Map<number, Furniture>()
  for (const [at, { text }] of lines.entries()) {
    if (WORDED_NUMBER.test(text)) found.set(at, 'page-number')
    else if (MARKING.test(text)) found.set(at, 'running-head')
  }
  for (const [at, line] of lines.entries()) {
    if (!isUnfinished(line)) continue
    const end = resumedAt(lines, at + 1)
    if (end === undefined || !isBreak(lines.slice(at + 1, end), line)) continue
    for (let next = at + 1; next < end; next += 1) found.set(next, kindOf(lines[next]?.text ?? ''))
  }
  return found
}

const kindOf = (text: string): Furniture =>
  WORDED_NUMBER.test(text) || BARE_NUMBER.test(text) ? 'page-number' : 'running-head'

/** A full line of prose whose sentence is not at its end. */
const isUnfinished = ({ text }: Line) => text.length >= 40 && text.includes(' ') && !/[.!?:]["”’)]?$/.test(text)

/** Where, a few lines on, the sentence goes on in small letters. */
function resumedAt(lines: readonly Line[], from: number): number | undefined {
  for (let at = from; at <= from + MOST; at += 1) {
    const text = lines[at]?.text ?? ''
    if (/^[a-z(]/.test(text)) return at > from ? at : undefined
    if (text === '' || /[.;,]$/.test(text) || text.length > 110) return undefined
  }
  return undefined
}

/** A page number in words or a marking tells a break; a bare number only beside a title, where no number is awaited. */
function isBreak(between: readonly Line[], before: Line): boolean {
  const titles = between.filter(({ text }) => isTitle(text))
  const numbers = between.filter(({ text }) => BARE_NUMBER.test(text))
  const marks = between.filter(({ text }) => WORDED_NUMBER.test(text) || MARKING.test(text))
  if (titles.length + numbers.length + marks.length < between.length) return false
  return marks.length > 0 || (titles.length === 1 && numbers.length === 1 && !awaits(before))
}

const isTitle = (text: string) => /^\p{Lu}\p{Ll}.*\s/u.test(text) && !WORDED_NUMBER.test(text) && !MARKING.test(text)

/** "rose to", "a total of": a number may come next. */
const awaits = ({ text }: Line) =>
  /\b(?:to|of|by|from|at|was|were|is|are|about|around|over|nearly|than|and|with|for|total)$/.test(text)
