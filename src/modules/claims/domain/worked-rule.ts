import type { Quantity } from '#modules/quantities/index.js'
import { saysDistance } from './change-apart.js'
import type { Item } from './claim.js'
import { isAimedAt, isPriceToo, leftwards, rightwards } from './claim-words.js'

/** Aside: both stand in a bracket right behind the figure, so that nothing else can be meant. */
export type Tie = {
  readonly result: number
  readonly terms: readonly [number, number]
  readonly how: 'aside' | 'half' | 'beside'
  /** Whether the three stand so close that no other figures of the sentence can be meant. */
  readonly isFirm?: boolean
}

/** What a figure is of two others: their mean, rate, change in per cent, distance or ratio. */
export type WorkedRule = 'mean' | 'rate' | 'change' | 'apart' | 'ratio'

/** By the units of the three and the words about them; nothing where they leave it open. */
export function workedRule(items: readonly Item[], tie: Tie): WorkedRule | undefined {
  const [own, first, second] = [tie.result, ...tie.terms].map((at) => items[at]?.quantity)
  if (!own || !first || !second || first.per || second.per) return undefined
  if (own.per) return [first, second].every(isCounted) ? 'rate' : undefined
  if (first.unit === second.unit || isBarePair(first, second)) return ofOneUnit(items, tie, { own, first, second })
  return isMeanOf(items, tie, { own, first, second }) ? 'mean' : undefined
}

type Three = { readonly own: Quantity; readonly first: Quantity; readonly second: Quantity }

function ofOneUnit(items: readonly Item[], tie: Tie, three: Three): WorkedRule | undefined {
  const { own, first } = three
  if (own.unit === 'percent') return !areOfTwoSorts(three) && isChange(items, tie, first) ? 'change' : undefined
  if (own.unit === 'points') return /^(percent|points|count)$/.test(first.unit) ? 'apart' : undefined
  if (/^(percent|points)$/.test(first.unit)) return undefined
  if (isTimes(items, tie.result)) return 'ratio'
  if (isApart(items, tie, own)) return 'apart'
  return isMeanOf(items, tie, three) ? 'mean' : undefined
}

/** "In round four the number was 4,500": a small number in words is no level of it. */
const areOfTwoSorts = ({ first, second }: Three) =>
  first.inWords !== second.inWords && Math.max(first.shown, second.shown) >= 100

const isMeanOf = (items: readonly Item[], tie: Tie, { own, first, second }: Three) =>
  [own, first, second].every(({ unit }) => !/^(percent|points)$/.test(unit)) &&
  [first, second].some((total) => isTotalOf(total, own, tie)) &&
  !tie.terms.some((at) => isAimedAt(items, at)) &&
  isMean(items, tie)

/** How many or how much; "2.7, where it had been 3.0" is another rate. */
const isCounted = ({ unit, perTime, precision }: Quantity) =>
  (unit === 'pounds' || (unit === 'count' && precision >= 1)) && !perTime
const isBarePair = (one: Quantity, other: Quantity) => [one, other].every(({ unit }) => /^(count|duration)$/.test(unit))

const wordsOf = (items: readonly Item[], from: number, until: number) =>
  items
    .slice(from, until)
    .map((item) => item.lower)
    .join(' ')

/** What stands between the two; "over" may have been read as of the second. */
const inBetween = (items: readonly Item[], { terms: [first, second] }: Tie) =>
  `${wordsOf(items, first + 1, second)} ${/^over /.test(items[second]?.lower ?? '') ? 'over' : ''}`.trim()

const against =
  /\b(?:to|against|then|less|minus|versus|v|vs|than|becomes?|became|into|instead|in place|where|was|were|now|today|ago|before|last year)\b/
const measured = /\b(?:than|of|below|above|on|over|under|from|against|to)\b/

/** Whether words set the two against each other, or the figure against the first of them. */
function areOpposed(items: readonly Item[], tie: Tie): boolean {
  const linked = inBetween(items, tie)
  if (tie.how === 'aside') return against.test(linked) || /^(?:[a-z]+ )?(?:,|and)(?: |$)/.test(linked)
  const [first] = tie.terms
  const isMeasured = first > tie.result ? measured.test(wordsOf(items, tie.result + 1, first)) : false
  const isAcross = first < tie.result && tie.terms[1] > tie.result
  return against.test(linked) || (tie.how === 'half' && isMeasured) || isAcross
}

