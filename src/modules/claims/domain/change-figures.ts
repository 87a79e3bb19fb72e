import type { Quantity } from '#modules/quantities/index.js'
import { saysDistance } from './change-apart.js'
import { closedPair, earlierOf, inBracket, isAside } from './change-level-time.js'
import { deltasIn, phrasal } from './change-words.js'
import { looseDeltas } from './change-words-loose.js'
import { type Item, type Sentence, wordAt } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { directionOf, isChangeNoun, isConnected } from './claim-words.js'

/**
 * A percentage, or points, that its words say to be a change: "so it was beaten by 13%", "18% quicker". `levels` are the
 * amounts of its sentence that it may lie between; `sizes` the same change said as an amount ("318 fewer (22.4%)").
 */
export type ChangeFigure = {
  readonly own: Item
  readonly levels: readonly Item[]
  readonly sizes: readonly Item[]
  /** Amounts of its sentence before a semicolon, or with a share of their own. */
  readonly beyond: readonly Item[]
  /** Nothing that begins another thought stands between it and its levels. */
  readonly isTied: boolean
  /** It is the only change of its sentence, and points back to the sentence before. */
  readonly isOnly: boolean
  /** Those of its levels that are said to be what it is measured from, or all where it names that time itself. */
  readonly bases: readonly Item[]
  /** The level that its own words bind it to: "6% more than the 11,400 of last year", "an improvement of 12% on 25". */
  readonly base: Item | undefined
  /** The two levels beside it that words set against each other: "three points, 58% to 55%", "£280, so it is 5% up to £294". */
  readonly closed: readonly [Item, Item] | undefined
  /** Which of those two, or of its only levels, the words say to be the earlier, or what was planned. */
  readonly earlier: Item | undefined
  /** "£0.5m or 8.5% over": the amount before it is the same change. */
  readonly isSaidTwice: boolean
  /** The other percentages and points of the sentence. */
  readonly rivals: readonly Item[]
  /** Which way its words say that it went; 0 where they do not say. */
  readonly direction: -1 | 0 | 1
  /** A figure of the sentence is per day or per head, and may be the level that is meant. */
  readonly hasRate: boolean
}

/** Every percentage of a sentence that is a change, with the amounts of the sentence that belong to it. */
export const changeFigures = oncePerSentence(findChanges)

function findChanges(sentence: Sentence): ChangeFigure[] {
  const { items } = sentence
  if (!items.some(({ quantity }) => quantity && isRelative(quantity))) return []
  const deltas = deltasIn(sentence)
  const said = new Set([...deltas, ...looseDeltas(sentence, deltas)].map(({ at }) => at))
  const isChange = (at: number) => said.has(at) || saysDistance(items, at) || isCompared(items, at)
  const changes = items.flatMap(({ quantity }, at) => {
    if (!quantity || !isRelative(quantity) || !isExact(quantity) || isOfOther(items, at)) return []
    return isChange(at) || isMoved(items, at) || isDistance(items, at) ? [at] : []
  })
  const isLead = changes.length === 1 && pointsBack(items)
  return changes.flatMap((at) => {
    const direction = deltas.find((delta) => delta.at === at)?.direction || wayOf(items, at)
    return changeAt(items, { at, changes, isChange, isLead, direction }) ?? []
  })
}

/** Points are always a distance, save those of a margin of error. */
const isDistance = (items: readonly Item[], at: number) =>
  items[at]?.quantity?.unit === 'points' && !items.some(({ lower }) => /^(margin|error|interval|±)$/.test(lower))

/** "6% more", "a fall of 8%", "an overspend of 2%": what the word beside it says. */
const wayOf = (items: readonly Item[], at: number) =>
  spendOf(/^(of|by)$/.test(wordAt(items, at - 1)) ? wordAt(items, at - 2) : wordAt(items, at + 1)) ||
  directionOf(wordAt(items, at + 1)) ||
  (wordAt(items, at - 1) === 'of' ? directionOf(wordAt(items, at - 2)) : directionOf(wordAt(items, at - 1)))

const spendOf = (word: string) =>
  (/^(overspen|over$)/.test(word) ? 1 : -Number(/^(underspen|under$)/.test(word))) as -1 | 0 | 1

