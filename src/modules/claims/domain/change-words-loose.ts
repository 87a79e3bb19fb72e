import { type Delta, phrasal } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { directionOf, isChangeNoun, leftwards } from './claim-words.js'

/**
 * Changes that words make only beside two levels: "(-33 incidents)", "340 fewer", "an overspend of £9.8m", "improved by
 * 2 points", "or by 8%". Alone they would say too little.
 */
export function looseDeltas({ items }: Sentence, known: readonly Delta[]): Delta[] {
  const taken = new Set(known.map((delta) => delta.at))
  return items.flatMap((item, at) => {
    if (!item.quantity || taken.has(at) || item.quantity.perTime) return []
    const direction = wayOf(items, at)
    return direction === undefined ? [] : [{ at, direction, from: at, until: at, isSure: false }]
  })
}

const gap =
  /^(overspend|overspends|underspend|underspends|surplus|shortfall|improvement|deterioration|variance|change|difference)$/
const verbs = /^(improved|improving|worsened|deteriorated|slipped|exceeded|exceeding|cut|changed|moved|shrank|swelled)$/
const comparing =
  /^(more|fewer|less|higher|lower|up|down|longer|shorter|quicker|faster|slower|above|below|better|worse|short)$/

function wayOf(items: Item[], at: number): -1 | 0 | 1 | undefined {
  const quantity = items[at]?.quantity
  const isSigned = quantity?.sign === '+' || quantity?.sign === '-'
  if (isSigned && isEntry(items, at)) return undefined
  if (isSigned) return quantity.sign === '+' ? 1 : -1
  const next = comparativeAfter(items, at)
  if (next !== undefined) return directionOf(next)
  const [noun, before] = [items[at - 2]?.lower ?? '', items[at - 1]?.lower ?? '']
  if (before === 'of' && gap.test(noun)) return 0
  if (/^(is|was)$/.test(before) && isChangeNoun(noun)) return directionOf(noun)
  if (before === 'by') return verbBefore(items, at)
  return quantity?.unit === 'percent' ? shareBeside(items, at, before) : undefined
}

/** "Income -12,991": an amount of an account behind its own name. */
const isEntry = (items: Item[], at: number) =>
  /^(count|pounds)$/.test(items[at]?.quantity?.unit ?? '') &&
  items[at - 1]?.kind === 'word' &&
  !gap.test(items[at - 1]?.lower ?? '') &&
  !isChangeNoun(items[at - 1]?.lower ?? '')

/** "or by 8%", "or 8%", "an underspend of £5.3m (4.3%)": the change before it said again. */
function shareBeside(items: Item[], at: number, before: string): -1 | 0 | 1 | undefined {
  if (before === '(' && items[at + 1]?.text === ')') return gapBefore(items, at)
  return before === 'or' &&
    (items[lastFigure(items, at) - 1]?.lower !== 'to' || items.slice(0, at).some((item) => item.lower === 'from'))
    ? verbBefore(items, at)
    : undefined
}

/** "340 fewer", "22 seconds longer", "16% down at 412". */
function comparativeAfter(items: Item[], at: number): string | undefined {
  const skip = items[at + 1]?.lower.startsWith(items[at]?.quantity?.timeUnit ?? '\n') ? 2 : 1
  const word = items[at + skip]?.lower ?? ''
  if (!comparing.test(word) || isPointer(items, at, skip)) return undefined
  const next = items[at + skip + 1]
  const isSize =
    next === undefined ||
    next.kind !== 'word' ||
    /^(than|in|with|at|on|over|compared|when|year|from|since|this|vehicle)$/.test(next.lower)
  return isSize || /^(fewer|more|less)$/.test(word) ? word : undefined
}

/** "the 31 above, since": what was printed before. */
const isPointer = (items: Item[], at: number, skip: number) =>
  /^(the|these|those)$/.test(items[at - 1]?.lower ?? '') &&
  /^(above|below)$/.test(items[at + skip]?.lower ?? '') &&
  items[at + skip + 1]?.kind !== 'word'

const lastFigure = (items: Item[], at: number) => leftwards(items, at, 12, (item) => item.kind === 'quantity')

function verbBefore(items: Item[], at: number): -1 | 0 | 1 | undefined {
  const found = leftwards(
    items,
    at,
    14,
    (item) => directionOf(item.lower) !== 0 || verbs.test(item.lower) || /^[.;]$/.test(item.text),
  )
  const word = items[found]?.lower ?? ''
  if (verbs.test(word)) return 0
  if (/^(up|down)$/.test(word) && phrasal.test(items[found - 1]?.lower ?? '')) return undefined
  return found >= 0 && (directionOf(word) !== 0 || isChangeNoun(word)) ? directionOf(word) : undefined
}

/** "an underspend of £5.3m (4.3%)". */
const gapBefore = (items: Item[], at: number): 0 | undefined =>
  items[at - 2]?.quantity && items[at - 3]?.lower === 'of' && gap.test(items[at - 4]?.lower ?? '') ? 0 : undefined
