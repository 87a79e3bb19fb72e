import type { Quantity } from '#modules/quantities/index.js'
import type { Item } from './claim.js'

const rising = new Set(
  (
    'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb ' +
    'climbed climbs up higher edged rallied ballooned more greater jump jumped surge surged uplift gain gained upturn upward improved-to extra additional above lengthened lengthen lengthening swelled soared doubled-up exceed exceeds exceeded'
  ).split(' '),
)
const falling = new Set(
  (
    'saving savings short fall falls fell fallen falling decrease decreases decreased decreasing reduce reduces reduced reducing reduction ' +
    'drop drops dropped dropping decline declines declined declining down lower fewer less cut shrank shrunk downturn below downward shortened shorten shortening dipped slumped slipped slid eased shed tumbled plunged plummeted halved-to'
  ).split(' '),
)

/** Which way a word says that something went: 1 up, -1 down, 0 neither. */
export function directionOf(word: string): -1 | 0 | 1 {
  if (word === 'longer' || word === 'slower') return 1
  if (word === 'shorter' || word === 'faster' || word === 'quicker') return -1
  if (rising.has(word)) return 1
  return falling.has(word) ? -1 : 0
}

const changeNouns = new Set(
  'rise increase growth uplift jump surge gain fall decrease reduction drop decline cut change saving savings downturn upturn difference improvement advance climb dip slide uptick contraction expansion'.split(
    ' ',
  ),
)
/** Whether a word names a change: "increase", "reduction", "difference". */
export const isChangeNoun = (word: string): boolean => changeNouns.has(word)

/** "more", "fewer", "higher": words that compare a quantity with another. */
export const isComparative = (word: string): boolean =>
  /^(more|fewer|less|higher|lower|greater|above|below)$/.test(word)

const breaks = new Set([
  'and',
  'but',
  'while',
  'whilst',
  'whereas',
  'although',
  'though',
  ';',
  'with',
  'however',
  'alongside',
  '•',
  'because',
  '|',
  'despite',
  'including',
  '=',
])

/** Whether two places of a sentence belong together: no joining word that starts another thought stands between them. */
export function isConnected(items: Item[], from: number, until: number): boolean {
  for (let at = Math.min(from, until) + 1; at < Math.max(from, until); at += 1) {
    const word = items[at]?.lower ?? ''
    if (breaks.has(word) && !(word === 'with' && items[at + 1]?.kind === 'quantity')) return false
  }
  return true
}

/** Where the nearest item that passes stands, looking left no farther than so many items. */
export function leftwards(items: Item[], at: number, reach: number, passes: (item: Item) => boolean): number {
  for (let next = at - 1; next >= Math.max(0, at - reach); next -= 1) {
    const item = items[next]
    if (item && passes(item)) return next
  }
  return -1
}

/** Where the nearest item that passes stands, looking right no farther than so many items. */
export function rightwards(items: Item[], at: number, reach: number, passes: (item: Item) => boolean): number {
  for (let next = at + 1; next <= Math.min(items.length - 1, at + reach); next += 1) {
    const item = items[next]
    if (item && passes(item)) return next
  }
  return -1
}

/** Words of a stretch that carry meaning are compared without their plural endings. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is|ous|news|series)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2)
  return word.replace(/'?s'?$/, '')
}

/** "5,148 hours, 429 a month", "4,320 hours, 45 each": an amount for one that leaves out the unit of its total. */
export function isBareOf(items: Item[], mean: number, total: Quantity): boolean {
  const own = items[mean]?.quantity
  const next = items[mean + 1]?.lower ?? ''
  const isWork = total.unit === 'duration' && /^(hour|hr|minute|min)$/.test(total.timeUnit ?? '')
  return isWork && own?.unit === 'count' && /^(a|an|per|each|every|apiece|for|on|at|in)$/.test(next)
}

/** "ran from 9 to 14", "lay between 24 and 28": the two ends of a range are no total and its number. */
export const isOfRange = (items: readonly { readonly lower: string }[]): boolean =>
  items.some(
    ({ lower }, at) =>
      /^(ranged?|ranges|ranging|varied|ran|runs|lay|lies)$/.test(lower) &&
      /^(from|between)$/.test(items[at + 1]?.lower ?? ''),
  )

/** A sentence about places in a list, where up is a smaller number. */
export const isOfRanks = (items: readonly { readonly lower: string }[]) =>
  items.some(({ lower }) => /^(places?|rank(?:ed|s|ing|ings)?|positions?|charts?|league|grades?|graded)$/.test(lower))

/** Sums of two currencies are no two levels of one. */
export const otherMoney = /^(euros?|dollars?|yen|francs?|kroner|kronor|rupees?|yuan|[$€].*)$/

/** "£450 each or 3 for £1,200": a price beside another. */
export const isPriceToo = (items: readonly Item[], at: number): boolean =>
  /^(each|apiece)$/.test(items[at + 1]?.lower ?? '') && items[at + 2]?.lower === 'or'

const another =
  /\band (?:\w+ )?(?:lower|higher|less|more) than\b|\b(?:while|whilst|whereas) (?!last |previous )[a-z]+ (?:\w+ ){0,3}(?:fell|rose|has|have|was|were|had)\b/

/** "£4.6m, £0.3m less than last year and much lower than the £7.6m of 2021", "6.6%, while growth fell to 2.6%": two things. */
export function isOfAnother(items: readonly Item[], places: readonly number[]): boolean {
  const between = items.slice(Math.min(...places), Math.max(...places))
  return another.test(between.map(({ lower }) => lower).join(' '))
}

const aimed =
  /\b(?:against|versus|than|above|below|over|under|within|beyond) (?:(?:a|an|the|our|its) )?(?:\w+ )?(?:standard|target|goal|aim|limit|benchmark|norm)(?: of)?$/

/** "in 61 days against a standard of 60": what was aimed at, and no part or term of what was counted. */
export const isAimedAt = (items: readonly Item[], at: number): boolean =>
  aimed.test(
    items
      .slice(Math.max(0, at - 6), at)
      .map(({ lower }) => lower)
      .join(' '),
  )

/**
 * "150 visits, nine more than in 2024/25, and want 34 people": what the 150 is more than is named without its figure, and
 * past its clause stand other things. Whether one of two places stands there, and another before the comparison.
 */
export function isPastBase(items: Item[], at: number, places: readonly number[]): boolean {
  const than = rightwards(items, at, 4, (item) => item.lower === 'than' || item.kind !== 'word')
  if (items[than]?.lower !== 'than') return false
  const end = rightwards(items, than, 9, (item) => item.quantity !== undefined || endsClause.test(item.lower))
  if (end < 0 || items[end]?.quantity) return false
  const [next, after] = items.slice(end + 1, end + 3)
  const isFigure = next?.quantity !== undefined && after?.kind !== 'word'
  const isBase = items[end]?.text === ',' && (isFigure || opensBase.test(next?.lower ?? ''))
  return !isBase && places.some((place) => place > end) && places.some((place) => place < at)
}

const endsClause = /^(?:[,;]|and|but|while|whilst|whereas)$/
const opensBase = /^(?:when|which|where|then|compared|against|up|down|at|with)$/

/** "a cut ranging from 7% to 20%", "varies from £12 to £26": the least and the most of many, not earlier and later. */
export const isSpread = (items: readonly Item[], at: number): boolean =>
  items.slice(Math.max(0, at - 2), at).some(({ lower }) => /^(rang|vari|vary|span|differ)/.test(lower))