type Said = {
  readonly at: number
  readonly changes: readonly number[]
  readonly isChange: (at: number) => boolean
  readonly isLead: boolean
  readonly direction: -1 | 0 | 1
}

function changeAt(items: readonly Item[], said: Said): ChangeFigure | undefined {
  const { at, changes, isLead, direction } = said
  const own = items[at]
  if (!own?.quantity) return undefined
  const { levels, beyond, shared, sizes, pair } = placesOf(items, said, own.quantity)
  const itemsAt = (some: readonly number[]) => some.flatMap((place) => items[place] ?? [])
  const nearest = levels.findLast((place) => place < at) ?? levels[0] ?? at
  const isDated = /^(than|on|below|above|over|against)$/.test(wordAt(items, at + 1)) && items[at + 2]?.kind === 'period'
  const bases = levels.filter(
    (place, nth) => isDated || isAside(items, levels[nth - 1], place) || isBase(items, place, at),
  )
  const isTied =
    isSaidOfBefore(items, at) ||
    (changes.length === 1 && levels.length === 1 && goesOn(items, nearest, at)) ||
    (isConnected([...items], nearest, at) && isOfOneThought(items, nearest, at))
  const [one, other] = itemsAt(pair)
  const two = pair.length === 2 ? pair : levels
  return {
    ...{
      own,
      isTied,
      direction,
      levels: itemsAt(levels),
      bases: itemsAt(bases),
      beyond: itemsAt([...beyond, ...shared]),
    },
    sizes: itemsAt(sizes.filter((place) => isAmount(items[place]?.quantity) && isConnected([...items], place, at))),
    isOnly: isLead || (changes.length === 1 && beyond.length > 0),
    base: items[baseOf(items, at, levels) ?? -1],
    closed: one && other && [one, other],
    earlier: items[baseOf(items, at, two) ?? earlierOf(items, two) ?? -1],
    isSaidTwice: sizeBeside(items, at) !== undefined,
    hasRate: items.some(({ quantity }) => quantity?.per || quantity?.perTime),
    rivals: items.filter(({ quantity }, place) => place !== at && isRelative(quantity)),
  }
}

/** Where the levels of a change stand, those before a semicolon, amounts that say it again, and the two beside it. */
function placesOf(items: readonly Item[], { at, changes, isChange }: Said, own: Quantity) {
  const size = sizeBeside(items, at)
  const sizes = items.flatMap(({ quantity }, place) => {
    const isStated = isChange(place) && quantity && !isRelative(quantity)
    return place === size || (isStated && !/^(from|to|than|against)$/.test(wordAt(items, place - 1))) ? [place] : []
  })
  const isLevelOf = own.unit === 'points' ? isPercent : isAmount
  const places = items.flatMap(({ quantity }, place) => (place !== at && isLevelOf(quantity) ? [place] : []))
  const free = inDigits(items, places).filter((place) => !changes.includes(place) && !sizes.includes(place))
  const all = free.filter((place) => !hasOwnShare(items, place, at))
  const aside = inBracket(items, at, all)
  const near = aside ?? inClause(items, at, all)
  const levels = near.length > 0 ? near : all.filter((place) => place < at)
  const beyond = all.filter((place) => place < at && !levels.includes(place) && !isOfOneThought(items, place, at))
  const thought = free.filter((place) => isOfOneThought(items, place, at))
  const shared = free.filter((place) => !all.includes(place) && !items[place]?.quantity?.inWords)
  const alone = levels.length === 1 && beyond.length === 1 ? [...beyond, ...levels] : undefined
  return { levels, beyond, shared, sizes, pair: aside ?? alone ?? closedPair(items, at, thought) }
}

/** "There were 40,680, and the drop was 6.1%": a noun with its article points back, whatever stands between. */
const isSaidOfBefore = (items: readonly Item[], at: number) =>
  /^(is|was)$/.test(wordAt(items, at - 1)) && isChangeNoun(wordAt(items, at - 2)) && wordAt(items, at - 3) === 'the'

