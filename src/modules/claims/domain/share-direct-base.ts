import type { Item } from './claim.js'
import { singular } from './claim-words.js'

const FARTHEST = 18
const LEAST = 3
const articles = /^(the|our|those|these|all|its|his|her|their|another|other)$/
const others = /^(them|these|those|whom|which|you|us)$/

/**
 * The number that words name as the whole of a percentage behind it: "of the nine who live on a boat, 35%", "we met
 * twenty of you; …", "the proportion of the 17 wards with a plan is 76%". Its place, or -1.
 */
export function directBase(items: readonly Item[], at: number): number {
  const isOfThem = items[at + 1]?.lower === 'of' && others.test(items[at + 2]?.lower ?? '')
  const behind = baseBehind(items, at)
  if (behind >= 0) return behind
  const place = figureBefore(items, at, isOfThem)
  if (isShutIn(items, place, at)) return -1
  if (isInOwnBracket(items, place, at)) return -1
  const isTied = isWhole(items, place) && isNamed(items, place, at) && (isOfThem || !isShareOf(items, place))
  return isTied && !isOfOther(items, at, place) ? place : -1
}

/** "27% of those killed (7 of 26) and 25% of those hurt": the base of what stands before its bracket. */
export function isShutIn(items: readonly Item[], base: number, at: number): boolean {
  const between = items.slice(base, at).map(({ text }) => text)
  return items[base - 1]?.lower === 'of' && between.includes(')') && !between.includes('(')
}

/** "21 projects (68%)": a share in a bracket right behind a number has it for its part. */
export const isInOwnBracket = (items: readonly Item[], base: number, at: number): boolean =>
  items[at - 1]?.text === '(' &&
  items[at + 1]?.text === ')' &&
  items.slice(base + 1, at - 1).every(({ kind }) => kind === 'word')

/** The nearest figure before it in its clause; "of them" looks past other percentages. */
function figureBefore(items: readonly Item[], at: number, isOfThem: boolean): number {
  const from = Math.max(0, at - FARTHEST)
  const near = items.slice(from, at)
  const stop = near.findLastIndex(({ text }) => /^[.;:]$/.test(text))
  const found = near.findLastIndex(({ quantity }) => quantity && !(isOfThem && quantity.unit === 'percent'))
  return found > stop ? from + found : -1
}

/** "35% among the 14 judges". */
function baseBehind(items: readonly Item[], at: number): number {
  if (!/^(among|amongst)$/.test(items[at + 1]?.lower ?? '')) return -1
  return [at + 2, at + 3, at + 4].find((place) => isWhole(items, place)) ?? -1
}

function isWhole(items: readonly Item[], at: number): boolean {
  const { quantity } = items[at] ?? {}
  if (quantity?.unit !== 'count' || quantity.isRange || quantity.approx || quantity.perTime) return false
  return Number.isInteger(quantity.shown) && quantity.shown >= LEAST && quantity.scale === 1
}

/** "of the nine", "among our 16", "40 of them": words that take the number as a whole, or as those who were asked. */
function isNamed(items: readonly Item[], base: number, at: number): boolean {
  const [second, first] = [items[base - 2]?.lower ?? '', items[base - 1]?.lower ?? '']
  const opener = articles.test(first) ? second : first
  const isAsked = items[base + 1]?.lower === 'of' && others.test(items[base + 2]?.lower ?? '')
  const isPredicate = /^(at|was|is|were|are|stood|to|of)$/.test(items[at - 1]?.lower ?? '')
  const isShare = items
    .slice(Math.max(0, base - 4), base)
    .some(({ lower }) => /^(proportion|share|percentage)$/.test(lower))
  if (isPredicate) return isShare && opener === 'of'
  if (/^(of|among|amongst)$/.test(opener)) return true
  return isAsked && items.slice(base, at).some(({ lower }) => /^(,|and|of)$/.test(lower))
}

/** "three of the nine had moved, 35% …": the number is the whole of another already. */
const isShareOf = (items: readonly Item[], base: number) => {
  const opener = articles.test(items[base - 1]?.lower ?? '') ? base - 2 : base - 1
  return items[opener]?.lower === 'of' && items[opener - 1]?.quantity !== undefined
}

/** "Of the 17 schools, 45% of pupils": a percentage of others. */
function isOfOther(items: readonly Item[], at: number, base: number): boolean {
  if (!/^(of|from)$/.test(items[at + 1]?.lower ?? '')) return false
  const after = items.slice(at + 2, at + 5).map(({ lower }) => lower)
  if (others.test(after[0] ?? '')) return false
  const nouns = items.slice(base + 1, base + 5).map(({ lower }) => singular(lower))
  return !after.some((word) => word.length > 3 && nouns.includes(singular(word)))
}
