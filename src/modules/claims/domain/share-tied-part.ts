import type { Item } from './claim.js'
import { leftwards } from './claim-words.js'
import { isAmount, isShare } from './share-heads.js'

/** The place of an amount that a share may be of; `pair` is that of the whole that "118 of 354" names with it. */
export type TiedPart = { readonly place: number; readonly pair?: number }

/** The amounts that marks or "is" tie to a share: the one before it and the one behind it; or the pair of its sentence. */
export function partsOf(items: readonly Item[], at: number): TiedPart[] {
  if (isInRow(items, at)) return []
  const pair = onlyPair(items, at)
  if (pair) return [pair]
  const [next, last] = [behind(items, at), before(items, at)]
  const lead = last === undefined ? undefined : partBefore(items, last)
  const pairs = outOfPairs(items)
  return [next ?? [], lead ?? last ?? []]
    .flat()
    .map((place) =>
      place === lead && last ? { place, pair: last } : (pairs.find((own) => own.place === place) ?? { place }),
    )
}

/** A count, a sum of money, or so many days that may be a part or a whole of days. */
export const isSized = (item: Item | undefined) =>
  isAmount(item) ||
  (item?.quantity?.unit === 'duration' &&
    !item.quantity.isRange &&
    !item.quantity.inWords &&
    item.quantity.shown >= 100)

/** "85%, 11% and 4%": shares of parts that stand together elsewhere. */
const isInRow = (items: readonly Item[], at: number) =>
  [at - 2, at + 2].some(
    (other) => items[other] && isFigureShare(items[other]) && /^(,|and)$/.test(items[(at + other) / 2]?.lower ?? ''),
  )

const parting = /^([.;]|but|while|whereas|than|against|compared)$/
const FARTHEST = 12

/** "19% of it, at 5,923", "of the 92, that is to say 69", ", hence 70": words that only say so, behind a comma. */
function isSaidBehind(items: readonly Item[], at: number): boolean {
  const comma = items.findLastIndex(({ kind }, place) => place < at && kind === 'mark')
  const lead = items.slice(comma + 1, at).map(({ lower }) => lower)
  return items[comma]?.text === ',' && lead.length <= 4 && lead.every((word) => justSaying.test(word))
}

const justSaying =
  /^(at|with|being|namely|that|is|which|to|say|means|meaning|makes?|hence|so|or|i|e|in|numbers|a|total|of)$/

const isEnd = (item: Item | undefined) => item === undefined || /^[).,;]$/.test(item.text)