/** "It was £6.65m two years ago and has grown by 10.5%": the same thing goes on. */
const goesOn = (items: readonly Item[], level: number, at: number) =>
  items
    .slice(level, at)
    .some(({ lower }, nth) => lower === 'and' && /^(has|have|had|is|was|so)$/.test(wordAt(items, level + nth + 1)))

const comparing = /^(than|from|against|versus)$/
const measuring = /^(on|above|below|over|under|up)$/

/** The one level behind a word that measures: "than last year's £6,540", "from £355", "8% up on 45,000", "12% on 25". */
function baseOf(items: readonly Item[], at: number, levels: readonly number[]): number | undefined {
  const bases = levels.filter((level) => {
    const lead = items.slice(Math.max(0, level - 5), level)
    const word = lead.findLastIndex(({ lower }) => comparing.test(lower) || measuring.test(lower))
    const place = level - lead.length + word
    const isRunning = lead
      .slice(word + 1)
      .every(({ lower, quantity }) => !quantity && !/^([,;:()]|and|to)$/.test(lower))
    if (word < 0 || !isRunning) return false
    if (!isConnected([...items], at, level)) return false
    return comparing.test(lead[word]?.lower ?? '') || (place > at && place - at < 5 && !hasMark(items, at, place))
  })
  return bases.length === 1 ? bases[0] : undefined
}

const hasMark = (items: readonly Item[], from: number, until: number) =>
  items.slice(from, until).some(({ text }) => /^[,;:()]$/.test(text))

/** "That is 12% more", "The drop was 6%". */
const pointsBack = ([first, second]: readonly Item[]) =>
  /^(this|that|it|which|so)$/.test(first?.lower ?? '') || (first?.lower === 'the' && isChangeNoun(second?.lower ?? ''))

const time =
  /^(years?|months?|quarters?|weeks?|days?|time|winter|spring|summer|autumn|season|period|survey|report|plan|just)$/
const measured =
  /^(against|than|from|versus|compares|compared|target|ceiling|limit|allowance|budget|plan|goal|previous|previously|earlier|ago|last|formerly|originally|standard|norm|having|had|budgeted|allowed|planned)$/

/** "to £4.6m" and "at 1,060" are where a change led; "the 128 of 2021", "a year earlier 380" where it began. */
function isBase(items: readonly Item[], level: number, at: number): boolean {
  const before = wordAt(items, level - 1)
  if (/^(to|at|now)$/.test(before) && level > at) return false
  const near = items.slice(Math.max(0, level - 8), level + 5)
  return near.some(
    ({ kind, lower }, place) =>
      kind === 'period' ||
      measured.test(lower) ||
      (lower === 'before' && time.test(near[place - 1]?.lower ?? '')) ||
      (lower === 'on' && place < 8 && near[place + 1]?.lower === 'the'),
  )
}

const contrast = /^(while|whilst|whereas|but|although|though|however)$/

/** Of several levels those on its side of a contrast: "while vehicle crime is up 5.5% on 3,702". */
function inClause(items: readonly Item[], at: number, levels: readonly number[]): readonly number[] {
  const near = levels.filter((place) => isOfOneThought(items, place, at))
  const tied = near.filter(
    (place) => !items.slice(Math.min(place, at), Math.max(place, at)).some(({ lower }) => contrast.test(lower)),
  )
  return near.length > 1 && tied.length > 0 ? tied : near
}

/** "Four fifths hear within two days: 79% compared with 74%": of shares in digits and in words those in digits. */
function inDigits(items: readonly Item[], places: readonly number[]): readonly number[] {
  const printed = places.filter((place) => !items[place]?.quantity?.inWords)
  return printed.length > 1 && places.every((place) => isPercent(items[place]?.quantity)) ? printed : places
}

const isRelative = (quantity: Quantity | undefined) =>
  quantity !== undefined && /^(percent|points)$/.test(quantity.unit)

const isExact = (quantity: Quantity) => !quantity.isRange && !quantity.approx

const isPercent = (quantity: Quantity | undefined) => quantity?.unit === 'percent' && !quantity.isRange

