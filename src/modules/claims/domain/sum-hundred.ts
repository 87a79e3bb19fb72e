import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import type { NearSum } from './sum-listed.js'
import { hasOpenRest } from './sum-parts.js'

/**
 * Percentages of one sentence that words make all of a whole, or the parts of one of them: "96% came and 4% did not",
 * "29% very and 45% fairly safe, 74% together". The rest may be told in a sentence of its own.
 */
export function sumsOfShares(sentence: Sentence): NearSum[] {
  const { items, previous } = sentence
  const own = sharesOf(items)
  if (
    own.length === 0 ||
    items.some(
      ({ lower, period }, at) => (apart.test(lower) && !isMadeUp(items, at)) || period?.relation === 'previous',
    )
  )
    return []
  const isRest = /^the (rest|others?|remainder)$/.test(`${items[0]?.lower} ${items[1]?.lower}`)
  const before = isRest && previous ? onceEach(sharesOf(previous.items)) : []
  if (
    own.length + before.length > MOST ||
    before.length > 1 ||
    own.some(({ quantity }) => quantity?.isRange || quantity?.approx)
  )
    return []
  const total = own.find((share) => isTotal(items, share))
  if (total)
    return summed(
      total,
      own.filter((share) => share !== total),
    )
  return (isRest || areAll(items, own)) && !hasOpenRest(items) ? hundred([...before, ...own]) : []
}

const MOST = 8

/** "Cars make up 62%": no rise. */
const isMadeUp = (items: readonly Item[], at: number) =>
  items[at]?.lower === 'up' && /^ma[kd]e?s?$|^making$/.test(items[at - 1]?.lower ?? '')

/** Words that set shares against each other, or that let them overlap. */
const apart =
  /^(than|compared|up|down|rose|fell|from|each|every|per|average|including|respectively|target|times|between|least|about|around|nearly|almost|both|also|either|points|change|growth|increase|decrease)$/

const onceEach = (shares: readonly Item[]) =>
  shares.filter((share, nth) => !shares.slice(0, nth).some((one) => one.quantity?.shown === share.quantity?.shown))

/** The percentages; in a list of them also bare numbers in brackets, "fair (28 per cent), poor (11)". */
function sharesOf(items: readonly Item[]): Item[] {
  const hasShare = items.some((item, at) => item.quantity?.unit === 'percent' && items[at - 1]?.text === '(')
  return items.flatMap((item, at) => {
    const { quantity } = item
    if (quantity?.unit === 'percent') return [item]
    const isBare = hasShare && quantity?.unit === 'count' && items[at - 1]?.text === '(' && items[at + 1]?.text === ')'
    return isBare && quantity.shown < 100 ? [{ ...item, quantity: { ...quantity, unit: 'percent' as const } }] : []
  })
}

const totals =
  /\b(?:together|in all|in total|altogether|all told|combined|a total of|which makes?|making|giving|add(?:s|ing)? up to)\b/

/** "74% together", "making 74%". */
function isTotal(items: readonly Item[], { start }: Item): boolean {
  const at = items.findIndex((item) => item.start === start)
  const words = [...items.slice(Math.max(0, at - 3), at), ...items.slice(at + 1, at + 3)].filter(
    ({ quantity }) => !quantity,
  )
  return totals.test(words.map(({ lower }) => lower).join(' '))
}

const opposite =
  /\b(?:not|no|none|neither|undecided|unsure|unknown|elsewhere|the (?:rest|others?|remaining|remainder))\b|\bothers?\W*$/

/** Whether shares must be all there is: the last names the rest or the opposite, or three and more are printed to decimals. */
function areAll(items: readonly Item[], shares: readonly Item[]): boolean {
  const [last, before] = [shares.at(-1), shares.at(-2)]
  const [opening, closing] = [shares[0]?.start ?? 0, last?.start ?? 0]
  const others = items.filter(
    ({ quantity, start }) =>
      quantity && start > opening && start < closing && !shares.some((share) => share.start === start),
  )
  const isListed = shares.every(({ end }, nth) => {
    const gap = items.filter(({ start }) => start >= end && start < (shares[nth + 1]?.start ?? 0))
    return (
      nth === shares.length - 1 || (gap.length < 14 && gap.some(({ lower }) => /^(,|;|and|or|but|while)$/.test(lower)))
    )
  })
  const tail = items
    .filter(({ start }) => start >= (before?.end ?? 0))
    .map(({ lower }) => lower)
    .join(' ')
  const areFine = shares.length > 2 && shares.every(({ quantity }) => (quantity?.precision ?? 1) < 1)
  return last !== undefined && others.length === 0 && shares.length > 1 && isListed && (areFine || opposite.test(tail))
}

const summed = (whole: Item, parts: readonly Item[]): NearSum[] =>
  whole.quantity && parts.length > 1 ? [{ whole, size: whole.quantity, parts, tied: 'wholly', isClosed: true }] : []

function hundred(parts: readonly Item[]): NearSum[] {
  const [first] = parts
  if (!first?.quantity || parts.length < 2) return []
  const precision = Math.min(...parts.map(({ quantity }) => quantity?.precision ?? 1))
  const size: Quantity = { ...first.quantity, shown: 100, low: 100, high: 100, precision, inWords: false, text: '100%' }
  return [{ size, parts, tied: 'wholly', isClosed: true }]
}
