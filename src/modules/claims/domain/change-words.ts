import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { directionOf, isChangeNoun, isComparative, leftwards, rightwards } from './claim-words.js'

/** A stated change: "rose by 12%", "a fall of 340", "3 points lower", "doubled". `direction` 0: the words do not say. */
export type Delta = {
  at: number
  direction: -1 | 0 | 1
  /** Where its words begin and end, the verb or noun included. */
  from: number
  until: number
  /** Of "doubled", "halved", "trebled": the factor. */
  factor?: number
  /** How firmly the grammar says that this is a change. */
  isSure: boolean
}

const fillers =
  /^(a|an|the|by|of|some|just|only|further|slightly|also|overall|another|approximately|around|about|significantly|sharply|slight|small|significant|modest|marked|sharp|steady|year|on|-|annual|net|nearly|almost|real|terms|in|total|additional|extra)$/

/** Every stated change in a sentence. */
export const deltasIn = oncePerSentence(findDeltas)

function findDeltas(sentence: Sentence): Delta[] {
  const { items } = sentence
  const found: Delta[] = []
  for (const [at, item] of items.entries()) {
    const delta = item.kind === 'quantity' ? deltaAt(items, at) : factorAt(items, at)
    if (delta && isFromAverage(items, delta)) continue
    if (delta) found.push(...sameAgain(items, delta), delta)
    else if (item.kind === 'quantity') found.push(...besideChange(items, at, found.at(-1)))
  }
  return found
}

/** "up 12% on the three-year average", "5 points above the average of similar forces": of no level that stands here. */
function isFromAverage(items: Item[], { until }: Delta): boolean {
  const end = rightwards(
    items,
    until,
    7,
    (item) => item.kind === 'quantity' || (item.kind === 'mark' && item.text !== '-'),
  )
  const after = items.slice(until + 1, end < 0 ? until + 8 : end + 1)
  const isOn =
    after.slice(0, 1).some((item) => /^(on|above|below|over|than|against)$/.test(item.lower)) ||
    /^(above|below|than)$/.test(items[until]?.lower ?? '')
  return isOn && after.some((item) => item.lower === 'average') && !items[end]?.quantity
}

/** "£14.00 or 5.1% above this year's charge": the amount beside a percentage is the same change. */
function sameAgain(items: Item[], delta: Delta): Delta[] {
  const isShare = items[delta.at]?.quantity?.unit === 'percent' && delta.until > delta.at
  const at = delta.at - 2
  const isBeside = items[delta.at - 1]?.lower === 'or' && /^(count|pounds)$/.test(items[at]?.quantity?.unit ?? '')
  return isShare && isBeside ? [{ ...delta, at, from: at }] : []
}

function deltaAt(items: Item[], at: number): Delta | undefined {
  const quantity = items[at]?.quantity
  if (quantity?.unit === 'count' && items[at + 1]?.lower === 'times' && /^(as|the)$/.test(items[at + 2]?.lower ?? ''))
    return { at, direction: 1, from: at, until: at + 1, factor: quantity.shown, isSure: true }
  if (quantity?.unit === 'pounds' && quantity.perTime === 'year') return yearlyIncrease(items, at)
  if (!quantity || quantity.perTime || quantity.unit === 'ratio') return undefined
  if (/^(places?|positions?)$/.test(items[at + 1]?.lower ?? '')) return undefined
  if (quantity.unit === 'duration' && /^(years?|months?)$/.test(quantity.timeUnit ?? '')) return undefined
  return (
    nounAfter(items, at) ??
    comparativeAfter(items, at) ??
    verbBefore(items, at) ??
    nounBefore(items, at) ??
    signed(items, at)
  )
}

/** "an increase of £13 a year" in a charge; any other yearly amount is a cost. */
function yearlyIncrease(items: Item[], at: number): Delta | undefined {
  const delta = nounBefore(items, at)
  return delta && /^(increase|rise|decrease|reduction|uplift)$/.test(items[delta.from]?.lower ?? '') ? delta : undefined
}

