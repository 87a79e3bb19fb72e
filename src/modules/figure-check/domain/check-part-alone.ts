import {
  type Item,
  type Prose,
  periodFor,
  proseOf,
  type Sentence,
  saysDistance,
  singular,
} from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inUnit, isPlain, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** A part with more than its whole: one month, quarter or campaign above the year's total, "n of which" above the number before it. */
export const checkPartAlone: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence, at) => inSentence(prose, sentence, at))
}

function inSentence(prose: Prose, sentence: Sentence, index: number): Finding[] {
  const { items } = sentence
  const next = prose.sentences[index + 1]
  const homes = [sentence, sentence.previous, next?.previous === sentence ? next : undefined]
  const whole = homes.filter((home) => home !== undefined)
  const ofThem = items.flatMap((item, at) => (isOfThem(items, at) ? (ofWhole(prose, sentence, item) ?? []) : []))
  if (ofThem.length > 0) return ofThem
  const over = wholeAndPart(items)
  if (over) return [finding(prose, over, 'a part')]
  const cue = items.findIndex(
    (item, at) => cues.test(`${item.lower} ${items[at + 1]?.lower ?? ''} `) && !isSeenBy(items, at),
  )
  return cue < 0 ? [] : ofYear(prose, { sentence, cue, homes: whole })
}

const cues = /^(alone |busiest |quietest |accounted for |accounts for |saw |by itself |on its )/

/** "which members saw in July": read then, not counted then. */
const isSeenBy = (items: Item[], at: number) =>
  items[at]?.lower === 'saw' && /^(in|at|on|last)$/.test(items[at + 1]?.lower ?? '')

/** "131 of which", "480 of them", ", of which £4.2m": a part of the number before it. */
const isOfThem = (items: Item[], at: number) =>
  isCounted(items[at]) &&
  ((items[at + 1]?.lower === 'of' &&
    /^(which|them|these|those|whom)$/.test(items[at + 2]?.lower ?? '') &&
    !/^(who|that|with|in|at|not|aged|under|over)$/.test(items[at + 3]?.lower ?? '')) ||
    (items[at - 3]?.text === ',' && items[at - 2]?.lower === 'of' && /^(which|whom)$/.test(items[at - 1]?.lower ?? '')))

const isCounted = (item: Item | undefined) =>
  item?.quantity !== undefined &&
  isPlain(item.quantity) &&
  (item.quantity.unit !== 'count' || item.quantity.precision >= 1) &&
  /^(count|pounds)$/.test(item.quantity.unit) &&
  !item.quantity.perTime

function ofWhole(prose: Prose, sentence: Sentence, part: Item): Finding | undefined {
  const { items } = sentence
  if (items.some(({ lower }) => /^(together|altogether|combined|overall)$/.test(lower))) return undefined
  const before = items
    .slice(0, items.indexOf(part))
    .filter((item, at) => item.quantity && !isOfThem(items, at) && !saysDistance(items, at))
  const earlier = [sentence.previous, sentence.previous?.previous].flatMap((one) => one ?? [])
  if (isOfOthers(items, items.indexOf(part), before.at(-1))) return undefined
  const whole = before.length > 0 ? before.findLast(isCounted) : largestOf(earlier, part)
  const [own, size] = [part.quantity, whole?.quantity]
  if (size?.inWords && !own?.inWords && (own?.shown ?? 0) >= 100) return undefined
  if (!whole || !own || !size || own.unit !== size.unit || own.low <= size.high || size.shown < 2) return undefined
  return finding(prose, { part, whole }, 'a part')
}

/** "1,944 lived with children, 3,688 of them": of those named last, not of those counted. */
const isOfOthers = (items: Item[], part: number, whole: Item | undefined) =>
  items[part - 1]?.text === ',' &&
  /^(?:children|people|women|men|[a-z]{3,}s)$/.test(items[part - 2]?.lower ?? '') &&
  /^(?:with|to|for|by|had|has|have)$/.test(items[part - 3]?.lower ?? '') &&
  whole !== undefined

/** The largest count of the sentences before, where all that each of them counts comes to less than the part. */
function largestOf(sentences: readonly Sentence[], part: Item): Item | undefined {
  const worth = (item: Item | undefined) => item?.quantity?.shown ?? 0
  const counts = sentences.map(({ items }) => {
    const all = items.filter((item) => isCounted(item) && item.quantity?.unit === part.quantity?.unit)
    return items[0]?.lower === 'of' ? all.slice(0, 1) : all
  })
  const isMore = counts.every((all) => all.reduce((sum, item) => sum + worth(item), 0) < worth(part))
  return isMore ? counts.flat().toSorted((a, b) => worth(b) - worth(a))[0] : undefined
}

/** "3,536 out of 3,200", "of £4.0m in reserves, £5.5m is earmarked": a part above the number that it is said to be of. */
function wholeAndPart(items: Item[]): { part: Item; whole: Item } | undefined {
  const at = items.findIndex((item, place) => isCounted(item) && isOutOf(items, place))
  const next = items.findIndex((item, place) => place > at && item.quantity)
  const isOfThese = /^(these|those|them|this|that|it|which)$/.test(items[1]?.lower ?? '')
  const opens = items[0]?.lower === 'of' && !isOfThese ? items.slice(0, 5).findIndex(isCounted) : -1
  const after = items.findIndex((item, place) => place > opens && (item.quantity || parted.test(item.lower)))
  const [part, whole] = at >= 0 ? [items[at], items[next]] : [items[after], items[opens]]
  const [own, size] = [part?.quantity, whole?.quantity]
  if (!part || !whole || !own || !size || (at < 0 && opens < 0) || !isCounted(part) || !isCounted(whole))
    return undefined
  return own.unit === size.unit && own.low > size.high && size.shown >= 2 ? { part, whole } : undefined
}