/** An amount that may rise or fall; no rate, no range, no nought. */
export const isAmount = (quantity: Quantity | undefined): boolean =>
  quantity !== undefined &&
  /^(count|pounds|duration)$/.test(quantity.unit) &&
  !/^(year|month|quarter)$/.test(quantity.timeUnit ?? '') &&
  !quantity.isRange &&
  !quantity.per &&
  quantity.shown > 0

const comparative =
  /^(?!other|over$|under$|after|per$|number|order|quarter|officer|member|never|ever|whether|either)[a-z]{2,}er$/

/** "18% quicker", "20% busier", "8.5% over", "has swollen by 9.5%". */
function isCompared(items: readonly Item[], at: number): boolean {
  const next = wordAt(items, at + 1)
  const before = wordAt(items, at - 2)
  if (wordAt(items, at - 1) === 'by' && (/(ed|en|wn|ing)$/.test(before) || comparative.test(before))) return true
  if (next === 'on' && wordAt(items, at + 2) === 'top') return true
  if (/^(more|less|fewer|up|down|better|worse)$/.test(next) || comparative.test(next)) return true
  return /^(over|under|above|below)$/.test(next) && !/^(the|a|of|£|\d)/.test(wordAt(items, at + 2))
}

const moving =
  /^(beat|beaten|missed|exceeded|overshot|undercut|outdone|surpassed|gap|narrowed|widened|narrowing|widening)$/
const REACH = 7

/** A word of a move, a miss or a gap stands before it in its clause. */
function isMoved(items: readonly Item[], at: number): boolean {
  if (/^(to|at|from|than|the|its|our|their|year's)$/.test(wordAt(items, at - 1))) return false
  for (let place = at - 1; place >= Math.max(0, at - REACH); place -= 1) {
    const item = items[place]
    if (!item || /^[;.]$/.test(item.text) || isRelative(item.quantity)) return false
    if (item.text === ',' && sizeBeside(items, at) === undefined) return false
    if (item.lower === 'up' && phrasal.test(wordAt(items, place - 1))) return false
    if (directionOf(item.lower) !== 0 || isChangeNoun(item.lower) || moving.test(item.lower)) return true
  }
  return false
}

const elsewhere =
  /^(target|targets|nationally|national|inflation|average|similar|region|regional|interest|vat|including)$/

/** "8% of the total" is a share; "4% above the national average" is from a figure that is not here. */
function isOfOther(items: readonly Item[], at: number): boolean {
  const after = items.slice(at + 1, at + 7)
  const end = after.findIndex(({ text }) => /^[;.]$/.test(text))
  return (
    after[0]?.lower === 'of' ||
    items.slice(Math.max(0, at - 4), at).some(({ lower }) => lower === 'including') ||
    after.slice(0, end < 0 ? undefined : end).some(({ lower }) => elsewhere.test(lower))
  )
}

/** On one side of a semicolon, save one behind which "that is nine points more" points back. */
const isOfOneThought = (items: readonly Item[], one: number, other: number) => {
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  return !items.slice(low, high).some(({ text }, nth) => {
    const [next, noun] = [1, 2].map((skip) => wordAt(items, low + nth + skip))
    return text === ';' && !/^(that|this|which|so)$/.test(next ?? '') && !(next === 'the' && isChangeNoun(noun ?? ''))
  })
}

/** "seven days or 18%", "£0.5m or 8.5% over", "by 18 officers, 1.0%": the amount right before it says the same. */
function sizeBeside(items: readonly Item[], at: number): number | undefined {
  const place = [at - 2, at - 3].find((one) => items[one]?.quantity)
  if (place === undefined || !isAmount(items[place]?.quantity)) return undefined
  const isSame = wordAt(items, at - 1) === 'or' || (wordAt(items, at - 1) === ',' && wordAt(items, place - 1) === 'by')
  return isSame ? place : undefined
}

/** "660 (44%)": an amount with a percentage of its own. */
function hasOwnShare(items: readonly Item[], amount: number, at: number): boolean {
  const place = [amount + 1, amount + 2, amount + 3].find((one) => items[one]?.text === '(')
  const inside = items[(place ?? -2) + 1]?.quantity
  return place !== undefined && inside?.unit === 'percent' && place + 1 !== at && isAmount(items[amount]?.quantity)
}
