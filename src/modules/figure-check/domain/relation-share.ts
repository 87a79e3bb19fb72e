import type { Item, Sentence } from './claim.js'
import { isConnected, rightwards } from './claim-words.js'
import type { Quantity } from './quantity.js'

/** A part, its whole and the percentage that the text gives for it; the part may be left out. Places in sentences. */
export type StatedShare = {
  sentence: Sentence
  /** The sentence that holds the whole, where it is the one before ("Of these, 45 (38%) …"). */
  wholeIn: Sentence
  part?: number
  whole: number
  percent: number
  isTight: boolean
}

const isCount = (item: Item | undefined): boolean =>
  item?.quantity !== undefined && item.quantity.unit === 'count' && !item.quantity.isRange && !item.quantity.perTime
const isMoney = (item: Item | undefined): boolean => item?.quantity?.unit === 'pounds' && !item.quantity.perTime
const isAmount = (item: Item | undefined) => isCount(item) || isMoney(item)
const isShare = (item: Item | undefined): boolean => item?.quantity?.unit === 'percent' && !item.quantity.isRange

/** Every share in a sentence whose whole is printed: "45 (38%) of the 118", "38% of the 118", "Of the 118, 45 (38%)". */
export function sharesIn(sentence: Sentence): StatedShare[] {
  const { items } = sentence
  const found: StatedShare[] = []
  for (const [at, item] of items.entries()) {
    if (item.lower === 'of' || item.lower === 'out') found.push(...aroundOf(sentence, at))
  }
  found.push(...asides(sentence, found))
  return found
}

/** "45 of the 118 (38%)", "45 (38%) of the 118", "38% (45) of the 118", "38% of the 118 visits (45)". */
function aroundOf(sentence: Sentence, at: number): StatedShare[] {
  const { items } = sentence
  const wholeAt = wholeAfter(items, at)
  if (wholeAt < 0) return ofThem(sentence, at)
  const before = partsBefore(items, at)
  if (!before) return []
  const share = (part: number | undefined, percent: number, isTight: boolean): StatedShare[] =>
    isFit(items, part, wholeAt)
      ? [{ sentence, wholeIn: sentence, whole: wholeAt, percent, isTight, ...(part === undefined ? {} : { part }) }]
      : []
  if (before.part !== undefined && before.percent !== undefined) return share(before.part, before.percent, true)
  if (before.part !== undefined) {
    const percent = percentAfter(items, wholeAt)
    return percent === undefined ? [] : share(before.part, percent, true)
  }
  if (before.percent === undefined) return []
  const part = partAfter(items, wholeAt) ?? partFarBefore(items, before.percent)
  return share(part, before.percent, part === undefined || part > wholeAt)
}

/** "21 people, 14 of them (67%)": the whole is the count before. */
function ofThem(sentence: Sentence, at: number): StatedShare[] {
  const { items } = sentence
  const part = at - 1
  if (!/^(them|whom|these|those|which)$/.test(items[at + 1]?.lower ?? '') || !isCount(items[part])) return []
  const percent = items[at + 2]?.text === '(' && isShare(items[at + 3]) ? at + 3 : undefined
  for (let whole = part - 1; whole >= Math.max(0, part - 12); whole -= 1) {
    if (items[whole]?.kind !== 'quantity') continue
    return percent !== undefined && isCount(items[whole])
      ? [{ sentence, wholeIn: sentence, part, whole, percent, isTight: true }]
      : []
  }
  return []
}

/** The whole that "of (the)" or "out of" leads to. */
function wholeAfter(items: Item[], at: number): number {
  const start = items[at]?.lower === 'out' ? at + 1 : at
  if (items[at]?.lower === 'of' && items[at - 1]?.lower === 'out') return -1
  if (items[start]?.lower !== 'of') return -1
  for (let next = start + 1; next < Math.min(items.length, start + 6); next += 1) {
    const item = items[next]
    if (isAmount(item)) return next
    if (!/^(a|the|these|those|all|our|their|its|total|which|of|around|some|just)$/.test(item?.lower ?? '')) return -1
  }
  return -1
}

/** What stands right before "of": "45", "45 (38%)", "38% (45)", "38%", "45 visits (38%)", "45, or 38%,". */
function partsBefore(items: Item[], at: number): { part?: number; percent?: number } | undefined {
  let next = at - 1
  while (next > 0 && /^[),]$/.test(items[next]?.text ?? '')) next -= 1
  const nearest = items[next]
  if (isShare(nearest)) {
    const part = besideBefore(items, next, isAmount)
    return part === undefined ? { percent: next } : { part, percent: next }
  }
  if (!isAmount(nearest)) return undefined
  const percent =
    items[next + 1]?.text === ')' || items[next - 1]?.text === '(' ? besideBefore(items, next, isShare) : undefined
  return percent === undefined ? { part: next } : { part: next, percent }
}

