import {
  comparedUnit,
  inPrint,
  inUnit,
  isOneSlip,
  looseSpan,
  meets,
  type Quantity,
  roundedSpan,
  type Span,
} from '#modules/quantities/index.js'
import type { SaidDirection } from './change-direction.js'
import { isElsewhere } from './change-levels.js'
import { type Item, type Sentence, wordAt } from './claim.js'
import { directionOf, isChangeNoun, isConnected, isOfAnother, isPastBase, leftwards } from './claim-words.js'
import { saidSums } from './sum-said.js'

/**
 * How far two figures are apart, where words bind the distance and set the two against each other, in any order: "it was
 * 74%, so it has dropped by three points to 71%", "17 short of 1,221, with 1,204", "that is 7.5%, from £162m to £174m".
 */
export function apartIn(sentence: Sentence, judgedAlready: ReadonlySet<number>): SaidDirection[] {
  const { items } = sentence
  const figures = figuresOf(items)
  if (figures.length < 3 || figures.length > MOST || items.some((item) => elsewhere.test(item.lower))) return []
  if (saidSums(sentence).some(({ rule }) => rule === 'difference')) return []
  return figures.flatMap((at) => {
    const stated = items[at]?.quantity
    if (!stated || judgedAlready.has(at) || !isBound(items, at, figures)) return []
    const levels = levelsFor(items, at, figures)
    if (
      !levels ||
      isPastBase(items, at, levels.places) ||
      isSumOf(stated, levels) ||
      !isOfOneThought(items, at, levels)
    )
      return []
    const said = judged(items, { at, stated, levels })
    return said && (said.verdict === 'holds' || !isSaidElsewhere(items, { at, levels, figures })) ? said : []
  })
}

/** "It is 338, seven more than the 331": not how far the two are apart, but what they come to. */
const isSumOf = ({ unit, shown }: Quantity, { first, second }: Levels) =>
  unit !== 'percent' && Math.abs(first.shown + second.shown - shown) < 1e-9 * shown

const MOST = 6

const elsewhere =
  /^(respectively|targets?|aims?|goal|national|nationally|inflation|forecasts|predicted|estimates|each|average|averaged|averaging|mean)$/

/** The figures that may take part: no ranges, rates, ages, bounds in time. */
const figuresOf = (items: Item[]) =>
  items.flatMap((item, at) => {
    const { quantity } = item
    const isBound =
      quantity?.unit === 'duration' &&
      (/^(within|in|under|after|over)$/.test(wordAt(items, at - 1)) ||
        /^(year|quarter|month)$/.test(quantity.timeUnit ?? ''))
    const isFigure =
      quantity && !quantity.isRange && !quantity.per && /^(count|pounds|percent|points|duration)$/.test(quantity.unit)
    return isFigure && !isBound ? [at] : []
  })

const compared =
  /^(more|fewer|less|higher|lower|over|under|above|below|better|worse|short|longer|shorter|quicker|faster|slower|sooner|later|extra)$/
const moved =
  /^(gained|lost|added|saved|shed|overspent|underspent|narrowed|widened|dropped|grew|grown|rose|risen|fell|fallen|cut|improved|worsened|changed)$/
const gapNoun =
  /^(gap|overspend|underspend|surplus|shortfall|deficit|difference|variance|improvement|deterioration|change|growth|overspending|underspending)$/

const isNoun = (word: string) => isChangeNoun(word) || gapNoun.test(word)

/** Whether a figure's own words say that it is a distance: "17 short", "an extra £14", "by 2 points", "the rise to £4,265 is 25%". */
export const saysDistance = (items: readonly Item[], at: number) => isBound([...items], at, [])

function isBound(items: Item[], at: number, figures: readonly number[]): boolean {
  const skip =
    items[at]?.quantity?.timeUnit && wordAt(items, at + 1).startsWith(items[at]?.quantity?.timeUnit ?? '\n') ? 2 : 1
  if (compared.test(wordAt(items, at + skip)) && wordAt(items, at + skip + 1) !== 'to') return true
  const before = wordAt(items, at - 1)
  if (/^(extra|additional)$/.test(before) || moved.test(before)) return true
  if (/^an?$/.test(before) && isNoun(wordAt(items, at + 1))) return true
  if (before === 'by') return hasMove(items, at)
  if (before === 'of') return isNounOf(items, at - 1)
  if (/^(is|was|are|were)$/.test(before)) return isPredicate(items, at - 1)
  return isDifferenceOf(items, at) || isTaken(items, at, figures)
}