/** "of the 1,384 searches", "of a programme of £18.5m", "of all crime (20,067)", "of the net budget, £203.4m": where that amount stands, if it is not the part. */
export function amountBehind(items: readonly Item[], of: number, part: number): number | undefined {
  for (let next = of + 1; next <= of + 6; next += 1) {
    const item = items[next]
    if (/^[(,]$/.test(item?.text ?? '') && isSized(items[next + 1]) && isEnd(items[next + 2])) continue
    if (!item || item.kind === 'mark' || /^(and|or|who|were|was|is|are|had|have)$/.test(item.lower)) return undefined
    if (item.quantity) return isSized(item) && next !== part ? next : undefined
  }
  return undefined
}

/** "93.5% within ten seconds (46,787)", "45%, or 675,", "18% of them: 295", "half of the 88, 44,". */
function behind(items: readonly Item[], at: number): number | undefined {
  if (items[at + 1]?.text === ')') return undefined
  const whole = wholeBehind(items, at)
  for (let next = at + 2; next <= at + FARTHEST && next < items.length; next += 1) {
    const item = items[next]
    if (!item || parting.test(item.lower) || isShare(item)) return undefined
    if (!isSized(item) || next === whole) continue
    const isLed = /^(\(|,|or|–|—|:)$/.test(items[next - 1]?.lower ?? '') || isSaidBehind(items, next)
    return isLed && !isHedge(items, next) ? next : undefined
  }
  return undefined
}

/** "half of the 88, 44,", but not "38% of them (712)". */
function wholeBehind(items: readonly Item[], at: number): number | undefined {
  const whole = items[at + 1]?.lower === 'of' ? amountBehind(items, at + 1, -1) : undefined
  return /^[(,]$/.test(items[(whole ?? 0) - 1]?.text ?? '') ? undefined : whole
}

const isFigureShare = (item: Item) => isShare(item) && !item.quantity?.inWords

/** "under 35": an age; "16 more than": a distance; "Of those 34, 29%": a whole. */
const isHedge = (items: readonly Item[], at: number) =>
  /^(under|over|at)/.test(items[at]?.quantity?.approx ?? '') ||
  /^(aged|under|over|to|further|another|additional|extra)$/.test(items[at - 1]?.lower ?? '') ||
  /^(more|fewer|less|higher|lower|extra|additional)$/.test(items[at + 1]?.lower ?? '') ||
  /^(working|calendar|minutes|hours|weeks|months|years)$/.test(items[at + 1]?.lower ?? '') ||
  (items[at + 1]?.lower === 'days' && (items[at]?.quantity?.shown ?? 0) < 100) ||
  isHead(items, at)

const isHead = (items: readonly Item[], at: number) =>
  /^(of|from|among)$/.test(items[0]?.lower ?? '') && !items.slice(0, at).some(({ quantity }) => quantity) && at < 5

const saying =
  /^(\(|,|:|or|–|—|-|is|are|was|were|makes?|made|be|being|represents?|represented|equals?|forms?|numbered|accounts?|accounted)$/

/** "19 are older than fifteen years (61%)", "the 115 leavers are 7.1%", "791 of those searched, 16%". */
function before(items: readonly Item[], at: number): number | undefined {
  const place = lastSized(items, at)
  const gap = items.slice(place + 1, at)
  const item = items[place]
  const isPast = gap.some(({ text }) => text === ';') && !/^([.,;:)]|of)?$/.test(items[at + 1]?.lower ?? '')
  if (!item || isPast || isWordCount(item) || !gap.some(({ lower }) => saying.test(lower))) return undefined
  const and = gap.findLastIndex(({ lower }) => lower === 'and')
  return and < 0 || gap.slice(and).some(({ lower }) => saying.test(lower)) ? place : undefined
}

/** The nearest amount before it in its clause that is not an age, a time or a head; brackets on the way are left out, but for "women (2,001) are". */
function lastSized(items: readonly Item[], at: number): number {
  for (let next = at - 1; next >= Math.max(0, at - FARTHEST); next -= 1) {
    if (isSized(items[next - 1]) && items[next]?.text === ')' && items[next - 2]?.text === '(' && next === at - 2)
      return next - 1
    if (items[next]?.text === ')') next = leftwards([...items], next, FARTHEST, ({ text }) => text === '(') - 1
    const item = items[next]
    if (!item || isParting(items, next) || isFigureShare(item)) return -1
    if (isSized(item) && !isHedge(items, next)) return next
  }
  return -1
}

/** "Its fall of 484 was almost half of the county's 986 (49%)": what stands before the whole. */
function partBefore(items: readonly Item[], whole: number): number | undefined {
  const of = items.findLastIndex(({ lower }, at) => at < whole && at >= whole - 3 && /^(of|from|among)$/.test(lower))
  if (of < 1 || items.slice(of, whole).some(({ kind }) => kind !== 'word')) return undefined
  const place = items.findLastIndex((item, at) => at < of && at >= of - 6 && isSized(item))
  const gap = items.slice(place + 1, of)
  return place >= 0 && !gap.some(({ lower }) => /^([,.;:()]|and)$/.test(lower)) ? place : undefined
}

/** A full stop, but not that of "i.e."; a semicolon, but not that of "; that is". */
const isParting = (items: readonly Item[], at: number) =>
  /^([.;]|but|while|whereas|against|compared)$/.test(items[at]?.lower ?? '') &&
  !(items[at]?.text === ';' && /^(that|this|which)$/.test(items[at + 1]?.lower ?? '')) &&
  !(items[at]?.text === '.' && /^[ieg]$/.test(items[at - 1]?.lower ?? ''))

const isWordCount = ({ quantity }: Item) => quantity?.inWords === true && quantity.shown < 3

/** "12 of the 15 who answered did, also 80%", "One in seven is (2,960 out of 20,720)": the only pair and share of a sentence. */
function onlyPair(items: readonly Item[], at: number): TiedPart | undefined {
  const others = items.filter((item, place) => isShare(item) && place !== at)
  if (others.some((item) => isFigureShare(item) || items[at]?.quantity?.inWords) || others.length > 1) return undefined
  if (items.some(({ lower }) => /^(;|while|whereas|than|against)$/.test(lower))) return undefined
  const [only, ...more] = outOfPairs(items)
  if (!only || more.length > 0 || items[at + 1]?.lower === 'of') return undefined
  if ((only.pair ?? 0) < at) return only
  return /^[(:,]$/.test(items[only.place - 1]?.text ?? '') || items[only.place - 2]?.text === '(' ? only : undefined
}

/** "12 of the 15", "2,960 calls out of 20,720", "10 in 14". */
const outOfPairs = (items: readonly Item[]): TiedPart[] =>
  items.flatMap((item, of): TiedPart[] => {
    const isIn = item.lower === 'in' && isSized(items[of - 1]) && isSized(items[of + 1])
    if (item.lower !== 'of' && !isIn) return []
    const lead = items[of - 1]?.lower === 'out' ? of - 1 : of
    const place = [lead - 1, lead - 2].find((before) => isSized(items[before])) ?? -1
    const pair = [of + 1, of + 2, of + 3].find((next) => isSized(items[next]))
    const between = items.slice(place + 1, pair)
    return pair && place >= 0 && between.every(({ kind }) => kind === 'word') ? [{ place, pair }] : []
  })
