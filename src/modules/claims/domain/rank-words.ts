import type { Item } from './claim.js'
import { isChangeNoun } from './claim-words.js'

/** A claim of place in an order: "the highest", "second lowest", "peaked", "ranked third of eight". */
export type RankClaim = {
  at: number
  /** Counted from the top or from the bottom; "ranked third" does not say. */
  end: 'top' | 'bottom' | 'either'
  place: number
  /** "third of eight": out of how many. */
  of?: number
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** The number that an ordinal names: "third", "3rd". */
export function ordinalOf(word: string): number | undefined {
  const index = ordinals.indexOf(word)
  if (index >= 0) return index + 1
  const digits = /^(\d{1,2})(st|nd|rd|th)$/.exec(word)
  return digits ? Number(digits[1]) : undefined
}

const top = /^(highest|largest|biggest|greatest|busiest|costliest)$/
const bottom = /^(lowest|smallest|fewest|quietest)$/
const notARank = /^(among|amongst|of|another|some|consistently|joint|possible|ever|next)$/

/** Every claim of rank in a sentence; "among the highest", "the highest rise" and "the most serious" are left out. */
export function rankClaims(items: Item[]): RankClaim[] {
  return items.flatMap((item, at) => ranked(items, at) ?? superlative(items, item, at) ?? [])
}

function superlative(items: Item[], item: Item, at: number): RankClaim | undefined {
  const isTop = top.test(item.lower) || isMost(items, at)
  if (!isTop && !bottom.test(item.lower)) return undefined
  const before = items.slice(Math.max(0, at - 4), at).map((one) => one.lower)
  if (before.some((word) => notARank.test(word) && word !== 'of') || /one of (the|our|its)$/.test(before.join(' ')))
    return undefined
  const after = items.slice(at + 1, at + 5)
  if (after.some((one) => one.lower === 'but')) return undefined
  if (
    after.some(
      (one) =>
        isChangeNoun(one.lower) ||
        /^(risk|harm|ever|possible|quality|priority|standard|standards|since|on)$/.test(one.lower),
    )
  )
    return undefined
  return { at, end: isTop ? 'top' : 'bottom', place: ordinalOf(items[at - 1]?.lower ?? '') ?? 1 }
}

/** "had the most visits", "the most of any district"; not "the most serious". */
const isMost = (items: Item[], at: number) =>
  items[at]?.lower === 'most' &&
  items[at - 1]?.lower === 'the' &&
  /^(number|had|recorded|saw|has|with|received|made|held|took|gave|handled|reported|showed|issued|attracted|drew)$/.test(
    items[at - 2]?.lower ?? '',
  ) &&
  /(s|people)$/.test(items[at + 1]?.lower ?? '') &&
  !/ous$/.test(items[at + 1]?.lower ?? '')

/** "ranked third of eight", "placed 5th out of the 43 forces", "third highest of eight". */
function ranked(items: Item[], at: number): RankClaim | undefined {
  if (!/^(ranked|ranks|ranking|placed|came)$/.test(items[at]?.lower ?? '')) return undefined
  const next = items[at + 1]?.lower === 'joint' ? at + 2 : at + 1
  const place = ordinalOf(items[next]?.lower ?? '')
  if (place === undefined) return undefined
  const of = outOf(items, next + 1)
  const word = items[next + 1]?.lower ?? ''
  if (top.test(word) || bottom.test(word)) return undefined
  if (of === undefined && items[at]?.lower === 'came') return undefined
  return { at, end: 'either', place, ...(of === undefined ? {} : { of }) }
}

/** "of eight", "out of the 43", a word or two after a rank. */
export function outOf(items: Item[], from: number): number | undefined {
  const at = items[from]?.lower === 'out' ? from + 1 : from
  if (items[at]?.lower !== 'of') return undefined
  const next = /^(the|all|our|these|those)$/.test(items[at + 1]?.lower ?? '') ? at + 2 : at + 1
  const quantity = items[next]?.quantity
  return quantity?.unit === 'count' && !quantity.approx && Number.isInteger(quantity.shown) ? quantity.shown : undefined
}
