import { inUnit, type Quantity } from '#modules/quantities/index.js'
import type { Pair } from './change-levels.js'
import type { Item, Sentence } from './claim.js'
import { directionOf, isChangeNoun, isComparative, isOfRanks, leftwards, otherMoney } from './claim-words.js'

/** What the words of a sentence say of a direction, against two levels. */
export type SaidDirection = {
  verdict: 'error' | 'warning' | 'question' | 'holds'
  start: number
  end: number
  message: string
  working: string
  suggestion?: string
}

/** Pairs of levels whose words name only a direction: "fell from 340 to 360", "is down from 12% to 14%". */
export function bareDirections(sentence: Sentence, pairs: Pair[]): SaidDirection[] {
  if (sentence.items.some(({ lower }) => otherMoney.test(lower))) return []
  const { items } = sentence
  return pairs.flatMap((pair) => {
    const said = directionFor(items, pair)
    const from = items[pair.from]
    const to = items[pair.to]
    if (!said || !from?.quantity || !to?.quantity) return []
    const verdict = judge(said.direction, from.quantity, to.quantity)
    if (
      !verdict ||
      isOfGrowth(items, said.item, from.quantity) ||
      (verdict !== 'holds' && isOfRanks(items) && [from.quantity, to.quantity].every(mayBeRank)) ||
      (verdict !== 'holds' && isFarApart(pair, from.quantity, to.quantity))
    )
      return []
    const places = [said.item, from, to]
    return [
      {
        verdict,
        start: Math.min(...places.map((item) => item.start)),
        end: Math.max(...places.map((item) => item.end)),
        ...wordsFor(verdict, said.item, from.quantity, to.quantity),
      },
    ]
  })
}

/** A small whole number without a unit: "fell from 12 to 15 in the table", and not "17.8 to 18.4 minutes in rural places". */
const mayBeRank = ({ unit, shown }: Quantity) => unit === 'count' && shown <= 50 && Number.isInteger(shown)

/**
 * "Growth is down to 4.0% from 4.4%", "it slowed the increase in demand from 5.4% to 4.9%": a share that is itself a growth
 * may fall while the thing grows; and of growth "faster" says more.
 */
const isOfGrowth = (items: readonly Item[], { lower }: Item, level: Quantity) =>
  level.unit === 'percent' &&
  (/^(growth|faster|slower|quicker)$/.test(lower) ||
    (isChangeNoun(lower) && items.some((one) => /^slow|^brought$/.test(one.lower) || turns(lower, one.lower))))

const turns = (noun: string, word: string) => directionOf(noun) * directionOf(word) < 0

/** Figures that are only compared and of quite another size are hardly of one thing. */
const isFarApart = (pair: Pair, from: Quantity, to: Quantity) =>
  pair.how === 'compared' && Math.max(from.shown, to.shown) > 3 * Math.min(from.shown, to.shown)

function judge(direction: -1 | 1, from: Quantity, to: Quantity): SaidDirection['verdict'] | undefined {
  const mayRise = to.high > from.low
  const mayFall = to.low < from.high
  if (direction > 0 ? mayRise : mayFall) return from.shown === to.shown ? undefined : 'holds'
  return from.approx || to.approx || from.unit !== to.unit ? 'warning' : 'error'
}

function wordsFor(verdict: SaidDirection['verdict'], item: Item, from: Quantity, to: Quantity) {
  const working = `${inUnit(from.shown, from)} then ${inUnit(to.shown, to)}`
  if (verdict === 'holds') return { message: `"${item.text}" fits its two figures.`, working }
  const way = to.shown > from.shown ? 'goes up' : 'goes down'
  const really = to.shown === from.shown ? 'stays the same' : way
  return {
    message: `The text says "${item.text}", but the figure ${really}.`,
    working,
    suggestion: 'Change the word, or put the two figures in the right order.',
  }
}