/** A percentage of change, not of a part: its words say that it moved, or its two levels lead from one to the other. */
function isChange(items: readonly Item[], tie: Tie, level: Quantity): boolean {
  const linked = inBetween(items, tie)
  if (level.unit === 'percent' || /\b(?:out of|of)\b/.test(linked) || tie.terms.some((at) => isAdded(items, at)))
    return false
  if (saysDistance(items, tie.result)) return areOpposed(items, tie)
  const isLevel = level.shown >= 60 && !level.inWords
  return isLevel && tie.how !== 'half' && /^(?:[a-z]+ )?to$/.test(linked)
}

/** "would add £315k to the gap": how much moved, no level. */
const isAdded = (items: readonly Item[], at: number) =>
  /^(add|adds|added|adding|save|saves|saved|saving)$/.test(items[at - 1]?.lower ?? '')

const isTimes = (items: readonly Item[], at: number) =>
  items[at + 1]?.lower === 'times' && /^(as|the|more|higher|larger|greater|bigger)$/.test(items[at + 2]?.lower ?? '')

/** A distance in the unit of its levels; in a bracket they may leave the unit out: "£415k over (8,655 against 8,240)". */
function isApart(items: readonly Item[], tie: Tie, own: Quantity): boolean {
  const level = items[tie.terms[0]]?.quantity
  const isOfUnit = level?.unit === own.unit || (level?.unit === 'count' && tie.how === 'aside') || isTimed(own, level)
  return isOfUnit && !own.perTime && saysDistance(items, tie.result) && areOpposed(items, tie)
}

const isTimed = (own: Quantity, level: Quantity | undefined) =>
  [own.unit, level?.unit].every((unit) => /^(count|duration)$/.test(unit ?? ''))

/** A total has the unit of its mean, or one of the two leaves it out. */
function isTotalOf(total: Quantity, own: Quantity, { how }: Tie): boolean {
  if (total.perTime || (own.perTime && total.timeUnit === own.perTime)) return false
  if (total.unit === own.unit && total.unit !== 'duration') return true
  if (isTimed(own, total))
    return total.timeUnit === undefined || own.timeUnit === undefined || total.timeUnit === own.timeUnit
  return total.unit === 'count' && own.unit === 'pounds' && how === 'aside'
}

const averageWord = /^(average|averages|averaged|averaging|mean|median|typical|typically|each|every|per|apiece)$/
const shared = /\b(?:over|from|for|among|across|between|in|at|by|divided by|shared by)\b/

/** "31 days (12,896 over 416)", "a mean of 11 for each of 1,126", "136 a school", "on average 25". */
function isMean(items: readonly Item[], tie: Tie): boolean {
  const at = tie.result
  if (tie.terms.some((term) => isCountOfEach(items, term) && isNextFigure(items, at, term))) return true
  if (isPriceToo(items, at)) return false
  if (items[at]?.quantity?.perTime) return tie.how !== 'beside'
  const linked = inBetween(items, tie)
  if (/^to\b/.test(linked) || isCountOfEach(items, at)) return false
  const lead = items.slice(at + 1, tie.terms[0]).findIndex((item) => /^[([]$/.test(item.text))
  if (tie.how === 'aside' && lead <= 3 && items[at + 1]?.lower !== 'of' && shared.test(linked)) return true
  const stops = (item: Item) =>
    averageWord.test(item.lower) || item.quantity !== undefined || /^[.;:()]$/.test(item.text)
  const list = [...items]
  const before = items[leftwards(list, at, 9, stops)]?.lower ?? ''
  const after = items[rightwards(list, at, 5, stops)]?.lower ?? ''
  if (averageWord.test(before) || averageWord.test(after)) return true
  const [next, second] = [items[at + 1]?.lower ?? '', items[at + 2]?.lower ?? '']
  return /^(a|an)$/.test(next) || (/^(a|an)$/.test(second) && next.endsWith('s'))
}

/** "about 8.5 for each of the 34, and nobody more than twelve": the figure that stands next before it is for each of them. */
const isNextFigure = (items: readonly Item[], at: number, term: number) =>
  at > term
    ? !items.slice(0, term).some(({ quantity }) => quantity)
    : items.findLastIndex(({ quantity }, place) => quantity && place < term) === at

/** "each of the 18 reviews": how many there are. */
const isCountOfEach = (items: readonly Item[], at: number) =>
  /\b(?:each|every one) of(?: (?:the|our|its|these))?$/.test(wordsOf(items, Math.max(0, at - 5), at))