/** The neighbour of a number in brackets or behind "or": "45 (38%", "45 visits (38%", "45, or 38%". */
function besideBefore(items: Item[], at: number, passes: (item: Item | undefined) => boolean): number | undefined {
  const opening = items[at - 1]
  const isAside =
    opening?.text === '(' ||
    opening?.lower === 'or' ||
    opening?.text === ',' ||
    opening?.text === '–' ||
    opening?.text === '-'
  if (!isAside) return undefined
  for (let next = at - 2; next >= Math.max(0, at - 7); next -= 1) {
    const item = items[next]
    if (item?.kind === 'quantity') return passes(item) ? next : undefined
    if (
      item?.kind === 'period' ||
      /^[.;:(]$/.test(item?.text ?? '') ||
      /^(and|but|of|to|from|by|while)$/.test(item?.lower ?? '')
    )
      return undefined
  }
  return undefined
}

/** "(38%)", ", or 38%", ", 38%," a few words behind the whole. */
function percentAfter(items: Item[], at: number): number | undefined {
  const found = rightwards(items, at, 14, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
  if (!isShare(items[found]) || isMoving(items, found)) return undefined
  const opening = items[found - 1]
  const isAside =
    /^[(,–—-]$/.test(opening?.text ?? '') ||
    /^(or|represents|is|equates|representing|about|at)$/.test(opening?.lower ?? '')
  return isAside && isConnected(items, at, found) && !isFollowedByOther(items, found) ? found : undefined
}

/** ", 12% more than", ", 38% of whom": the percentage begins another thought. */
const isFollowedByOther = (items: Item[], at: number) =>
  /^(more|fewer|higher|lower|of|up|down|increase|reduction|rise|fall|compared)$/.test(items[at + 1]?.lower ?? '')

const isMoving = (items: Item[], at: number) =>
  items[at]?.quantity?.sign !== '' || /^(up|down|by|rise|fall|increase)$/.test(items[at - 1]?.lower ?? '')

/** "38% of the 118 visits (45)". */
function partAfter(items: Item[], at: number): number | undefined {
  const found = rightwards(items, at, 10, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
  const isAside = items[found - 1]?.text === '(' && isAmount(items[found])
  return isAside && /^(\)|,)$/.test(items[found + 1]?.text ?? ')') ? found : undefined
}

/** "45 visits, or 38% of the 118". */
const partFarBefore = (items: Item[], percent: number) => besideBefore(items, percent, isAmount)

function isFit(items: Item[], part: number | undefined, whole: number): boolean {
  const [small, large] = [part === undefined ? undefined : items[part]?.quantity, items[whole]?.quantity]
  if (!large) return false
  return small === undefined || small.unit === large.unit
}

/** "Of the 118 visits, 45 (38%) were …": asides whose whole stands at the sentence's head or ends the sentence before. */
function asides(sentence: Sentence, known: StatedShare[]): StatedShare[] {
  const taken = new Set(known.map((share) => share.percent))
  const head = headWhole(sentence)
  if (!head) return []
  return asidePairs(sentence.items)
    .filter((pair) => !taken.has(pair.percent) && (head.sentence !== sentence || pair.part > head.whole))
    .filter((pair) => head.sentence.items[head.whole]?.quantity?.unit === sentence.items[pair.part]?.quantity?.unit)
    .map((pair) => ({ sentence, wholeIn: head.sentence, whole: head.whole, ...pair, isTight: head.isTight }))
}

/** Counts with a percentage beside them: "45 (38%)", "45, or 38%,", "38% (45)". */
export function asidePairs(items: Item[]): { part: number; percent: number }[] {
  return items.flatMap((item, at) => {
    if (!isShare(item) || isMoving(items, at)) return []
    const next =
      items[at + 1]?.text === '(' && isAmount(items[at + 2]) && /^[),]$/.test(items[at + 3]?.text ?? '')
        ? at + 2
        : undefined
    const before =
      items[at + 1]?.lower === 'of' || isFollowedByOther(items, at) ? undefined : besideBefore(items, at, isAmount)
    const part = next ?? before
    return part === undefined ? [] : [{ part, percent: at }]
  })
}

/** The whole that a sentence names first: "Of the 118 visits, …", "118 visits, of which …", "Of these, …" after one count. */
function headWhole(sentence: Sentence): { sentence: Sentence; whole: number; isTight: boolean } | undefined {
  const { items } = sentence
  if (items[0]?.lower === 'of' || items[0]?.lower === 'from' || items[0]?.lower === 'among') {
    const whole = rightwards(items, 0, 5, (item) => item.kind === 'quantity' || item.text === ',')
    if (isAmount(items[whole])) return { sentence, whole, isTight: true }
    return /^(these|those|them|this)$/.test(items[1]?.lower ?? '') ? wholeBefore(sentence) : undefined
  }
  const which = items.findIndex(
    (item, at) => item.lower === 'of' && /^(which|whom|these|those)$/.test(items[at + 1]?.lower ?? ''),
  )
  if (which < 0) return undefined
  for (let at = which - 1; at >= Math.max(0, which - 12); at -= 1) {
    if (isAmount(items[at])) return { sentence, whole: at, isTight: true }
    if (items[at]?.kind === 'quantity') return undefined
  }
  return undefined
}

function wholeBefore(sentence: Sentence) {
  const before = sentence.previous
  if (!before) return undefined
  const counts = before.items.flatMap((item, at) => (isAmount(item) ? [at] : []))
  const [only] = counts
  return only !== undefined && counts.length === 1 ? { sentence: before, whole: only, isTight: false } : undefined
}

/** The base that a percentage of people or things is printed with: "45% of the 17 respondents", "(n = 17)". */
export function baseOf(share: StatedShare): Quantity | undefined {
  return share.wholeIn.items[share.whole]?.quantity
}