const hasMove = (items: Item[], at: number) =>
  leftwards(
    items,
    at,
    12,
    (item) => directionOf(item.lower) !== 0 || moved.test(item.lower) || gapNoun.test(item.lower),
  ) >= 0

/** "a drop of", "an increase in burglary of". */
const isNounOf = (items: Item[], of: number) =>
  isNoun(
    wordAt(
      items,
      leftwards(items, of, 4, (item) => isNoun(item.lower) || item.kind !== 'word'),
    ),
  )

/** "the fall is £2,530k", "the rise to £4,265 is 25%"; "over those two years that is 7.5%, from". */
function isPredicate(items: Item[], verb: number): boolean {
  const stops = (item: Item) => isNoun(item.lower) || /^([;.:]|and|but|which|that)$/.test(item.lower)
  if (isNoun(wordAt(items, leftwards(items, verb, 10, stops)))) return true
  const after = items.slice(verb + 2, verb + 4).map((item) => item.lower)
  return (
    /^(that|this|which)$/.test(wordAt(items, verb - 1)) &&
    /^[,(] ?(from)?$/.test(after.slice(0, after[0] === '(' ? 1 : 2).join(' '))
  )
}

/** "The 22 … are the difference between 209 and 187". */
const isDifferenceOf = (items: Item[], at: number) =>
  items
    .slice(at + 1, at + 12)
    .some((item, nth, all) => item.lower === 'difference' && all[nth + 1]?.lower === 'between')

/** "Two have been sold, taking it from 41 to 39": what comes first is what the two differ by. */
const isTaken = (items: Item[], at: number, figures: readonly number[]) =>
  figures[0] === at &&
  items
    .slice(at, figures[1])
    .some((item) => /^(taking|bringing|leaving|lifting|cutting|reducing|raising)$/.test(item.lower)) &&
  wordAt(items, (figures[1] ?? 0) - 1) === 'from'

type Levels = {
  readonly first: Quantity
  readonly second: Quantity
  readonly places: readonly number[]
  readonly isFirm: boolean
  readonly isFromTo: boolean
}

/** Nothing that begins another thought stands between the distance and the level before it, or else the one behind. */
function isOfOneThought(items: Item[], at: number, { places }: Levels): boolean {
  const nearest = places.findLast((place) => place < at) ?? places[0] ?? at
  return isConnected(items, nearest, at)
}

type Rival = { readonly at: number; readonly levels: Levels; readonly figures: readonly number[] }

/** Another figure of the sentence is just how far the two are apart: what was read here is of something else. */
const isSaidElsewhere = (items: Item[], { at, levels, figures }: Rival) =>
  figures.some((other) => {
    const stated = items[other]?.quantity
    if (!stated || other === at || levels.places.includes(other)) return false
    const isOfUnit =
      stated.unit === 'percent' || stated.unit === 'points' || comparedUnit(stated) === comparedUnit(levels.first)
    return (
      isOfUnit && distances(stated, levels.first, levels.second, false).some((span) => meets(span, roundedSpan(stated)))
    )
  })

const MOST_TIMES = 5

/** Two figures of quite another size are of one thing only where one wrong digit makes them so. */
function areOfOtherSize(stated: Quantity | undefined, a: Quantity, b: Quantity): boolean {
  const [low, high] = [Math.min(a.shown, b.shown), Math.max(a.shown, b.shown)]
  if (low <= 0) return true
  const reach = stated?.unit === 'percent' ? (low * stated.shown) / 100 : (stated?.shown ?? 0)
  const isLikely = reach > (high - low) / MOST_TIMES && reach < high * MOST_TIMES
  return high > low * MOST_TIMES && !isLikely && !isOneSlip(high, low + reach, a.precision)
}

/** The only two other figures of the unit that such a distance can be between. */
function levelsFor(items: Item[], at: number, figures: readonly number[]): Levels | undefined {
  const unit = comparedUnit(items[at]?.quantity)
  const level = unit === 'points' ? 'percent' : unit
  const all = figures.filter(
    (one) =>
      one !== at &&
      (unit === 'percent' ? items[one]?.quantity?.unit !== 'percent' : comparedUnit(items[one]?.quantity) === level),
  )
  const near = all.filter((one) => !items.slice(Math.min(one, at), Math.max(one, at)).some((item) => item.text === ';'))
  const alike = near.length === 2 ? near : all
  const [first, second] = alike
  const [a, b] = [items[first ?? -1]?.quantity, items[second ?? -1]?.quantity]
  if (first === undefined || second === undefined || !a || !b || alike.length !== 2) return undefined
  if (
    comparedUnit(a) !== comparedUnit(b) ||
    isOfAnother(items, [at, first, second]) ||
    areOfOtherSize(items[at]?.quantity, a, b)
  )
    return undefined
  if (alike.some((place) => isElsewhere(items, place) || wordAt(items, place - 1) === 'by')) return undefined
  const isFirm = areOpposed(items, first, second)
  const isFromTo = wordAt(items, first - 1) === 'from' && wordAt(items, second - 1) === 'to'
  return { first: a, second: b, places: [first, second], isFirm, isFromTo }
}

/** "from A to B", "A against B", "A less B", "between A and B", "(A to B)", "A … (now B)", "it was A … to B". */
function areOpposed(items: Item[], first: number, second: number): boolean {
  const between = items.slice(first + 1, second).map((item) => item.lower)
  const lead = between.slice(-5)
  if (lead.some((word) => /^(against|less|minus|versus|than|compared)$/.test(word)) && !lead.includes(',')) return true
  if (wordAt(items, first - 1) === 'between' && between.includes('and')) return true
  if (lead.at(-1) === 'to' && (wordAt(items, first - 1) === 'from' || between.length <= 3)) return true
  if (lead.at(-1) === 'now' || (lead.at(-1) === '(' && items.slice(second + 1, second + 5).some((item) => item.period)))
    return true
  const wasFirst = items
    .slice(Math.max(0, first - 3), first)
    .some((item) => /^(was|were|had|collected|cost)$/.test(item.lower))
  return wasFirst && /^(to|at)$/.test(lead.at(-1) ?? '')
}

type Stated = { readonly at: number; readonly stated: Quantity; readonly levels: Levels }

function judged(items: Item[], { at, stated, levels }: Stated): SaidDirection | undefined {
  const { first, second, places } = levels
  const ends = [at, ...places].flatMap((place) => items[place] ?? [])
  const place = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) }
  const given = distances(stated, first, second, levels.isFromTo)
  const printed = stated.inWords ? stated : roundedSpan(stated)
  const [low, high] = [first, second].toSorted((one, other) => one.shown - other.shown)
  const worked = workedOut(stated, levels)
  const working = `${inUnit(high?.shown ?? 0, first)} and ${inUnit(low?.shown ?? 0, first)}: ${worked}`
  if (given.some((span) => meets(span, printed)))
    return { ...place, verdict: 'holds', message: 'The distance between the two figures is as stated.', working }
  const loose = distances(
    stated,
    { ...first, ...looseSpan(first) },
    { ...second, ...looseSpan(second) },
    levels.isFromTo,
  )
  if (!levels.isFirm || loose.some((span) => meets(span, looseSpan(stated))) || isHedged(stated, first, second))
    return undefined
  const message = `The text says ${stated.text.trim()}; its two figures, ${first.text.trim()} and ${second.text.trim()}, are ${worked} apart.`
  return { ...place, verdict: 'warning', message, working, suggestion: 'Mend the change or one of the two figures.' }
}

const isHedged = (stated: Quantity, first: Quantity, second: Quantity) =>
  [stated, first, second].some(({ approx }) => approx !== undefined)

/** How far two figures are apart in the unit of what is stated; a percentage may be of either, save "from" the first. */
function distances(stated: Quantity, first: Quantity, second: Quantity, isFromTo: boolean): Span[] {
  const [low, high] = first.shown <= second.shown ? [first, second] : [second, first]
  const span = { low: Math.max(0, high.low - low.high), high: high.high - low.low }
  if (stated.unit !== 'percent') return [span]
  return (isFromTo ? [first] : [low, high]).map((base) => ({
    low: (span.low / base.high) * 100,
    high: (span.high / Math.max(1e-9, base.low)) * 100,
  }))
}

function workedOut(stated: Quantity, { first, second, isFromTo }: Levels): string {
  const apart = Math.abs(first.shown - second.shown)
  if (stated.unit !== 'percent') return inUnit(Number(apart.toPrecision(9)), stated)
  return (isFromTo ? [first] : [first, second]).map((base) => `${inPrint((apart / base.shown) * 100, 1)}%`).join(' or ')
}
