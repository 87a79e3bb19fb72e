import type { Quantity } from '#modules/quantities/index.js'
import { timeOf } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import { isPriceToo, leftwards, rightwards, singular } from './claim-words.js'
import { timeSaid } from './mean-spread.js'

/** A figure that words say is for one of something, or for so many of it; `nouns` may name the thing. */
export type DivisionMark = {
  readonly mean: Item
  /** Per how many; 0 where the sentence leaves it to those before it. */
  readonly per: number
  readonly nouns: readonly string[]
  readonly time?: NonNullable<Quantity['perTime']>
  /** "for each of the 39": the number of things right there. */
  readonly spelt?: Item
  /** Where it stands per how many it is: the "1,000" of "4.0 per 1,000". */
  readonly size?: Item
  readonly isExact: boolean
  /** It is called an average of what it counts: the things that it is for may have another name. */
  readonly isAverage?: boolean
}

/** The figures of a sentence that are for one of something. */
export function divisionMarks(items: readonly Item[]): DivisionMark[] {
  if (!items.some(({ quantity }) => quantity)) return []
  return items.flatMap((mean, at): DivisionMark[] => {
    const { quantity } = mean
    if (!quantity || !isMean(quantity) || isPriceToo(items, at)) return []
    if (clauseAt(items, at).some(({ lower }) => otherwise.test(lower))) return []
    const found =
      timesAt(items, at) ?? rateAt(items, at) ?? eachBehind(items, at) ?? eachBefore(items, at) ?? averageAt(items, at)
    const time = found && Object.keys(found).length === 0 ? timeSaid(items) : undefined
    if (!found || found.spelt === mean) return []
    return [{ mean, per: 1, nouns: [], isExact: quantity.approx === undefined, ...found, ...(time ? { time } : {}) }]
  })
}

/** "352,150 times £289.08 is £101.8m": the number right before it. */
function timesAt(items: readonly Item[], at: number): Found | undefined {
  const before = items[at - 2]
  return /^(times|×)$/.test(items[at - 1]?.lower ?? '') && before?.quantity?.unit === 'count'
    ? { spelt: before }
    : undefined
}

type Found = Partial<Omit<DivisionMark, 'mean' | 'isExact'>>

const isMean = ({ unit, isRange, approx, shown }: Quantity) =>
  /^(count|pounds|duration|rate)$/.test(unit) && !isRange && !/^at-/.test(approx ?? '') && shown > 0

/** What sets a figure against others, or takes it out of the common run. */
const otherwise =
  /^(target|targets|goal|national|nationally|regional|than|compared|against|versus|limit|minimum|maximum|least|most|capacity|record|busiest|quietest|peak|latest|median|up|down|extra|additional|if|previous|previously|up-front|saving|saves|save|rose|fell|rise|fall|increase|increased|reduction)$/

/** The words about a figure, between two marks. */
function clauseAt(items: readonly Item[], at: number): readonly Item[] {
  const ends = ({ text }: Item) => /^[.;,:()]$/.test(text)
  const from = items.slice(0, at).findLastIndex(ends) + 1
  const stop = items.slice(at).findIndex(ends)
  return items.slice(from, stop < 0 ? items.length : at + stop)
}

/** "4.0 per 1,000 residents", "412 a month", "Per 1,000 cars there were 6.3". */
function rateAt(items: readonly Item[], at: number): Found | undefined {
  const own = items[at]?.quantity
  if (own?.perTime) return items[at + 1]?.lower === 'by' ? undefined : { time: own.perTime }
  const isHere = own?.per !== undefined
  const size = sizeBehind(items, at) ?? (isHere ? undefined : sizeBefore(items, at))
  const place = size === undefined ? {} : { size: items[size] ?? noItem, nouns: nameAt(items, size + 1) }
  if (own?.per) return { per: own.per, nouns: nounsAfterThousand(items, at), ...place }
  if (size === undefined) return isBareRate(items, at) ? { per: 0 } : undefined
  if (items.slice(size + 1, at).some((item) => isStop(item) && item.text !== ':' && !isOfSize(items, size, item)))
    return undefined
  return { per: numberOf(items[size]), ...place }
}

