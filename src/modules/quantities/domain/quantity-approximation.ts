import { numberInWords } from './number-words.js'
import type { Approximation } from './quantity.js'
import type { Token } from './quantity-tokens.js'

const phrases: [string, Approximation][] = [
  ['just short of', 'under'],
  ['a little over', 'over'],
  ['a little under', 'under'],
  ['slightly more than', 'over'],
  ['slightly less than', 'under'],
  ['just more than', 'over'],
  ['just less than', 'under'],
  ['no more than', 'at-most'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['in the region of', 'around'],
  ['in excess of', 'over'],
  ['in the order of', 'around'],
  ['upwards of', 'over'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['close to', 'around'],
  ['well over', 'over'],
  ['well under', 'under'],
  ['just over', 'over'],
  ['just under', 'under'],
  ['just above', 'over'],
  ['just below', 'under'],
  ['slightly over', 'over'],
  ['slightly under', 'under'],
  ['more than', 'over'],
  ['greater than', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['at least', 'at-least'],
  ['up to', 'at-most'],
  ['not quite', 'under'],
  ['barely', 'under'],
  ['nearly', 'under'],
  ['almost', 'under'],
  ['over', 'over'],
  ['above', 'over'],
  ['under', 'under'],
  ['below', 'under'],
  ['around', 'around'],
  ['about', 'around'],
  ['approximately', 'around'],
  ['approx .', 'around'],
  ['approx', 'around'],
  ['roughly', 'around'],
  ['some', 'around'],
  ['circa', 'around'],
  ['c .', 'around'],
  ['estimated', 'around'],
  ['~', 'around'],
  ['> =', 'at-least'],
  ['< =', 'at-most'],
  ['>', 'over'],
  ['<', 'under'],
  ['≥', 'at-least'],
  ['≤', 'at-most'],
]
const byFirst = new Map<string, { words: string[]; approx: Approximation }[]>()
for (const [phrase, approx] of phrases) {
  const words = phrase.split(' ')
  const first = words[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), { words, approx }])
}

/** The hedging words that begin at this token: "more than", "nearly", "~", "at least". */
export function approximationAt(tokens: Token[], at: number): { approx: Approximation; taken: number } | undefined {
  const candidates = byFirst.get(tokens[at]?.lower ?? '')
  if (!candidates || candidates.length === 0) return undefined
  for (const { words, approx } of candidates) {
    if (words.every((word, index) => tokens[at + index]?.lower === word) && !isMovement(tokens, at, words)) {
      return { approx, taken: words.length }
    }
  }
  return undefined
}

/** "was up to 340 from 300" moves, "98 and 50 add up to 148" sums, "6% more than 11,400" compares; none hedges. */
const isMovement = (tokens: Token[], at: number, words: string[]) =>
  (words[0] === 'up' && /^(is|was|were|went|goes|are|going|adds?|added|adding)$/.test(tokens[at - 1]?.lower ?? '')) ||
  (comparing.test(words.join(' ')) && isRelative(tokens, at - 1)) ||
  (words[1] === 'than' && words.length === 2 && isPlainCount(tokens[at - 1]))

const comparing = /^(?:(?:more|greater|less|fewer) than|over|above|under|below)$/
const fraction = /^(half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)$/

/** "40 more than 300", and no year. */
const isPlainCount = (token: Token | undefined) =>
  (token?.kind === 'number' && !/^(?:19|20)\d\d$/.test(token.text)) ||
  (token?.kind === 'word' && (numberInWords([token], 0)?.value ?? 0) > 1)

/** A percentage, points, a fraction or a multiple ends here. */
function isRelative(tokens: Token[], at: number): boolean {
  const [before, last] = [tokens[at - 1], tokens[at]]
  if (/^(%|percent|points?|pp|times)$/.test(last?.lower ?? '') || /^(pc|pp|ppts?)$/.test(last?.suffix ?? ''))
    return true
  if (last?.lower === 'cent') return before?.lower === 'per'
  return fraction.test(last?.lower ?? '') && /^(an?|one|two|three|four|five|-)$/.test(before?.lower ?? '')
}

/** "300 or more", "1,000 plus", "50+", "about 40 or so". */
export function approximationAfter(tokens: Token[], at: number): { approx: Approximation; taken: number } | undefined {
  const word = tokens[at]?.lower ?? ''
  if (word === '+' && tokens[at]?.gap === false) return { approx: 'at-least', taken: 1 }
  const isAdded = tokens[at + 1]?.kind === 'number' || numberInWords(tokens, at + 1) !== undefined
  if (word === 'plus' && !isAdded) return { approx: 'at-least', taken: 1 }
  if (word !== 'or' || tokens[at + 2]?.lower === 'than') return undefined
  const second = tokens[at + 1]?.lower ?? ''
  if (/^(more|over|above|higher)$/.test(second)) return { approx: 'at-least', taken: 2 }
  if (/^(less|fewer|under|below)$/.test(second)) return { approx: 'at-most', taken: 2 }
  return second === 'so' ? { approx: 'around', taken: 2 } : undefined
}