/** "Of the nine searches, one led to an arrest": the part is named without a figure. */
const parted =
  /^(one|none|some|most|many|few|several|all|each|first|second|third|fourth|last|(?:bus|quiet|high|low|larg|small)i?est)$/

/** "118 of the 354", "118 out of 354": nothing but these words stands between. */
function isOutOf(items: Item[], at: number): boolean {
  const next = items.findIndex((item, place) => place > at && item.quantity)
  const between = items
    .slice(at + 1, next)
    .map((item) => item.lower)
    .join(' ')
  return (
    next > at && /^(?:out of|of|of the|out of the|of our|of its|of all|out of a total of|of a total of)$/.test(between)
  )
}

type Alone = { sentence: Sentence; cue: number; homes: Sentence[] }

function ofYear(prose: Prose, { sentence, cue, homes }: Alone): Finding[] {
  const part = partNear(sentence.items, cue)
  const own = part?.quantity
  const isNamed = sentence.items[cue]?.lower === 'alone' && part && nounOf(sentence, part) !== undefined
  if (!part || !own || !(isNamed || isShort(sentence.items, cue))) return []
  const wholes = homes.flatMap((home) =>
    home.items.filter(
      (item, at) => item !== part && isYearly(home, at) && isLike(own, item.quantity) && !isBeside(home.items, at),
    ),
  )
  const [whole] = wholes
  const size = whole?.quantity
  if (!whole || !size || wholes.length !== 1 || own.low <= size.high || isOtherThing(sentence, part, homes, whole))
    return []
  return [finding(prose, { part, whole }, 'a part of the year')]
}

/** "22 in that sector alone, compared to only 12 in 2023": the same thing at another time. */
const isBeside = (items: Item[], at: number) =>
  items.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(compared|against|versus|than)$/.test(lower))

function finding(prose: Prose, { part, whole }: { part: Item; whole: Item }, what: string): Finding {
  const [own, size] = [part, whole].map(({ quantity, text }) => (quantity ? inUnit(quantity.shown, quantity) : text))
  return findingOf({
    kind: 'magnitude',
    verdict: 'question',
    quotes: [prose.quote(part), prose.quote(whole)],
    message: `${own} in ${what} alone is more than the ${size} of the whole.`,
    working: `${own} > ${size}`,
    suggestion: 'Mend one of the two figures, or say what each of them covers.',
  })
}

const shortTime =
  /^(month|quarter|week|weekend|day|campaign|event|phase|spring|summer|autumn|winter|heatwave|storm|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "In June alone", "the summer campaign alone", "the second quarter accounted for", "its busiest month". */
const isShort = (items: Item[], cue: number) =>
  items
    .slice(Math.max(0, cue - 4), cue + 5)
    .some((item) => (item.period?.months ?? 12) < 12 || shortTime.test(item.lower))

/** The only plain figure of the sentence's half that the cue stands in. */
function partNear(items: Item[], cue: number): Item | undefined {
  const own = items[cue - 1]?.text === ')' ? items[cue - 2] : items[cue - 1]
  if (isCounted(own)) return own
  const near = items.filter((item, at) => isCounted(item) && Math.abs(at - cue) <= 8)
  const after = items.slice(cue + 1, cue + 9).filter(isCounted)
  if (near.length === 1) return near[0]
  return after.length === 1 ? after[0] : undefined
}

const isYearly = (home: Sentence, at: number) => {
  const { items } = home
  const period = periodFor(home, at)
  const isWhole = items.some((item) => /^(year|annual|year's)$/.test(item.lower) || item.period?.months === 12)
  const isMoved = /^(by|than|target|of)$/.test(items[at - 1]?.lower ?? '')
  return !isMoved && (period ? period.months === 12 && period.relation !== 'previous' : isWhole)
}

const isLike = (own: Quantity, other: Quantity | undefined) =>
  other !== undefined && isPlain(other) && other.unit === own.unit && !other.perTime

/** Each counts a thing of its own: 4,800 visits are no part of 4,200 calls. A bare number needs a word that points back. */
function isOtherThing(sentence: Sentence, part: Item, homes: Sentence[], whole: Item): boolean {
  const home = homes.find(({ items }) => items.includes(whole)) ?? sentence
  const [own, other] = [nounOf(sentence, part), nounOf(home, whole)]
  if (own !== undefined && other !== undefined) return own !== other
  if (home === sentence && other === undefined) return false
  const pointing = (own === undefined ? sentence : home).items
  return !pointing.some(({ lower }) => /^(it|its|they|them|these|there|accounted|which|number|figure)$/.test(lower))
}

function nounOf({ items }: Sentence, item: Item): string | undefined {
  const at = items.indexOf(item)
  const next = at < 0 ? undefined : items[at + 1]
  const isNoun =
    next?.kind === 'word' && /^[a-z]{3,}s$/.test(next.lower) && !/^(was|this|alone|times|occasions)$/.test(next.lower)
  return isNoun ? singular(next.lower) : undefined
}
