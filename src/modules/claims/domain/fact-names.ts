import type { Item } from './claim.js'
import { allWords } from './fact-words.js'

const phraseEnd =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|should|must|do|does|did|while|whereas|whilst|but|although|though|because|which|so|where|when|if|compared|against|than|and|or|as|came|come|went|gave|took|made|met|held|drew|ran|sat|cost|costs)$/
const narrowing = /^(?:of|in|on|at|by|to|for|from|with|within|under|over|who|whose|that|about|among|between|through)$/
const collective = /^(?:people|women|men|children|staff|police|crime)$/
const LONGEST = 8

/** The name behind a figure, and what narrows it; where nothing follows that names a thing, the name before it. */
export function nameOfFigure(items: readonly Item[], at: number): { core: string[]; tail: string[] } {
  if (items[at + 1]?.lower === 'of') {
    const whole = items.findIndex(({ quantity }, place) => place > at + 1 && place < at + 4 && quantity)
    const name = whole > 0 ? nameOfFigure(items, whole) : undefined
    if (name && name.core.length > 0) return name
  }
  const from = items[at]?.quantity?.unit === 'percent' && items[at + 1]?.lower === 'of' ? at + 1 : at
  const until = phraseUntil(items, from)
  const named = nameUntil(items, from, until)
  const core = allWords(items.slice(from + 1, named))
  const unit = items[at]?.quantity?.timeUnit
  const tail = narrows(items, named, until) ? allWords(items.slice(named, until)) : []
  if (core.length === 0 && !unit) return { core: nameBefore(items, at), tail }
  return { core: unit ? [unit, ...core] : core, tail }
}

/** "of healthcare", "seized by officers last year were": not the verb of the sentence. */
function narrows(items: readonly Item[], from: number, until: number): boolean {
  const first = items[from]?.lower ?? ''
  return (
    narrowing.test(first) ||
    (first.endsWith('ed') && /^(?:is|are|was|were|has|have|had|will)$/.test(items[until]?.lower ?? ''))
  )
}

function phraseUntil(items: readonly Item[], at: number): number {
  let next = at + 1
  for (; next < items.length && next <= at + LONGEST; next += 1) {
    const item = items[next]
    if (!item || item.kind === 'quantity' || item.kind === 'period' || phraseEnd.test(item.lower)) break
    if (item.kind === 'mark' && !/^[-'’‘"“”&/]$/.test(item.text)) break
  }
  return next
}

/** Where the name ends: behind its plural, or before what narrows it. */
function nameUntil(items: readonly Item[], at: number, until: number): number {
  let isPlural = false
  for (let next = at + 1; next < until; next += 1) {
    const word = items[next]?.lower ?? ''
    const isMany = /[a-z]{2}s$/.test(word) ? !/(?:ss|us|is)$/.test(word) : collective.test(word)
    if (narrowing.test(word) || (isPlural && !isMany)) return next
    isPlural = isMany
  }
  return until
}

/** "burglary by 1,131", "the number of officers, 2,241,": the nearest name before a figure. */
function nameBefore(items: readonly Item[], at: number): string[] {
  if (items[at - 1]?.text === ',' && phraseEnd.test(items[at + 1]?.lower ?? '')) return []
  let from = at
  for (let next = at - 1; next >= Math.max(0, at - LONGEST); next -= 1) {
    const item = items[next]
    if (!item || item.kind === 'quantity' || /^[;:.()•]$/.test(item.text) || opening.test(item.lower)) break
    if (from < at && /^(?:,|the|a|an|this|that|these|our|its|their)$/.test(item.lower)) break
    if (allWords(items.slice(next, at)).length > 0) from = next
  }
  return allWords(items.slice(from, at))
}

const opening =
  /^(?:half|third|quarter|fifth|tenth|most|part|some|many|each|every|rest|one|and|but|while|whereas|which|or|when|where|there)$/

const clauseBreak = /^(?:[;:()–—,]|and|but|while|whereas|whilst|although|which|who|because)$/

/** The part of a sentence about one figure: as far as the next figure and the break before it. */
export function clauseOfFigure(items: readonly Item[], at: number): Item[] {
  const isFigure = ({ quantity }: Item) => quantity !== undefined
  const next = items.findIndex((item, place) => place > at && isFigure(item))
  const last = items.findLastIndex((item, place) => place < at && isFigure(item))
  const end = next < 0 ? items.length : next
  const until = next < 0 ? end : items.findLastIndex(({ lower }, place) => place < next && clauseBreak.test(lower))
  const from = last < 0 ? 0 : items.findIndex(({ lower }, place) => place > last && clauseBreak.test(lower))
  return items.slice(from < 0 || from > at ? last + 1 : from, until <= at ? end : until)
}