/** "29 deaths are 4.0 in every 100,000": the size of the last figure before it. */
function sizeBehind(items: readonly Item[], at: number): number | undefined {
  const size = sizeIn(items, at + 1, at + 7)
  return items.slice(at + 1, size).some(({ quantity }) => quantity) ? undefined : size
}

/** "862,500; rate 4.0": per how many, a line or a sentence before has said. */
const isBareRate = (items: readonly Item[], at: number) =>
  /^(rate|rates)$/.test(items[at - 1]?.lower ?? '') && items[at]?.quantity?.unit === 'count'

/** "per 100,000 of our 620,000 people": the number that the size is of. */
const isOfSize = (items: readonly Item[], size: number, { quantity }: Item) =>
  items[size + 1]?.lower === 'of' && quantity?.unit === 'count' && quantity.shown > numberOf(items[size])

/** Per how many the rates of a sentence or line are: "Searches and rates per 1,000 people". */
export function sizeSaid(items: readonly Item[]): number | undefined {
  const size = sizeIn(items, 0, items.length)
  return size === undefined ? undefined : numberOf(items[size])
}

/** "Per 1,000 cars there were 6.3", "For every 1,000 of our 620,000 people that is 15": a size that no figure before it is per. */
function sizeBefore(items: readonly Item[], at: number): number | undefined {
  const size = sizeIn(items, Math.max(0, at - 12), at)
  const per = numberOf(items[size ?? -1])
  const isTaken = items.slice(0, size).some(({ quantity }) => quantity?.per === per)
  return isTaken || (items[at]?.quantity?.shown ?? 0) > per ? undefined : size
}

/** Where a number stands that a rate is per, even one that no rate is ever per: "per 1,000", "for every 1,600". */
function sizeIn(items: readonly Item[], from: number, until: number): number | undefined {
  const found = items
    .slice(from, until)
    .findIndex((item, nth) => numberOf(item) >= 100 && /^(per|every)$/.test(items[from + nth - 1]?.lower ?? ''))
  return found < 0 ? undefined : from + found
}

const numberOf = ({ text, kind, quantity }: Item | undefined = noItem) => {
  if (quantity) return quantity.unit === 'count' ? quantity.shown : 0
  return kind === 'other' && /^\d[\d,]*$/.test(text) ? Number(text.replaceAll(',', '')) : 0
}

const noItem: Item = { kind: 'mark', text: '', lower: '', start: 0, end: 0 }

/** "2.3 for each thousand vehicles": what stands behind the number that the rate is per. */
function nounsAfterThousand(items: readonly Item[], at: number): string[] {
  const size = items.slice(at + 1, at + 7).findIndex(({ lower }) => /^(?:hundred|thousand|million)$/.test(lower))
  return size < 0 ? [] : nameAt(items, at + 2 + size)
}

const isStop = (item: Item) => item.quantity !== undefined || /^[.;:()]$/.test(item.text)

/** "£26 a visit", "10.4 days each", "25 to a lesson", "£600,000 in each of four years". */
function eachBehind(items: readonly Item[], at: number): Found | undefined {
  const list = [...items]
  const each = rightwards(list, at, 5, (item) => isStop(item) || item.text === ',' || eachWord.test(item.lower))
  const word = items[each]?.lower ?? ''
  if (eachWord.test(word)) return { ...eachOf(items, each), ...timed(nameAt(items, each + 1)) }
  const article = rightwards(list, at, 3, (item) => isStop(item) || item.text === ',' || /^(a|an)$/.test(item.lower))
  const isClose = article === at + 1 || (article === at + 2 && isUnitWord(items[at + 1], items[at]))
  const isTo = article === at + 2 && /^(to|for|at)$/.test(items[at + 1]?.lower ?? '')
  return /^(a|an)$/.test(items[article]?.lower ?? '') && (isClose || isTo)
    ? timed(nameAt(items, article + 1))
    : undefined
}

const eachWord = /^(each|every|per|apiece)$/
/** "12.4 days a head": the word of the figure's own unit. */
const isUnitWord = (word: Item | undefined, mean: Item | undefined) =>
  mean?.quantity?.timeUnit !== undefined && singular(word?.lower ?? '') === mean.quantity.timeUnit

