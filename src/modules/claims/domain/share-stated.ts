import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { isConnected, leftwards, rightwards } from './claim-words.js'
import { sharesBehind } from './share-behind.js'
import {
  asides,
  besideBefore,
  isAmount,
  isCount,
  isFollowedByOther,
  isMoving,
  isShare,
  type StatedShare,
} from './share-heads.js'
import { sharesNear } from './share-near.js'

/** Every share in a sentence whose whole is printed: "45 (38%) of the 118", "38% of the 118", "Of the 118, 45 (38%)". */
export const sharesIn = oncePerSentence(findShares)

function findShares(sentence: Sentence): StatedShare[] {
  const around = sentence.items.flatMap((item, at) => (/^(of|out)$/.test(item.lower) ? aroundOf(sentence, at) : []))
  const known = around.filter((share) => share.part !== undefined)
  const behind = sharesBehind(sentence, known)
  const told = new Set(behind.map(({ percent }) => percent))
  const found = [...around.filter((share) => share.part !== undefined || !told.has(share.percent)), ...behind]
  const all = [...found, ...asides(sentence, found)]
  const near = sharesNear(sentence, all)
  const taken = new Set(near.map(({ percent }) => percent))
  return [...all.filter(({ part, percent }) => part !== undefined || !taken.has(percent)), ...near]
}

/** "45 of the 118 (38%)", "45 (38%) of the 118", "38% (45) of the 118", "38% of the 118 visits (45)". */
function aroundOf(sentence: Sentence, at: number): StatedShare[] {
  const { items } = sentence
  const wholeAt = wholeAfter(items, at)
  if (wholeAt < 0) return ofThem(sentence, at)
  const before = withoutHead(items, partsBefore(items, at), wholeAt)
  if (!before) return []
  const share = (part: number | undefined, percent: number, isTight: boolean): StatedShare[] =>
    isFit(items, part, wholeAt)
      ? [{ sentence, wholeIn: sentence, whole: wholeAt, percent, isTight, ...(part === undefined ? {} : { part }) }]
      : []
  if (before.part !== undefined && before.percent !== undefined) return share(before.part, before.percent, true)
  if (before.part !== undefined) {
    const percent = percentAfter(items, wholeAt) ?? percentBeforeOr(items, before.part)
    return percent === undefined ? [] : share(before.part, percent, true)
  }
  if (before.percent === undefined) return []
  const part = partAfter(items, wholeAt) ?? partFarBefore(items, before.percent, wholeAt)
  return share(part, before.percent, part === undefined || part > wholeAt)
}

/** "21 people, 14 of them (67%)", "1,500 households. Some 930 of them, 62%, felt safe": the whole is the count before. */
function ofThem(sentence: Sentence, at: number): StatedShare[] {
  const { items } = sentence
  const part = at - 1
  if (!/^(them|whom|these|those|which)$/.test(items[at + 1]?.lower ?? '') || !isCount(items[part])) return []
  const [open, close] = [items[at + 2]?.text ?? '', items[at + 4]?.text ?? '']
  const isAside = (open === '(' || (open === ',' && /^[,.]$/.test(close))) && isShare(items[at + 3])
  const home = isAside ? wholeFor(sentence, part) : undefined
  return home ? [{ sentence, ...home, part, percent: at + 3, isTight: home.wholeIn === sentence }] : []
}

/** The count before a part: the nearest in its sentence, else the only one of the sentence before. */
function wholeFor(sentence: Sentence, part: number): Pick<StatedShare, 'wholeIn' | 'whole'> | undefined {
  const { items, previous } = sentence
  const nearest = leftwards(items, part, 12, (item) => item.kind === 'quantity')
  const isEarlier = /^(?:from|with|against|than|on)$/.test(items[nearest - 1]?.lower ?? '')
  const whole = isEarlier ? leftwards(items, nearest, 12, (item) => item.kind === 'quantity') : nearest
  if (whole >= 0) return isCount(items[whole]) ? { wholeIn: sentence, whole } : undefined
  if (!previous) return undefined
  const counts = previous.items.flatMap((item, at) => (isCount(item) ? [at] : []))
  return counts.length === 1 ? { wholeIn: previous, whole: counts[0] ?? 0 } : undefined
}

