import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { type Tie, type WorkedRule, workedRule } from './worked-rule.js'

/**
 * A figure and the two that it was worked out from, as the words tie them: "a mean of 31 days (12,896 days over 416)",
 * "12% below the 1,450 of 2022 (1,276)", "318 to 337, 6.0%", "£22k for each of the 39"; places in the sentence.
 */
export type Worked = Tie & {
  readonly rule: WorkedRule
  /** Every other pair of figures of the sentence that it might be of instead. */
  readonly others: readonly (readonly [number, number])[]
}

const MOST_FIGURES = 14

/** Every figure of a sentence that words tie to two others of the right kind. */
export function workedFigures({ items }: Sentence): Worked[] {
  const figures = items.flatMap((item, at) => (isFigure(item.quantity) ? [at] : []))
  if (figures.length < 3 || figures.length > MOST_FIGURES) return []
  return figures.flatMap((result, nth) => {
    if (isRatio(items, result)) return []
    const found = tiesAt(items, figures, nth).flatMap((tie): Worked[] => {
      const rule = workedRule(items, tie)
      return rule ? [{ ...tie, rule, isFirm: isFirm(items, tie), others: pairsBut(figures, tie, rule) }] : []
    })
    return found.slice(0, 1).filter((tie) => tie.result === result)
  })
}

/** In a bracket right behind the figure, or set against each other right beside it: "22.7 points, 55% against 77.7%". */
function isFirm(items: readonly Item[], { result, terms: [first, second], how }: Tie): boolean {
  const reach = result < first ? first - result : result - second
  return how === 'aside' || (reach > 0 && reach <= 3 && second - first <= 4 && areSetTogether(items, first, second))
}

/** "three for every four": a ratio of two, and neither a figure for each. */
const isRatio = (items: readonly Item[], at: number) =>
  (items[at - 1]?.lower === 'every' && items[at - 2]?.lower === 'in') ||
  items.slice(at + 1, at + 4).some(({ lower }, nth, all) => lower === 'every' && all[nth + 1]?.quantity !== undefined)

const isFigure = (quantity: Quantity | undefined) => quantity !== undefined && !quantity.isRange

/** A change is of two that follow each other; a mean may be of any two. */
function pairsBut(figures: readonly number[], { result, terms }: Tie, rule: WorkedRule): [number, number][] {
  const others = figures.filter((at) => at !== result)
  const reach = rule === 'change' ? 1 : others.length
  const pairs = others.flatMap((first, nth) =>
    others.slice(nth + 1, nth + 1 + reach).map((second): [number, number] => [first, second]),
  )
  return pairs.filter((pair) => pair.some((at) => !terms.includes(at)))
}

/** The ties of a figure, the tightest first. */
function tiesAt(items: readonly Item[], figures: readonly number[], nth: number): Tie[] {
  const [before, first] = [figures[nth - 2] ?? -1, figures[nth - 1] ?? -1]
  const [at, next, last] = [figures[nth] ?? -1, figures[nth + 1] ?? -1, figures[nth + 2] ?? -1]
  const tie = (how: Tie['how'], one: number, other: number, isTied: boolean): Tie[] =>
    one >= 0 && other >= 0 && isTied ? [{ result: at, terms: [one, other], how }] : []
  return [
    ...tie('aside', next, last, isAside(items, [at, next, last], figures[nth + 3])),
    ...tie('half', next, last, isHalfAside(items, [at, next, last], figures[nth + 3])),
    ...tie('half', first, next, isAroundAside(items, [first, at, next], figures[nth + 2])),
    ...tie('beside', first, next, isAcross(items, [first, at, next])),
    ...tie('beside', next, last, isLedBy(items, [at, next, last])),
    ...tie('beside', before, first, isLeftBehind(items, [before, first, at])),
    ...closedRate(items, figures, at),
  ]
}

/** "With 1,150,000 people in the area, 690 offences are 0.6 per 1,000": the only other two figures. */
function closedRate(items: readonly Item[], figures: readonly number[], at: number): Tie[] {
  const [one = -1, other = -1, ...more] = figures.filter((figure) => figure !== at)
  const per = items[at]?.quantity?.per
  const isLarge = per !== undefined && [one, other].some((figure) => (items[figure]?.quantity?.shown ?? 0) >= per)
  const isRate = isLarge && other >= 0 && more.length === 0
  const isCompared = items.some(({ lower }) =>
    /^(against|compared|than|while|whereas|national|nationally)$/.test(lower),
  )
  const isApart = between(items, at, at < one ? one : other).some(({ lower }) => breaks.test(lower))
  return isRate && !isCompared && !isApart ? [{ result: at, terms: [one, other], how: 'beside' }] : []
}

