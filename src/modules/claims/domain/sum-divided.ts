import { isMiscopied } from '#modules/quantities/index.js'
import type { Item } from './claim.js'

/**
 * A figure that follows from others of its sentence: their sum or their difference; places in the sentence. Loose where
 * only commas tie them; `less` are the parts that a sum takes off.
 */
export type Said = {
  rule: 'sum' | 'difference'
  whole: number
  parts: number[]
  less?: readonly number[]
  isLoose?: boolean
}

/** Words of another relation than that of a whole and its parts. */
export const otherMove =
  /^(from|than|compared|against|up|down|each|including|includes|while|;|less|minus|more|fewer|average|per|between|worth|cost|costing|leaving|leaves)$/

const quantityAt = (items: Item[], at: number) => items[at]?.quantity

/** "14 members, 12 councillors and two independents", "2,980 took part, 1,240 in Alder, 760 in Birch and 980 in Cedar". */
export function apposedSum(items: Item[], amounts: number[]): Said[] {
  const [whole = 0, ...parts] = amounts
  if (new Set(amounts.map((at) => quantityAt(items, at)?.unit)).size !== 1) return []
  if (isOfThose(items) || isSubject(items, amounts) || isOutside(items.slice(parts[0], parts[1]))) return []
  const sum = parts.reduce((all, at) => all + (quantityAt(items, at)?.shown ?? 0), 0)
  if (sum < LARGE && mayOverlap(items, parts, sum > (quantityAt(items, whole)?.shown ?? 0))) return []
  const isNear = areNear(items, { whole, parts, isListed: items[(parts[0] ?? 0) - 1]?.text === ':' })
  return isTail(items, whole, parts) && isNear ? [{ rule: 'sum', whole, parts, isLoose: true }] : []
}

/** "Pay explains £5.3m of that": the whole stands elsewhere. */
export const isOfOther = (items: readonly Item[]) =>
  items.some(
    ({ lower }, at) => lower === 'of' && at > 1 && /^(that|this|it|these|those|them)$/.test(items[at + 1]?.lower ?? ''),
  )

/** "1,506 (1,331 full-time), and 148 others": past the bracket stands another thing. */
export const isOutside = (gap: readonly Item[]) =>
  gap.some(({ text }) => text === ')') && !gap.some(({ text }) => text === '(')

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(in|at|near|outside|inside|around)$/, 'place'],
  [/ed$/, 'done'],
]

/** "12 from abroad and eight under sail": parts told by different things may overlap, where they come to more than all. */
export function mayOverlap(items: readonly Item[], parts: readonly number[], isMore: boolean): boolean {
  const words = parts.map((at) => {
    const isOfThem = items[at + 1]?.lower === 'of' && items[at + 2]?.lower === 'them'
    const word = items[isOfThem ? at + 3 : at + 1]?.lower ?? ''
    return kinds.find(([kind]) => kind.test(word))?.[1] ?? word
  })
  return (
    isMore &&
    words.every((word) => /^(place|done|from|under|by|on|with|for|of|to|who|over)$/.test(word)) &&
    new Set(words).size > 1
  )
}

/** "Nine are sown, five are dug and two not begun": the first is a part like the others. */
export function isSubject(items: readonly Item[], [whole = 0, first = 0]: readonly number[]): boolean {
  const verb = items[whole + 1]?.lower ?? ''
  return /^(is|are|was|were|have|had)$/.test(verb) && items[first + 1]?.lower === verb
}

/** "Of these, 40 …": the whole stands in the sentence before. */
const isOfThose = (items: Item[]) => items[0]?.lower === 'of' && /^(these|those|them|this)$/.test(items[1]?.lower ?? '')

/** Parts joined by commas and a last "and" end the sentence, right behind a comma, a colon or a bracket. */
function isTail(items: Item[], whole: number, parts: number[]): boolean {
  const [first = 0, last = 0] = [parts[0], parts.at(-1)]
  const end = items.slice(last + 1).filter((item) => item.kind !== 'mark')
  const opens = items.slice(first - 2, first).some((item) => /^[,:(]$/.test(item.text))
  const isClosed = items[first - 2]?.text === '(' && items[last + 1]?.text === ')'
  const isPaired = isClosed || items.slice(parts.at(-2), last).some((item) => item.lower === 'and')
  const isShort = end.length <= 4 && end.every((item) => item.kind === 'word')
  return (
    opens &&
    isPaired &&
    isShort &&
    !end.some((item) => item.lower === 'both') &&
    !items.slice(whole, last).some((_, at) => isOtherMove(items, whole + at))
  )
}

/** "1,152 from men and 788 from women": what the parts come from is no start of a change. */
function isOtherMove(items: Item[], at: number): boolean {
  const isOrigin =
    items[at]?.lower === 'from' && items[at - 1]?.quantity !== undefined && items[at + 1]?.kind === 'word'
  return otherMove.test(items[at]?.lower ?? '') && !isOrigin
}

/** Below this, figures that come near each other may do so by chance. */
const LARGE = 100

type Division = { whole: number; parts: number[]; isListed: boolean }

/** Parts that come near their whole, or that one wrong digit keeps from it. */
function areNear(items: Item[], { whole, parts, isListed }: Division): boolean {
  const all = [whole, ...parts].flatMap((at) => quantityAt(items, at) ?? [])
  const [total, ...sizes] = all.map(({ shown }) => shown)
  if (total === undefined) return false
  const sum = sizes.reduce((one, other) => one + other, 0)

  if (sizes.some((size) => size >= total)) return false
  const isSwapped = parts.length === 2 && isMiscopied(total - (sizes[0] ?? 0), sizes[1] ?? 0)
  return isSwapped || Math.abs(sum - total) <= Math.max(2, total * (isListed ? 0.5 : 0.1))
}