/** The word of direction that governs a pair: its own ("up from"), or the nearest before it in the same thought. */
function directionFor(items: Item[], pair: Pair): { direction: -1 | 1; item: Item } | undefined {
  const low = Math.min(pair.from, pair.to)
  const between = items.slice(low + 1, Math.max(pair.from, pair.to)).find((item) => directionOf(item.lower) !== 0)
  if (pair.how === 'compared' && !between) return leadingTo(items, pair)
  const before = leftwards(items, low, 8, (item) => directionOf(item.lower) !== 0 || isStop(item))
  const item = between ?? items[before]
  const direction = directionOf(item?.lower ?? '')
  if (!item || direction === 0 || isHedging(items, item)) return undefined
  if (!between && (pair.how !== 'from-to' || hasOtherLevel(items, before, low))) return undefined
  return { direction, item }
}

/**
 * "Robberies rose to 340, compared with 312", "robbery was up, with 340 offences against 312", "fewer robberies were
 * recorded: 312, compared with 340": the only word of direction, and it leads to the first of two levels.
 */
function leadingTo(items: Item[], pair: Pair): { direction: -1 | 1; item: Item } | undefined {
  const low = Math.min(pair.from, pair.to)
  const moving = items.filter((item) => directionOf(item.lower) !== 0)
  const [item] = moving
  const direction = directionOf(item?.lower ?? '')
  const figures = items.filter((one) => one.quantity).length
  const at = item ? items.indexOf(item) : -1
  if (!item || direction === 0 || moving.length > 1 || figures !== 2 || at > low || low - at > 7) return undefined
  const lead = items
    .slice(at + 1, low)
    .map((one) => one.lower)
    .join(' ')
  const isVerb = !isComparative(item.lower) && !isChangeNoun(item.lower) && /^to(?: an?| the)?$/.test(lead)
  const isUp = /^(is|are|was|were)$/.test(items[at - 1]?.lower ?? '') && lead === ', with'
  const isMore = /^(more|fewer)$/.test(item.lower) && /^[a-z]+(?: (?:were|was) [a-z]+)? ?:$/.test(lead)
  const isLed =
    /^(?:to|to a)$/.test(lead) && /^(rose|fell|increased|decreased|rise|fall|dropped|climbed)$/.test(item.lower)
  return isVerb || isUp || isMore || isLed ? { direction, item } : undefined
}

const isStop = (item: Item) => item.kind === 'quantity' || /^([;.:)]|and|but|while|which|who|with)$/.test(item.lower)

const hasOtherLevel = (items: Item[], from: number, until: number) =>
  items.slice(from + 1, until).some((item) => item.kind === 'quantity' || /^[$€]/.test(item.text))

/** "growth forecasts", "increase rate": the figures are of the growth itself. */
const ownRates =
  /^(forecasts?|targets?|rates?|figures?|predictions?|projections?|estimates?|expectations?|assumptions?)$/

/** "reduce the risk from", "more people", "no increase": words that look like a direction and are none. */
function isHedging(items: Item[], item: Item): boolean {
  const at = items.indexOf(item)
  const before = items[at - 1]?.lower ?? ''
  const next = items[at + 1]?.lower ?? ''
  const isCause = items
    .slice(Math.max(0, at - 3), at)
    .some((one) => /^(following|after|amid|despite|because)$/.test(one.lower))
  if (isCause && next === 'in' && isChangeNoun(item.lower)) return true
  if (next === '-' || before === '-') return true
  if (/^(above|below)$/.test(item.lower)) return false
  if (next === 'than' && items.slice(at + 2, at + 4).some((one) => /^(any|ever|every)$/.test(one.lower))) return true
  if (
    isChangeNoun(item.lower) &&
    (ownRates.test(next) || /^(smaller|larger|bigger|slower|faster|lower|higher|greater|lesser)$/.test(before))
  )
    return true
  if (/^(more|less|higher|lower|greater|fewer|extra|additional)$/.test(item.lower)) return next !== 'than'
  return (
    /^(no|not|to|without|despite|against|target|any)$/.test(before) ||
    (item.lower === 'up' && !/^(from|to|on|slightly|sharply|significantly|marginally)$/.test(next) && next !== '')
  )
}