/** "14% of crimes had a positive outcome, or 3,710 of 26,494". */
function percentBeforeOr(items: Item[], part: number): number | undefined {
  if (items[part - 1]?.lower !== 'or' || !/^[,(–-]$/.test(items[part - 2]?.text ?? '')) return undefined
  const at = leftwards(items, part, 16, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
  return isShare(items[at]) && !isMoving(items, at) ? at : undefined
}

/** The whole that "of (the)" or "out of" leads to. */
function wholeAfter(items: Item[], at: number): number {
  const start = items[at]?.lower === 'out' ? at + 1 : at
  if (items[at]?.lower === 'of' && items[at - 1]?.lower === 'out') return -1
  if (items[start]?.lower !== 'of') return -1
  for (let next = start + 1; next < Math.min(items.length, start + 6); next += 1) {
    const item = items[next]
    if (isAmount(item)) return next
    if (!/^(a|the|these|those|all|our|their|its|total|of|around|some|just)$/.test(item?.lower ?? '')) break
  }
  return namedWhole(items, start)
}

/** "of the gross budget of £138.6m", "of the target of 1,500": the whole has a name before its number. */
function namedWhole(items: Item[], start: number): number {
  const found = rightwards(
    items,
    start,
    8,
    (item) => item.kind !== 'word' || /^(and|to|in|was|were|is|by|for|from|with)$/.test(item.lower),
  )
  if (items[found - 1]?.lower !== 'of' || !isAmount(items[found])) return -1
  const isNamed = items
    .slice(start, found)
    .some((item) => /^(target|total|budget|population|establishment|base|spending|requirement|cost)$/.test(item.lower))
  return isNamed ? found : -1
}

type Before = { part?: number; percent?: number }

/** "Of the 40 riders, 25% of the 12 who fell": the number at the head is no part of a smaller one. */
function withoutHead(items: Item[], before: Before | undefined, whole: number): Before | undefined {
  const size = (at: number | undefined) => items[at ?? -1]?.quantity?.shown ?? 0
  const isHead = items[0]?.lower === 'of' && before?.percent !== undefined && size(before.part) > size(whole)
  return isHead ? { percent: before.percent } : before
}

/** What stands right before "of": "45", "45 (38%)", "38% (45)", "38%", "45 visits (38%)", "45, or 38%,", "every third visit". */
function partsBefore(items: Item[], at: number): Before | undefined {
  let next = at - 1
  while (next > 0 && /^[),]$/.test(items[next]?.text ?? '')) next -= 1
  if (/^every /i.test(items[next - 1]?.text ?? '') && isShare(items[next - 1])) next -= 1
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

/** "(38%)", ", or 38%", ", 38%," a few words behind the whole. */
function percentAfter(items: Item[], at: number): number | undefined {
  const found = rightwards(items, at, 14, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
  if (!isShare(items[found]) || isMoving(items, found)) return undefined
  const opening = items[found - 1]
  const isAside =
    /^[(,–—-]$/.test(opening?.text ?? '') ||
    /^(or|represents|is|equates|representing|about|at)$/.test(opening?.lower ?? '') ||
    isRateOf(items, found)
  return isAside && isConnected(items, at, found) && !isFollowedByOther(items, found) ? found : undefined
}

/** "a rate of 90%", "a share of 38%". */
const isRateOf = (items: Item[], at: number) =>
  items[at - 1]?.lower === 'of' && /^(rate|share|proportion|total)$/.test(items[at - 2]?.lower ?? '')

/** "38% of the 118 visits (45)", "5% of £240m is £12m", "… of the 118, or 45". */
function partAfter(items: Item[], at: number): number | undefined {
  const found = rightwards(items, at, 10, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
  if (!isAmount(items[found])) return undefined
  const [before, next] = [items[found - 1], items[found + 1]]
  if (before?.text === '(') return /^(\)|,)$/.test(next?.text ?? ')') ? found : undefined
  const isSame = /^(is|was|equals|equalled|means|meant|gives|gave|or|i\.e\.?|ie)$/.test(before?.lower ?? '')
  return isSame &&
    items[found]?.quantity?.approx === undefined &&
    !isFollowedByOther(items, found) &&
    !/^(more|less|fewer|above|below|per|each|a)$/.test(next?.lower ?? '')
    ? found
    : undefined
}

/** "45 visits, or 38% of the 118". */
function partFarBefore(items: Item[], percent: number, whole: number): number | undefined {
  const part = besideBefore(items, percent, isAmount) ?? subjectOf(items, percent)
  const isHead =
    items[0]?.lower === 'of' && (items[part ?? -1]?.quantity?.shown ?? 0) > (items[whole]?.quantity?.shown ?? 0)
  return isHead ? undefined : part
}

const equals =
  /^(is|are|was|were|represents?|represented|makes?|made|accounts?|accounted|forms?|formed|equals?|up|for)$/

/** "The 612 women are 32% of the 1,884 officers": the number of the subject. */
function subjectOf(items: Item[], percent: number): number | undefined {
  if (!equals.test(items[percent - 1]?.lower ?? '')) return undefined
  const at = leftwards(
    items,
    percent,
    9,
    (item) => item.kind === 'quantity' || /^[,.;:()]$|^(and|but|while|which|of|than)$/.test(item.lower),
  )
  return isAmount(items[at]) ? at : undefined
}

function isFit(items: Item[], part: number | undefined, whole: number): boolean {
  const [small, large] = [part === undefined ? undefined : items[part]?.quantity, items[whole]?.quantity]
  if (!large) return false
  return small === undefined || small.unit === large.unit
}
