import type { Quantity } from '#modules/quantities/index.js'
import { numberInWords, tokensOf } from '#modules/quantities/index.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { directionOf } from './claim-words.js'
import { ordinalOf } from './rank-words.js'

/** A claim that something went one way again and again: "the third consecutive fall", "risen every year since 2018/19". */
export type RunClaim = {
  at: number
  direction: 1 | -1
  /** How many changes one after another the words claim; unknown for "every year". */
  steps?: number
  /** "every year since": the month in which that period begins. */
  since?: number
}

const stretch = /^(years?|months?|quarters?|times?)$/
const inARow = /^(consecutive|successive|straight)$/

/** The claim of a run in a sentence that speaks of one direction only. */
export function runClaim(sentence: Sentence): RunClaim | undefined {
  const { items } = sentence
  const found = items.flatMap((_, at) => runAt(items, at) ?? [])
  const [run] = found
  if (!run || found.length > 1) return undefined
  const directions = new Set(items.flatMap((item) => directionOf(item.lower) || []))
  const [direction] = directions
  return direction && directions.size === 1 ? { ...run, direction } : undefined
}

type Run = Omit<RunClaim, 'direction'>

function runAt(items: Item[], at: number): Run | undefined {
  return consecutive(items, at) ?? running(items, at) ?? everySince(items, at)
}

/** "third consecutive year", "the fourth successive fall", "three consecutive years". */
function consecutive(items: Item[], at: number): Run | undefined {
  if (!inARow.test(items[at]?.lower ?? '')) return undefined
  const next = items[at + 1]?.lower ?? ''
  if (!stretch.test(next) && !/^(annual|monthly|quarterly)$/.test(next) && directionOf(next) === 0) return undefined
  const steps = ordinalOf(items[at - 1]?.lower ?? '') ?? countAt(items[at - 1])
  return { at, ...(steps === undefined ? {} : { steps }) }
}

/** "three years running", "for the fourth year in a row", "the third year in succession". */
function running(items: Item[], at: number): Run | undefined {
  const tail = `${items[at + 1]?.lower} ${items[at + 2]?.lower} ${items[at + 3]?.lower}`
  if (!stretch.test(items[at]?.lower ?? '') || !/^(running\b|in a row\b|in succession\b)/.test(tail)) return undefined
  const steps = ordinalOf(items[at - 1]?.lower ?? '') ?? countAt(items[at - 1])
  return { at, ...(steps === undefined ? {} : { steps }) }
}

/** "every year since 2018/19", "each quarter", "year on year since". */
function everySince(items: Item[], at: number): Run | undefined {
  if (!/^(every|each)$/.test(items[at]?.lower ?? '') || !/^(year|month|quarter)$/.test(items[at + 1]?.lower ?? ''))
    return undefined
  const since = items.slice(at + 2, at + 4).find((item) => item.period?.kind === 'since')?.period?.from
  return { at, ...(since === undefined ? {} : { since }) }
}

function countAt(item: Item | undefined): number | undefined {
  if (!item) return undefined
  if (item.quantity) return Number.isInteger(item.quantity.shown) ? item.quantity.shown : undefined
  const found = numberInWords(tokensOf(item.text, 0, item.text.length), 0)
  return found?.value
}

/** Three figures or more that a sentence lists one after another, the earliest first; places in the sentence. */
export function listedSeries(sentence: Sentence): number[] {
  const { items } = sentence
  const changes = new Set(deltasIn(sentence).map((delta) => delta.at))
  const chains: number[][] = []
  for (const [at, item] of items.entries()) {
    if (!isFigure(item.quantity) || changes.has(at)) continue
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    if (chain && last !== undefined && isNext(items, last, at)) chain.push(at)
    else chains.push([at])
  }
  const long = chains.filter((chain) => chain.length >= 3)
  const [chain] = long
  return chain && long.length === 1 ? inTime(items, chain) : []
}

const isFigure = (quantity: Quantity | undefined) =>
  quantity !== undefined && quantity.unit !== 'duration' && !quantity.isRange && !quantity.approx

/** Nothing between two figures of one unit but marks, small words and periods. */
function isNext(items: Item[], from: number, until: number): boolean {
  if (items[from]?.quantity?.unit !== items[until]?.quantity?.unit) return false
  return items
    .slice(from + 1, until)
    .every(
      (item) =>
        item.kind === 'period' ||
        item.kind === 'other' ||
        item.kind === 'mark' ||
        /^(and|to|then|in|a|the|finally|now|at|by|from)$/.test(item.lower),
    )
}

/** Figures printed latest first are turned round; figures with periods in no order are left alone. */
function inTime(items: Item[], chain: number[]): number[] {
  const months = chain.map((at, nth) => {
    const until = chain[nth + 1] ?? at + 4
    return items.slice(at + 1, until).find((item) => item.period?.from !== undefined)?.period?.from
  })
  const known = months.filter((month) => month !== undefined)
  if (known.length < chain.length) return known.length === 0 ? chain : []
  const isUp = known.every((month, nth) => nth === 0 || month > (known[nth - 1] ?? 0))
  const isDown = known.every((month, nth) => nth === 0 || month < (known[nth - 1] ?? 0))
  if (isUp) return chain
  return isDown ? [...chain].reverse() : []
}
