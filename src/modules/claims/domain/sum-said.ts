import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { isAimedAt } from './claim-words.js'
import { apposedSum, otherMove, type Said } from './sum-divided.js'
import { flowOf, flowsNear } from './sum-flow.js'
import { ledgerOf } from './sum-ledger.js'
import { isPlainAmount } from './sum-listed.js'
import { divisionsByRun } from './sum-runs.js'
import { calledTotal } from './sum-total.js'

/** Sums and differences that a sentence states without a table: "…, 91 in all", "leaving 21". */
export const saidSums = oncePerSentence(findSums)

function findSums(sentence: Sentence): Said[] {
  const { items } = sentence
  const amounts = items.flatMap((item, at) => (isAmount(item, items, at) ? [at] : []))
  if (amounts.length < 3 || amounts.length > 12) return []
  const flow = flowOf(items, amounts) ?? exactFlow(items, amounts)
  if (flow) return [flow]
  const firm = [...inAll(items, amounts), ...leaving(items, amounts)]
  const said = firm.length > 0 ? firm : apposedSum(items, amounts)
  const total = said.length > 0 ? said : [calledTotal(items, amounts) ?? []].flat()
  const open = [...divisionsByRun(items, amounts), ...ledgerOf(items, amounts)]
  return [...total, ...open.filter(({ isLoose }) => total.length === 0 || !isLoose)]
}

/** Moves in and out, in any order, that come out: then no other reading is tried. */
function exactFlow(items: Item[], amounts: number[]): Said | undefined {
  const all = amounts.flatMap((at) => items[at] ?? [])
  const flow = flowsNear(items, all, []).find(({ end, parts, less }) => {
    const sizes = parts.map((part) => (part.quantity?.shown ?? 0) * (less.includes(part) ? -1 : 1))
    return end.quantity?.shown === sizes.reduce((sum, size) => sum + size, 0)
  })
  const [whole, ...parts] = flow ? [flow.end, ...flow.parts].map((item) => items.indexOf(item)) : []
  if (!flow || whole === undefined) return undefined
  return { rule: 'sum', whole, parts, less: flow.less.map((item) => items.indexOf(item)) }
}

const isAmount = ({ quantity }: Item, items: Item[], at: number) =>
  isPlainAmount(quantity) && !isAimedAt(items, at) && !/^(per|each|a)$/.test(items[at + 1]?.lower ?? '')

const unitAt = (items: Item[], at: number | undefined) => items[at ?? -1]?.quantity?.unit

const behind = /^(in all|in sum|in total|together|taken together|altogether|all told|overall in)/
const before =
  /^(make|makes|totalling|totalled|making|giving|gives|give|total|totals|altogether|comprised|comprises|comprising)$/

/** "27 in April and 31 in May, 58 in all", "making 58 in total", "58 visits comprised 27 to …": the whole with a word that says so. */
function inAll(items: Item[], amounts: number[]): Said[] {
  if (items.some((item) => item.quantity?.unit === 'percent' || item.quantity?.unit === 'points')) return []
  return amounts.flatMap((whole) => {
    const unit = unitAt(items, whole)
    const isLast = whole === amounts.at(-1)
    const parts = amounts.filter((at) => at !== whole && unitAt(items, at) === unit)
    if (parts.length < 2 || parts.length < amounts.length - 1 || !isCalledWhole(items, whole, isLast)) return []
    if (whole !== amounts[0] && !isLast) return []
    return isPlainList(items, isLast ? parts : [...parts], whole) ? [{ rule: 'sum' as const, whole, parts }] : []
  })
}

function isCalledWhole(items: Item[], at: number, isLast: boolean): boolean {
  const after = items.slice(at + 1, at + 4).map((item) => item.lower)
  if (!isLast) return after.some((word) => /^(comprised|comprises|comprising)$/.test(word))
  const isBeyond = items
    .slice(at + 1)
    .some((item) => /^(with|including|counting|plus|once|if|than|more)$/.test(item.lower))
  const lead = items.slice(Math.max(0, at - 5), at).map((item) => item.lower)
  const isCalled =
    after.some((_, nth) => behind.test(after.slice(nth).join(' '))) ||
    lead.some((word) => before.test(word)) ||
    (lead.at(-1) === 'of' && lead.at(-2) === 'out')
  return isCalled && !isBeyond
}

/** The parts follow each other as a list: joined by commas or "and", in no other relation. */
function isPlainList(items: Item[], parts: number[], whole: number): boolean {
  const places = [...parts, whole].sort((a, b) => a - b)
  const stretch = items.slice(places[0], places.at(-1))
  const isList = stretch.some((item) => item.lower === 'and' || item.text === ',')
  const isMakingUp = (at: number) => /^ma[dk]es?$|^make$/.test(stretch[at - 1]?.lower ?? '')
  return isList && !stretch.some((item, at) => otherMove.test(item.lower) && !isMakingUp(at))
}

/** "Of the 420 posts 399 were filled, leaving 21 vacant", "£75.7m was used, leaving £49.8m". */
function leaving(items: Item[], amounts: number[]): Said[] {
  const [whole, first, second] = amounts
  if (whole === undefined || first === undefined || second === undefined || amounts.length !== 3) return []
  if (new Set(amounts.map((at) => unitAt(items, at))).size > 1) return []
  const near = items.slice(Math.max(0, second - 5), second).map((item) => item.lower)
  const isLeft = near.some((word, at) => /^(leaving|leaves|left|leave)$/.test(word) && near[at + 1] !== 'out')
  const between = items.slice(whole, first).map((item) => item.lower)
  const hasInflow = items.some((item) =>
    /^(added|joined|opened|gained|new|transferred|recruited|arrived|from|received)$/.test(item.lower),
  )
  const [large, small] = [items[whole]?.quantity?.shown ?? 0, items[first]?.quantity?.shown ?? 0]
  const isOf = items.slice(first, second).some((item) => item.lower === 'of') && small < large
  const isNet = items.slice(first, second).some((item) => /^(net|balance|surplus)$/.test(item.lower))
  if (hasInflow || (between.includes('and') && !between.includes(';') && !isNet)) return []
  const parts = isOf || small < large ? [whole, first] : [first, whole]
  return isLeft ? [{ rule: 'difference', whole: second, parts }] : []
}
