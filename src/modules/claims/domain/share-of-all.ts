import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'

/** Shares that divide one whole, as places in the sentence; all of them where the words name the rest. */
export type SharesOfAll = { readonly shares: readonly number[]; readonly areAll: boolean }

const rest = /\b(?:the )?(?:remaining|remainder|rest|other|others|balance)\b/
/** Answers and sorts that exclude each other. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\bagree[ds]?\b/, /\b(?:disagree[ds]?|did not agree)\b/],
  [/\byes\b/, /\bno\b/],
  [/\b(?:men|male|males|boys)\b/, /\b(?:women|female|females|girls)\b/],
  [/\bsatisfied\b/, /\b(?:dissatisfied|not satisfied)\b/],
  [/\b(?:supported|in favour|for)\b/, /\b(?:opposed|against)\b/],
  [/\b(?:upheld|met|complete|completed)\b/, /\bnot (?:upheld|met|complete|completed)\b/],
  [/\b(?:felt|feel) safe\b/, /\b(?:(?:felt|feel) unsafe|did not)\b/],
]

/**
 * "60% agreed, 24% disagreed and 16% had no view", "half were upheld, 30% were not and the remaining 20% are open": shares
 * that cannot come to more than all, and must come to it where the rest is named.
 */
export function sharesOfAll(sentence: Sentence): SharesOfAll | undefined {
  const { items } = sentence
  const shares = items.flatMap((item, at) => (item.quantity?.unit === 'percent' ? [at] : []))
  const [first = 0, second = 0] = shares
  const last = shares.at(-1) ?? 0
  if (shares.length < 2 || shares.length > 8 || items.some((item) => spoils.test(item.lower))) return undefined
  if (deltasIn(sentence).length > 0 || shares.some((at) => items[at]?.quantity?.isRange)) return undefined
  const hasAmounts = items.some((item) => item.quantity && item.quantity.unit !== 'percent')
  if (hasAmounts || !areListed(items, shares) || ownBases(items, shares) > 1) return undefined
  const areAll = rest.test(
    wordsOf(items.slice(shares.at(-2), last))
      .split(' ')
      .slice(-4)
      .join(' '),
  )
  const [own, next] = [items.slice(first, second), items.slice(second, shares[2] ?? items.length)].map(wordsOf)
  const lead = wordsOf(items.slice(0, first))
  const areOpposed = opposites.some(
    ([one, other]) =>
      (one.test(`${lead} ${own}`) && other.test(`${own} ${next}`)) ||
      (other.test(`${lead} ${own}`) && one.test(next ?? '')),
  )
  return areAll || areOpposed ? { shares, areAll } : undefined
}

const spoils =
  /^(compared|than|against|average|up|down|previous|previously|last|target|respectively|nationally|both|also)$/

const wordsOf = (items: readonly Item[]) => items.map((item) => item.lower).join(' ')

const areListed = (items: readonly Item[], shares: readonly number[]) =>
  shares
    .slice(1)
    .every((at, nth) => items.slice(shares[nth], at).some((item) => /^(and|,|;|while|with|but)$/.test(item.lower)))

/** How many wholes of their own the shares name: "64% of officers are men and 46% of staff are women". */
const ownBases = (items: readonly Item[], shares: readonly number[]) =>
  new Set(shares.flatMap((at) => (items[at + 1]?.lower === 'of' ? [items[at + 2]?.lower] : []))).size
