import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { leftwards } from './claim-words.js'

/** Two figures of a sentence that its words put in an order; places in the sentence. */
export type Ordered = { first: number; second: number; isRight: boolean; says: string }

const falling = /^(highest|largest|most|biggest|greatest|commonest|main|top|majority|busiest)$/
const rising = /^(lowest|smallest|fewest|least|quickest|fastest|shortest)$/

/** "the largest was theft (412), followed by burglary (388)", "a low of 12 … a high of 40", "peaked in July at 4,210 … 3,900 in June". */
export function outOfOrder(sentence: Sentence): Ordered[] {
  return [
    ...followedBy(sentence.items),
    ...lowAndHigh(sentence.items),
    ...peaks(sentence.items),
    ...bothEnds(sentence.items),
  ]
}

const isCount = (quantity: Quantity | undefined): quantity is Quantity =>
  quantity !== undefined &&
  !quantity.isRange &&
  !quantity.inWords &&
  /^(count|percent|pounds|rate)$/.test(quantity.unit)

function followedBy(items: Item[]): Ordered[] {
  return items.flatMap((item, at) => {
    if (item.lower !== 'followed' || !/^(by|closely)$/.test(items[at + 1]?.lower ?? '')) return []
    const isFalling = superlativeBefore(items, at)
    if (isFalling === undefined) return []
    const chain = chainFrom(items, at)
    return chain.slice(1).flatMap((second, nth) => {
      const first = chain[nth] ?? second
      const [a, b] = [items[first]?.quantity, items[second]?.quantity]
      if (!a || !b) return []
      const isRight = isFalling ? b.low <= a.high : b.high >= a.low
      return [{ first, second, isRight, says: `The words put the ${isFalling ? 'largest' : 'smallest'} first` }]
    })
  })
}

/** Whether the words before "followed by" set the largest first (true), the smallest (false), or neither. */
function superlativeBefore(items: Item[], at: number): boolean | undefined {
  const found = leftwards(
    items,
    at,
    25,
    (item) => falling.test(item.lower) || rising.test(item.lower) || item.text === ';',
  )
  const word = items[found]?.lower ?? ''
  if (/^(increase|rise|fall|reduction|decrease|change|improvement)s?$/.test(items[found + 1]?.lower ?? ''))
    return undefined
  if (
    word === 'most' &&
    !/^(common|frequent|frequently|commonly|popular|number|numerous|of)$/.test(items[found + 1]?.lower ?? '')
  )
    return undefined
  if (falling.test(word)) return true
  return rising.test(word) ? false : undefined
}

/** The figure before "followed by" and those after it, of one unit, to the clause's end. */
function chainFrom(items: Item[], at: number): number[] {
  const after: number[] = []
  for (let next = at + 2; next < items.length; next += 1) {
    const item = items[next]
    if (!item || /^(;|but|while|whereas|compared|against|up|down|from|with)$/.test(item.lower)) break
    if (isCount(item.quantity) && (after.length === 0 || item.quantity.unit === items[after[0] ?? 0]?.quantity?.unit))
      after.push(next)
  }
  const unit = items[after[0] ?? -1]?.quantity?.unit
  const before = unit ? leftwards(items, at, 9, (item) => item.quantity?.unit === unit) : -1
  return before >= 0 && isCount(items[before]?.quantity) ? [before, ...after] : []
}

/** "ranged from a low of 12% to a high of 40%". */
function lowAndHigh(items: Item[]): Ordered[] {
  const named = (word: RegExp) =>
    items.findIndex(
      (item, at) => isCount(item.quantity) && items[at - 1]?.lower === 'of' && word.test(items[at - 2]?.lower ?? ''),
    )
  const [low, high] = [named(/^(low|minimum)$/), named(/^(high|maximum|peak)$/)]
  const [a, b] = [items[low]?.quantity, items[high]?.quantity]
  if (!a || !b || a.unit !== b.unit || a.timeUnit !== b.timeUnit) return []
  return [{ first: low, second: high, isRight: a.low <= b.high, says: 'One is called the low and the other the high' }]
}

const greatest = /^(highest|largest|biggest|greatest|busiest|costliest|dearest|oldest|eldest|longest|most|maximum)$/
const least = /^(lowest|smallest|fewest|quietest|cheapest|youngest|shortest|least|minimum)$/

