import type { Item } from './claim.js'
import { otherMove, type Said } from './sum-divided.js'

/**
 * A total that its sentence calls so, in whatever place, and all other amounts of its unit as its parts: "£70m from grant
 * and £50m from precept, £120m between them", "98 to Holme and 50 to Vale add up to 148", "40, 35 and 30: 105 for the year".
 */
export function calledTotal(items: Item[], amounts: readonly number[]): Said | undefined {
  if (items.some((item) => spoils.test(item.lower) || item.period?.relation === 'previous')) return undefined
  const totals = amounts.filter((at) => isCalled(items, at, amounts))
  const [whole] = totals
  if (whole === undefined || totals.length !== 1) return undefined
  const unit = items[whole]?.quantity?.unit
  const parts = amounts.filter((at) => at !== whole && items[at]?.quantity?.unit === unit)
  const others = amounts.filter((at) => at !== whole && !parts.includes(at) && !isCounter(items, at, parts))
  const plain = parts.filter((at) => !isCounter(items, at, parts))
  if (plain.length < 2 || others.length > 0 || !areListed(items, plain, whole)) return undefined
  const isFirst = whole < (plain[0] ?? 0)
  if ((isFirst ? goesOn : beyond).test(wordsOf(items.slice(isFirst ? plain.at(-1) : plain[0])))) return undefined
  if (isOpen(items, whole, plain) && !isClose(items, whole, plain) && !divided.test(wordsOf(items))) return undefined
  return { rule: 'sum', whole, parts: plain, ...(isFirm(items, whole) ? {} : { isLoose: true }) }
}

/** A total before its parts, or "of 3,160 in the quarter". */
const isOpen = (items: Item[], whole: number, parts: readonly number[]) =>
  whole < (parts[0] ?? 0) || items[whole - 1]?.lower === 'of'

/** What follows a total may be some of it only: then it must come near. */
function isClose(items: Item[], whole: number, parts: readonly number[]): boolean {
  const size = items[whole]?.quantity?.shown ?? 0
  const sum = parts.reduce((all, at) => all + (items[at]?.quantity?.shown ?? 0), 0)
  return sum > size * 0.7 && sum < size * 1.5
}

/** Words of another relation, anywhere: then a total may be of something else. */
const spoils =
  /^(compared|than|against|average|averaging|each|per|target|previous|previously|last|including|includes|included|least|percent|before|earlier|used)$/

const behind =
  /^(?:in all|in sum|in total|altogether|all told|overall|between them|together|taken together|(?:over|for|in) the (?:year|quarter|period|half))\b/
const total = /\b(?:total\w*|overall|combined|altogether|in all|in sum|between them|together|sum|add(?:s|ed|ing)? up)\b/
const period = /\b(?:over|during|in|for) the (?:year|quarter|period)\b/
/** Only of a last amount: "…, giving £9m", "… come to £9m". */
const verbs =
  /\b(?:gives?|giving|makes?|making|makes up|(?:come|comes|came|coming|amounts?|amounted) to)(?: an?| our| the)?(?: \S+)?(?: of)?$/
const divided =
  /\b(?:split|shared|divided|(?:comes|came) from \S+ (?:main )?(?:sources|streams|places)|made up|compris\w+|consist\w*|broken down|(?:met|funded|paid for) (?:by|from))\b/
const notAll = /\b(?:partly|mainly|mostly|largely|some|most|also)\b/

/** "… and the rest from fees", "… and some from fines": a part without a figure. */
const goesOn = /(?:\band|,|\bplus) (?:the (?:rest|remainder|balance|others?)|an?|some|one|other|its|others)\b/

/** "12 visits, 9 of them at night", "30 in all with the council": parts within parts, and more than the parts. */
const beyond = /\bof (?:them|these|which|whom)\b|\b(?:in all|in total|altogether) (?:with|counting|plus|once|if)\b/

const wordsOf = (items: readonly Item[]) => items.map((item) => item.lower).join(' ')
const isEnd = (item: Item) => item.quantity !== undefined || /^[,;:(.–—-]$/.test(item.text)

function isCalled(items: Item[], at: number, amounts: readonly number[]): boolean {
  const after = items.slice(at + 1, at + 9)
  const stop = after.findIndex(isEnd)
  const near = wordsOf(stop < 0 ? after : after.slice(0, stop)).split(' ')
  if (near.some((_, nth) => nth < 4 && behind.test(near.slice(nth).join(' ')))) return true
  const lead = leadOf(items, at)
  if (leadsToParts.test(lead)) return false
  if (total.test(lead) || period.test(lead) || isSumOf(items, at)) return true
  if (at === amounts.at(-1)) return verbs.test(lead)
  const between = at === amounts[0] ? wordsOf(items.slice(at + 1, amounts[1])) : ''
  const isListed = /^(?:\S+ ){0,2}: /.test(between) && amounts.length > 3
  return (isListed || divided.test(between)) && !notAll.test(between)
}

/** "This total comprised 629 primary fires, …": the total stands before. */
const leadsToParts = /\b(?:compris\w+|consist\w* of|made up of)\b/

/** The words before an amount, from the last mark or figure on. */
function leadOf(items: Item[], at: number): string {
  const before = items.slice(Math.max(0, at - 7), at)
  return wordsOf(before.slice(before.findLastIndex(isEnd) + 1))
}

/** "The sum of the grants - £40,000, £35,000 and £25,000 - is £100,000". */
const isSumOf = (items: Item[], at: number) =>
  /^(is|was|comes|came)$/.test(items[at - 1]?.lower ?? '') &&
  items.slice(0, 4).some((item) => /^(sum|total|totals)$/.test(item.lower))

const isFirm = (items: Item[], at: number) =>
  total.test(leadOf(items, at)) || total.test(wordsOf(items.slice(at + 1, at + 6))) || divided.test(wordsOf(items))

/** "two sources", "the four quarters": how many parts there are, written in words. */
const isCounter = (items: Item[], at: number, parts: readonly number[]) => {
  const quantity = items[at]?.quantity
  const others = parts.filter((part) => part !== at).length
  return quantity?.inWords === true && quantity.unit === 'count' && quantity.shown === others
}

/** The parts stand together, all before or all behind their total, joined as a list with nothing that moves or compares. */
function areListed(items: Item[], parts: readonly number[], whole: number): boolean {
  const [first = 0, last = 0] = [parts[0], parts.at(-1)]
  // "Victims over 65 (84 in all)": of what stands before the bracket.
  if ((whole > first && whole < last) || (whole < first && items[whole - 1]?.text === '(')) return false
  const gaps = parts.slice(1).map((at, nth) => items.slice((parts[nth] ?? 0) + 1, at))
  const isJoined = gaps.every((gap) => gap.some((item) => /^(and|,|;|plus|&|with|\.)$/.test(item.lower)))
  const stretch = items.slice(Math.min(first, whole) + 1, Math.max(last, whole))
  return isJoined && !stretch.some((item, at) => otherMove.test(item.lower) && !isAllowed(stretch, at))
}

/** "receive £70m from the Home Office", "made up 12": no move. */
const isAllowed = (items: readonly Item[], at: number) => {
  const word = items[at]?.lower ?? ''
  if (word === ';') return true
  if (word === 'from') return !items[at + 1]?.quantity || items[at + 1]?.quantity?.inWords === true
  if (word === 'between') return !items[at + 1]?.quantity
  if (word === 'cost') return true
  return word === 'up' && /^(ma[dk]es?|made|making|adds?|adding|added|split)$/.test(items[at - 1]?.lower ?? '')
}