/** "a fall of 40 (12%)", "up £6.2m, or 4.7%": a percentage beside a change says the same change again. */
function besideChange(items: Item[], at: number, before: Delta | undefined): Delta[] {
  const quantity = items[at]?.quantity
  if (
    !before ||
    quantity?.unit !== 'percent' ||
    /^(percent|points)$/.test(items[before.at]?.quantity?.unit ?? 'percent')
  )
    return []
  const opening = items[at - 1]
  const isAside =
    opening?.text === '(' || opening?.lower === 'or' || (opening?.text === ',' && items[at + 1]?.text === ',')
  const gap = items.slice(before.until + 1, at)
  if (
    !isAside ||
    gap.length > 5 ||
    gap.some((item) => item.kind === 'quantity' || item.kind === 'period') ||
    items[at + 1]?.lower === 'of'
  )
    return []
  return [{ at, direction: before.direction, from: before.from, until: at, isSure: true }]
}

/** "a 12% increase", "8.4 per cent reduction". */
function nounAfter(items: Item[], at: number): Delta | undefined {
  const next = rightwards(
    items,
    at,
    4,
    (item) => isChangeNoun(item.lower) || !/^(-|year|on|overall|net|real|terms|annual|further)$/.test(item.lower),
  )
  const word = items[next]?.lower ?? ''
  if (next < 0 || !isChangeNoun(word) || /^(change|difference|cut|saving|savings)$/.test(word)) return undefined
  const isMoney = items[at]?.quantity?.unit === 'pounds' || items[at]?.quantity?.unit === 'count'
  if (isMoney && !/^(increase|decrease|reduction|rise|fall|drop|growth|decline)$/.test(word)) return undefined
  if (
    word === 'fall' &&
    items[next + 1]?.kind === 'word' &&
    !/^(in|on|from|over|compared|since|of|when|against|was|is|and)$/.test(items[next + 1]?.lower ?? '')
  )
    return undefined
  return { at, direction: directionOf(word), from: at, until: next, isSure: true }
}

/** "12% more than", "40 fewer than", "3% up on", "lower than … by": a comparison follows. */
function comparativeAfter(items: Item[], at: number): Delta | undefined {
  const quantity = items[at]?.quantity
  if (!quantity) return undefined
  const wordAt = comparisonAt(items, at, quantity.timeUnit)
  const word = items[wordAt]?.lower ?? ''
  const isShareLike = quantity.unit === 'percent' || quantity.unit === 'points'
  const found = { at, direction: directionOf(word), from: at }
  if (isUpOn(items, wordAt, isShareLike)) return { ...found, until: wordAt, isSure: true }
  if (!comparesSize(word, quantity.timeUnit)) return undefined
  const than = rightwards(items, wordAt, 8, endsComparison)
  const isCompared = items[than]?.lower === 'than'
  if (!isCompared && !isShareLike) return undefined
  return { ...found, until: isCompared ? than : wordAt, isSure: isCompared }
}

/** Where the comparing word may stand: behind the number, its unit of time, or "3,661 FTEs (2.5%)". */
function comparisonAt(items: Item[], at: number, timeUnit: string | undefined): number {
  if (timeUnit && items[at + 1]?.lower.startsWith(timeUnit)) return at + 2
  const open = rightwards(items, at, 3, (item) => item.kind !== 'word' || isComparative(item.lower))
  const isAside = items[open]?.text === '(' && items[open + 1]?.kind === 'quantity' && items[open + 2]?.text === ')'
  return isAside ? open + 3 : at + 1
}

/** "12% up on last year", "12% up." at a clause's end. */
function isUpOn(items: Item[], at: number, isShareLike: boolean): boolean {
  const next = items[at + 1]?.lower ?? ''
  if (!/^(up|down)$/.test(items[at]?.lower ?? '')) return false
  if (/^(on|against|compared|over)$/.test(next)) return true
  return isShareLike && /^(from|[.,;)]|)$/.test(next)
}

const comparesSize = (word: string, timeUnit: string | undefined) =>
  isComparative(word) || (timeUnit !== undefined && /^(longer|shorter|faster|slower|quicker)$/.test(word))

const endsComparison = (item: Item) => item.lower === 'than' || item.kind === 'quantity' || /^[.;]$/.test(item.text)

const isVerbOrStop = (item: Item) =>
  (directionOf(item.lower) !== 0 && !isComparative(item.lower)) ||
  item.kind === 'quantity' ||
  /^[;:.()]$/.test(item.text)