/** "The busiest month was March with 714 and the quietest August with 488": two ends and two figures, in turn. */
function bothEnds(items: Item[]): Ordered[] {
  const ends = items.flatMap(({ lower }, at) => (greatest.test(lower) || least.test(lower) ? [at] : []))
  const [one = 0, other = 0] = ends
  const isTopFirst = greatest.test(items[one]?.lower ?? '')
  if (ends.length !== 2 || isTopFirst === greatest.test(items[other]?.lower ?? '')) return []
  const shown = items.flatMap(({ quantity }, at) =>
    quantity && !quantity.inWords && !quantity.isRange && items[at + 1]?.lower !== 'of' ? [at] : [],
  )
  const units = Map.groupBy(shown, (at) =>
    /^(rate|duration)$/.test(items[at]?.quantity?.unit ?? '') ? 'count' : items[at]?.quantity?.unit,
  )
  return [...units.values()].flatMap(([first = 0, second = 0, ...more]) => {
    const [a, b] = [items[first]?.quantity, items[second]?.quantity]
    const areInTurn =
      (one < first && first < other && other < second) || (first < one && one < second && second < other)
    const isNear = Math.abs(first - one) <= FAR && Math.abs(second - other) <= FAR
    if (!a || !b || more.length > 0 || !areInTurn || !isNear) return []
    const isRight = isTopFirst ? b.low <= a.high : b.high >= a.low
    return [{ first, second, isRight, says: 'One is called the greatest and the other the least' }]
  })
}

const FAR = 8

const highWords = /^(highest|peaked|peak|busiest)$/
const lowWords = /^(lowest|quietest)$/

/** "Calls peaked in July at 4,210, against 3,900 in August": every other month of the same year must be lower. */
function peaks(items: Item[]): Ordered[] {
  const claims = items.flatMap((item, at) => (highWords.test(item.lower) || lowWords.test(item.lower) ? [at] : []))
  const [claim] = claims
  if (
    claim === undefined ||
    claims.length > 1 ||
    items.slice(claim + 1, claim + 4).some(({ lower }) => /^since\b/.test(lower))
  )
    return []
  const dated = items.flatMap((item, at) => monthOf(items, item, at) ?? [])
  const own = dated.find((one) => Math.abs(one.at - claim) <= 6)
  if (!own || dated.length < 2) return []
  const isHigh = highWords.test(items[claim]?.lower ?? '')
  return dated.flatMap((other) => {
    const [a, b] = [items[own.at]?.quantity, items[other.at]?.quantity]
    if (other === own || !a || !b || a.unit !== b.unit || !sameYear(own.key, other.key)) return []
    const isRight = isHigh ? b.low <= a.high : b.high >= a.low
    return [
      {
        first: own.at,
        second: other.at,
        isRight,
        says: `The words call the first the ${isHigh ? 'highest' : 'lowest'}`,
      },
    ]
  })
}

const monthNames = /^(January|February|March|April|May|June|July|August|September|October|November|December)$/
const opensMonth = (item: Item) => item.kind === 'period' || item.kind === 'quantity' || monthNames.test(item.text)

/** The month that a figure is given for: "4,210 in July", "July (4,210)", "in July at 4,210". */
function monthOf(items: Item[], item: Item, at: number): { at: number; key: string } | undefined {
  if (!isCount(item.quantity) || item.quantity.perTime) return undefined
  const behind = items.slice(at + 1, at + 4).find((one) => opensMonth(one) || /^[,)(;]$/.test(one.text))
  const ahead = items.slice(Math.max(0, at - 3), at).findLast(opensMonth)
  const key = (behind && keyOfMonth(behind)) ?? (ahead && keyOfMonth(ahead))
  return key === undefined ? undefined : { at, key }
}

function keyOfMonth({ period, text }: Item): string | undefined {
  if (!period) return monthNames.test(text) ? text.toLowerCase() : undefined
  if (/^month-\d+-$/.test(period.key)) return text.split(' ').at(-1)?.toLowerCase()
  return period.months === 1 && period.from !== undefined ? String(period.from) : undefined
}

/** Two months named without a year, or less than a year apart. */
function sameYear(first: string, second: string): boolean {
  if (first === second) return false
  const [a, b] = [Number(first), Number(second)]
  if (Number.isNaN(a) !== Number.isNaN(b)) return false
  return Number.isNaN(a) || Math.abs(a - b) < 12
}