const breaks = /^(and|but|including|while|whereas|whilst|although|because|;|\.|\)|\])$/
const between = (items: readonly Item[], from: number, until: number) => items.slice(from + 1, until)
const isRunning = (stretch: readonly Item[], most: number) =>
  stretch.length <= most && !stretch.some((item) => breaks.test(item.lower))

/** Where a bracket opens between two figures; -1 where none does. */
const openingIn = (items: readonly Item[], from: number, until: number) => {
  const at = between(items, from, until).findIndex((item) => /^[([]$/.test(item.text))
  return at < 0 ? -1 : from + 1 + at
}

/** Whether a bracket closes behind a figure before the next one. */
function isClosed(items: readonly Item[], at: number, next = items.length): boolean {
  const close = items.findIndex((item, place) => place > at && /^[)\]]$/.test(item.text))
  return close > at && close < next && close - at <= 6
}

/** "31 days (12,896 days over 416)": both in the bracket behind it. */
function isAside(items: readonly Item[], [at, next, last]: Three, following?: number): boolean {
  const open = openingIn(items, at, next)
  return (
    open > at &&
    isRunning(between(items, at, open), 8) &&
    between(items, open, next).length <= 4 &&
    openingIn(items, next, last) < 0 &&
    !between(items, next, last).some((item) => /^[)\];]$/.test(item.text)) &&
    isClosed(items, last, following)
  )
}

/** "6.7% below the 2,019 of 2023/24 (1,884)", "£227 for each of our 742,000 residents (£168.4m)". */
function isHalfAside(items: readonly Item[], [at, next, last]: Three, following?: number): boolean {
  const open = openingIn(items, next, last)
  return (
    open > next &&
    openingIn(items, at, next) < 0 &&
    isRunning(between(items, at, next), 8) &&
    isRunning(between(items, next, open), 8) &&
    between(items, open, last).length <= 3 &&
    isClosed(items, last, following)
  )
}

/** "Of 64 wardens each gave 28 hours (1,792)": one before it, one in the bracket behind. */
function isAroundAside(items: readonly Item[], [first, at, next]: Three, following?: number): boolean {
  const open = openingIn(items, at, next)
  return (
    open > at &&
    open - at <= 4 &&
    isRunning(between(items, first, at), 8) &&
    between(items, open, next).length <= 3 &&
    isClosed(items, next, following)
  )
}

type Three = readonly [number, number, number]

/** "1,902 officers, 13 short of the 1,915", "£936k, averaging £22k for each of the 39", "81 becomes 66, 15 fewer". */
function isAcross(items: readonly Item[], [first, at, next]: Three): boolean {
  const after = between(items, at, next)
  const isTurned = after.some((item) =>
    /^(than|of|on|below|above|under|over|against|from|each|every)$/.test(item.lower),
  )
  return isTurned && isRunning(after, 8) && isRunning(between(items, first, at), 9)
}

/** "paid 6% more, £318 to £337", "a rise of £14, from £271 to £285", "one more: 15 then, 14 now". */
function isLedBy(items: readonly Item[], [at, next, last]: Three): boolean {
  return isRunning(between(items, at, next), 7) && areSetTogether(items, next, last)
}

/** "£318 to £337, 6%", "81 becomes 66, 15 fewer", "512 in 64 visits, 8 a visit". */
function isLeftBehind(items: readonly Item[], [before, first, at]: Three): boolean {
  const lead = between(items, first, at)
  const isApart = lead.some((item) => /^([,:(–—-]|by|is|or|of|was|at)$/.test(item.lower))
  const stretch = between(items, before, first)
  const isOfAnother = items.slice(at + 1, at + 4).some((item) => /^(than|above|below|over|on)$/.test(item.lower))
  return (
    isApart && !isOfAnother && isRunning(lead, 7) && (areSetTogether(items, before, first) || isRunning(stretch, 7))
  )
}

const links = /^(to|against|then|less|minus|versus|than|becomes|became|into|instead|place|where|over|for|from|in|by)$/

/** Two figures that a word sets against each other, with nothing of another thought between. */
function areSetTogether(items: readonly Item[], first: number, second: number): boolean {
  const stretch = between(items, first, second)
  const isLinked = stretch.some(
    (item, at) =>
      links.test(item.lower) && (at >= stretch.length - 3 || !/^(to|in|for|by|from|over)$/.test(item.lower)),
  )
  return isLinked && stretch.length <= 8 && !stretch.some((item) => /^(;|\.|\)|but|while|whereas)$/.test(item.lower))
}