/** "rose by 12%", "fell 8%", "up 3%", "increased crime by 340", "was reduced by £1.2m". */
function verbBefore(items: Item[], at: number): Delta | undefined {
  const near = leftwards(items, at, 10, isVerbOrStop)
  const verbAt = isMore(items, near) ? leftwards(items, near, 10, isVerbOrStop) : near
  const verb = items[verbAt]
  if (verb?.kind !== 'word' || /^(to|from)$/.test(items[at - 1]?.lower ?? '')) return undefined
  const between = items.slice(verbAt + 1, at)
  const isDirect = between.every((item, nth) => manner.test(item.lower) && (nth > 0 || item.lower !== 'on'))
  const isReach = byBefore(items, at) && !/^(up|down)$/.test(verb.lower)
  const isNoun = isChangeNoun(verb.lower) && /^(a|an|the|this|of)$/.test(items[verbAt - 1]?.lower ?? '')
  if (!isReach && (!isDirect || isNoun)) return undefined
  if (between.some((item) => otherVerb.test(item.lower))) return undefined
  if (/^(up|down)$/.test(verb.lower) && phrasal.test(items[verbAt - 1]?.lower ?? '')) return undefined
  return { at, direction: directionOf(verb.lower), from: verbAt, until: at, isSure: true }
}

/** "cut by an additional 1%": the verb says which way. */
const isMore = (items: Item[], at: number) => /^(additional|extra)$/.test(items[at]?.lower ?? '') && byBefore(items, at)

const manner =
  /^(a|an|by|some|just|only|further|slightly|also|overall|another|approximately|around|about|significantly|sharply|nearly|almost|year|on|-|marginally|steadily)$/
/** "took up 4%", "made up 12%": no direction. */
export const phrasal =
  /^(t[ao]kes?|taken|taking|took|makes?|made|making|sets?|picked|signed|followed|lined|backed|opened)$/
const otherVerb = /^(and|but|to|while|which|who|that|was|were|is|are)$/

function byBefore(items: Item[], at: number): boolean {
  const by = leftwards(items, at, 3, (item) => item.lower === 'by' || !fillers.test(item.lower))
  return items[by]?.lower === 'by'
}

/** "an increase of 12%", "a reduction in burglary of 8%", "a rise in calls (12%)" is left to signs. */
function nounBefore(items: Item[], at: number): Delta | undefined {
  const ofAt = leftwards(items, at, 3, (item) => item.lower === 'of' || !fillers.test(item.lower))
  if (items[ofAt]?.lower !== 'of') return undefined
  const nounAt = leftwards(
    items,
    ofAt,
    10,
    (item) =>
      isChangeNoun(item.lower) || item.kind === 'quantity' || (item.kind === 'mark' && !/^[-'’]$/.test(item.text)),
  )
  const noun = items[nounAt]?.lower ?? ''
  if (!isChangeNoun(noun) || (/^savings?$/.test(noun) && /^(are|is|were|was)$/.test(items[at + 1]?.lower ?? '')))
    return undefined
  if (
    items
      .slice(nounAt + 1, ofAt)
      .some((item) => /^(was|were|is|and|to|from|by|after|for|against|on|compared|than)$/.test(item.lower))
  )
    return undefined
  return { at, direction: directionOf(noun), from: nounAt, until: at, isSure: ofAt === nounAt + 1 }
}

/** "(+12%)", "-8.4%": a signed percentage or points. */
function signed(items: Item[], at: number): Delta | undefined {
  const quantity = items[at]?.quantity
  if (!quantity?.sign || (quantity.unit !== 'percent' && quantity.unit !== 'points')) return undefined
  return { at, direction: quantity.sign === '+' ? 1 : -1, from: at, until: at, isSure: true }
}

const factors = new Map<string, number>([
  ['doubled', 2],
  ['doubling', 2],
  ['trebled', 3],
  ['tripled', 3],
  ['trebling', 3],
  ['tripling', 3],
  ['quadrupled', 4],
  ['halved', 0.5],
  ['halving', 0.5],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['tenfold', 10],
  ['twice', 2],
])

function factorAt(items: Item[], at: number): Delta | undefined {
  const word = items[at]?.lower ?? ''
  const factor = factors.get(word)
  return factor === undefined || (word === 'twice' && !/^(as|the)$/.test(items[at + 1]?.lower ?? ''))
    ? undefined
    : { at, direction: factor > 1 ? 1 : -1, from: at, until: at, factor, isSure: true }
}