function timed(nouns: readonly string[]): Found {
  const time = nouns.length > 0 && nouns[0] !== undefined ? timeOf(nouns[0]) : undefined
  return time ? { time } : { nouns }
}

/** "each of the 39": where the number of things stands. */
function eachOf(items: readonly Item[], at: number): Found {
  if (items[at + 1]?.lower !== 'of') return {}
  const count = rightwards([...items], at, 5, isStop)
  return /^(count|duration)$/.test(items[count]?.quantity?.unit ?? '') ? { spelt: items[count] } : {}
}

/** "For each of the 29 of us there were 127 plans", "A sensor costs £310", "Per officer that is 18". */
function eachBefore(items: readonly Item[], at: number): Found | undefined {
  const from = Math.max(0, at - 12)
  const each = items
    .slice(from, at)
    .findLastIndex(({ lower }, nth) => /^(each|every|per)$/.test(lower) || isOneOf(items, from + nth, at))
  const place = each + from
  const isOfFigure = items[place - 1]?.quantity || (items[place - 1]?.lower === 'for' && items[place - 2]?.quantity)
  if (each < 0 || isOfFigure || items[at - 1]?.lower === 'of') return undefined
  const { spelt } = eachOf(items, place)
  const between = items.slice(place + 1, at)
  if (
    between.some((item) => (isStop(item) && item !== spelt) || item.kind === 'other' || /^(and|but)$/.test(item.lower))
  )
    return undefined
  return spelt ? { spelt } : timed(nameAt(items, place + 1))
}

/** "A referral cost £104", "One officer looks after 500": one of a thing, and a word for what it takes or has. */
const isOneOf = (items: readonly Item[], at: number, mean: number) =>
  /^(a|an|one)$/.test(items[at]?.lower ?? '') &&
  !/^(in|by|with|as|from|half|such|on|at|not|within|after)$/.test(items[at - 1]?.lower ?? '') &&
  items.slice(at + 2, mean).some(({ lower }) => ofOne.test(lower))

/** What one of a thing does with an amount. */
export const ofOne =
  /^(costs?|takes|took|lasted|lasts|earns|earned|brings|brought|needs|needed|gets|got|covers?|covered|handles?|handled|looks|serves?|served|answers|answered|deals|dealt|has|had|holds|held|means|meant|sees|saw|came|comes|receives?|received|gave|gives|worked|works)$/

const averageWord = /^(average|averages|averaged|averaging|mean|typical)$/

/** "The mean award was £43,625", "99 hours on average". */
function averageAt(items: readonly Item[], at: number): Found | undefined {
  const list = [...items]
  const before = leftwards(list, at, 7, (item) => isStop(item) || averageWord.test(item.lower))
  const after = rightwards(list, at, 4, (item) => isStop(item) || item.text === ',' || averageWord.test(item.lower))
  if (averageWord.test(items[before]?.lower ?? '')) {
    const name = nameAt(items, before + 1)
    if (name.some((word) => ofNothing.test(word))) return undefined
    return items[before - 1]?.lower === 'on'
      ? {}
      : { nouns: name.filter((word) => !generic.test(word)), isAverage: true }
  }
  return averageWord.test(items[after]?.lower ?? '') ? {} : undefined
}

const generic = /^(number|figure|cost|price|amount|sum|size|attendance|total)$/
const ofNothing = /^(length|time|wait|age|value|rate|sentence|speed|temperature|salary|pay|score)$/

/** The word or two that name a thing: "square metre", "visit". */
function nameAt(items: readonly Item[], at: number): string[] {
  const words = items.slice(at, at + 2)
  const stop = words.findIndex((item) => item.kind !== 'word' || small.test(item.lower))
  return (stop < 0 ? words : words.slice(0, stop)).map(({ lower }) => singular(lower))
}

const small =
  /^(of|on|in|at|to|by|for|is|was|were|are|had|has|it|its|our|their|this|that|which|so|and|or|one|time|the|a|an|over|from|with|as|there|we|they|comes|came|head|person|capita|average|roughly|about)$/
