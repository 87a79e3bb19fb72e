import { comesTo, isOneSlip, isSlipOfSum, type Quantity } from '#modules/quantities/index.js'
import { type Item, wordAt } from './claim.js'
import { isOutside, isSubject, mayOverlap, type Said } from './sum-divided.js'

/**
 * Divisions found by their arithmetic: an amount and the list of like amounts right behind it, which come to it ("38 dogs,
 * 26 general purpose and 12 specialist; …") or miss it by one slip of the pen. A sentence may hold several.
 */
export function divisionsByRun(items: readonly Item[], amounts: readonly number[]): Said[] {
  const found: Said[] = []
  for (let nth = 0; nth < amounts.length - 2; nth += 1) {
    const said = divisionAt(items, amounts, nth)
    if (!said) continue
    found.push(said)
    nth = amounts.indexOf(said.parts.at(-1) ?? -1)
  }
  return found
}

const quantitiesAt = (items: readonly Item[], places: readonly number[]): Quantity[] =>
  places.flatMap((at) => items[at]?.quantity ?? [])

function divisionAt(items: readonly Item[], amounts: readonly number[], nth: number): Said | undefined {
  const whole = amounts[nth] ?? -1
  const total = items[whole]?.quantity
  const run = runBehind(items, amounts, nth)
  if (!total || run.length < 2) return undefined
  if (
    areBare(items, whole, run) ||
    isAside(items, whole, run[0]) ||
    run.some((at) => isCalledWhole(items, at)) ||
    isSubject(items, [whole, ...run])
  )
    return undefined
  const ends = run.flatMap((_, last) => (last > 0 ? [run.slice(0, last + 1)] : []))
  const exact = ends.find((parts) => comesTo(total, quantitiesAt(items, parts)))
  if (exact) return { rule: 'sum', whole, parts: exact }
  const isWrong = isClosed(items, amounts, run) && isNear(items, whole, run) && isSlip(items, whole, run)
  return isWrong ? { rule: 'sum', whole, parts: run, isLoose: true } : undefined
}

/** The amounts of one unit behind an amount, as long as nothing but commas and "and" ties them to a list. */
function runBehind(items: readonly Item[], amounts: readonly number[], nth: number): number[] {
  const whole = amounts[nth] ?? -1
  const run: number[] = []
  for (const at of amounts.slice(nth + 1)) {
    const gap = items.slice((run.at(-1) ?? whole) + 1, at)
    const isTied = run.length === 0 ? opens(gap) : links(gap) && !isOutside(gap)
    if (items[at]?.quantity?.unit !== items[whole]?.quantity?.unit || !isTied || gap.length > WIDEST) break
    run.push(at)
    if (run.length > 1 && gap.slice(-3).some((item) => item.lower === 'and')) break
  }
  return run
}

const WIDEST = 16

/** "£40,000, £25,000 and £15,000": a list of bare figures has no whole among them. */
const areBare = (items: readonly Item[], whole: number, run: readonly number[]) =>
  items[whole + 1]?.text === ',' &&
  (run[0] ?? 0) - whole === 2 &&
  items[whole + 1]?.text !== ':' &&
  items
    .slice((run[0] ?? 0) + 1, run.at(-1))
    .every((item) => item.quantity !== undefined || /^(,|;|and)$/.test(item.lower))

/** "schools (40), clubs (25) and parishes (15)": a figure in brackets is no whole of those behind it. */
const isAside = (items: readonly Item[], at: number, first = 0) =>
  items[at - 1]?.text === '(' && items.slice(at, first).some(({ text }) => text === ')')

/** "182 in all": no part. */
const isCalledWhole = (items: readonly Item[], at: number) =>
  /^(?:in all|in total|altogether|all told)\b/.test(`${wordAt(items, at + 1)} ${wordAt(items, at + 2)}`)

/** Where only a comma opens the list, things of several sorts may stand beside each other: then it must come near. */
function isNear(items: readonly Item[], whole: number, run: readonly number[]): boolean {
  const first = run[0] ?? 0
  const isFirm = items.slice(whole, first).some((item) => /^[:(]$/.test(item.text) || /^(which|whom)$/.test(item.lower))
  const areParts = run.every((at) =>
    /^(of|in|at|for|to|by|on|from|with|among|under|over)$/.test(items[at + 1]?.lower ?? ''),
  )
  const [total, ...sizes] = quantitiesAt(items, [whole, ...run]).map(({ shown }) => shown)
  const sum = sizes.reduce((all, size) => all + size, 0)
  return isFirm || areParts || Math.abs(sum - (total ?? 0)) <= (total ?? 0) * 0.3
}

/** What follows a part of a whole, and no thing of its own sort: "29 settled informally", "22 of them", "140 by post". */
const partWord =
  /^(of|in|at|for|to|by|on|from|with|among|under|over|who|that|not|were|was|had|did|would|new|repeat|inside|outside|full|part|\w+ed)$/

/**
 * A slip among large figures; among small ones only where the words leave no doubt that they are parts. Parts told by
 * different things ("12 from abroad and eight under sail") may overlap.
 */
function isSlip(items: readonly Item[], whole: number, run: readonly number[]): boolean {
  const [total, ...parts] = quantitiesAt(items, [whole, ...run])
  if (!total || isSlipOfSum(total, parts)) return total !== undefined
  const sum = parts.reduce((all, { shown }) => all + shown, 0)
  const words = run.map((at) => wordAt(items, at + 1))
  const areParts =
    words.every((word) => partWord.test(word)) && run.every((at) => !/^(which|whom)$/.test(wordAt(items, at + 2)))
  const isSmall = total.unit === 'count' && total.shown >= LEAST && total.shown < LARGE
  return (
    isSmall &&
    areParts &&
    !mayOverlap(items, run, sum > total.shown) &&
    sum < total.shown * 2 &&
    isOneSlip(sum, total.shown)
  )
}

const [LEAST, LARGE] = [10, 100]

/** What is said of figures that are set against each other, or that stand for some of a whole only. */
const apart =
  /^(than|compared|against|up|down|each|every|including|includes|included|such|while|whereas|but|minus|average|per|between|worth|leaving|leaves|target|than|previously|because|if|when|although|so|to)$/

/** Between a whole and its first part: a mark, or "of which", with no other thought begun. */
function opens(gap: readonly Item[]): boolean {
  const isOpen =
    /^(are|were)$/.test(gap.at(-1)?.lower ?? '') ||
    gap.some((item, at) => /^[,:(–—-]$/.test(item.text) || /^(which|whom)$/.test(gap[at + 1]?.lower ?? ''))
  return isOpen && gap.every((item) => item.kind !== 'quantity' && !apart.test(item.lower) && !/^[.;]$/.test(item.text))
}

function links(gap: readonly Item[]): boolean {
  const isJoined = gap.some((item) => /^(,|;|and|plus|&|\+)$/.test(item.lower))
  return isJoined && gap.every((item, at) => (!apart.test(item.lower) || isOfItsOwn(gap, at)) && item.text !== '.')
}

/** "402 to missing people": where a part went. */
const isOfItsOwn = (gap: readonly Item[], at: number) => gap[at]?.lower === 'to' && at < 2

/** The list has ended: its last two are joined by "and" or a bracket closes it, and no further member follows. */
function isClosed(items: readonly Item[], amounts: readonly number[], run: readonly number[]): boolean {
  const [last = 0, before = 0] = [run.at(-1), run.at(-2)]
  const rest = items.slice(last + 1)
  const stop = rest.findIndex((item) => /^[.;)]$/.test(item.text))
  const tail = stop < 0 ? rest : rest.slice(0, stop)
  const isPaired =
    items.slice(before, last).some((item) => /^(and|plus|&)$/.test(item.lower)) || rest[stop]?.text === ')'
  const next = amounts.find((at) => at > last)
  const isEnded = items.slice(before, last).some((item) => item.lower === 'and')
  const goesOn =
    next !== undefined &&
    next <= last + tail.length &&
    (isEnded ? /^and$/ : /^(and|,)$/).test(items[next - 1]?.lower ?? '')
  return isPaired && !goesOn && !tail.some((item, at) => isMember(tail, at) || item.lower === 'both')
}

/** "… and one on parking", "… and the Chair": a member without a figure. */
const isMember = (tail: readonly Item[], at: number) =>
  /^(and|,)$/.test(tail[at]?.lower ?? '') &&
  /^(an?|one|another|the|its|their|our|some)$/.test(tail[at + 1]?.lower ?? '')
