import type { Item, Sentence } from './claim.js'
import { leftwards, rightwards } from './claim-words.js'

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

/** A plain count, per nothing. */
export const isCount = (item: Item | undefined): boolean =>
  item?.quantity !== undefined && item.quantity.unit === 'count' && !item.quantity.isRange && !item.quantity.perTime
const isMoney = (item: Item | undefined): boolean => item?.quantity?.unit === 'pounds' && !item.quantity.perTime
/** A count or a sum of money. */
export const isAmount = (item: Item | undefined) => isCount(item) || isMoney(item)
/** A percentage, in words or figures. */
export const isShare = (item: Item | undefined): boolean => item?.quantity?.unit === 'percent' && !item.quantity.isRange

/** ", which is 38%", ", equal to 38%": where the words that only say so begin; the place itself where there are none. */
function skipsSaying(items: Item[], at: number): number {
  const words = [items[at - 2], items[at - 1]].map((item) => item?.lower ?? '').join(' ')
  if (/^(which is|that is|equal to|equivalent to)$/.test(words)) return at - 2
  return words.endsWith(' representing') ? at - 1 : 0
}

/** The neighbour of a number in brackets or behind "or": "45 (38%", "45 visits (38%", "45, or 38%". */
export function besideBefore(
  items: Item[],
  at: number,
  passes: (item: Item | undefined) => boolean,
): number | undefined {
  if (/^(is|to|representing)$/.test(items[at - 1]?.lower ?? ''))
    return besideBefore(items, skipsSaying(items, at), passes)
  if (!/^(\(|or|,|–|-)$/.test(items[at - 1]?.lower ?? '')) return undefined
  for (let next = at - 2; next >= Math.max(0, at - 7); next -= 1) {
    if (items[next]?.text === ')') next = leftwards(items, next, 12, (item) => item.text === '(') - 1
    const item = items[next]
    if (item?.kind === 'quantity') return passes(item) ? next : undefined
    if (endsAside.test(item?.lower ?? '')) return undefined
  }
  return undefined
}

const endsAside = /^([.;:(]|and|but|of|to|from|by|while)$/

/** ", 12% more than", ", 38% of whom": the percentage begins another thought. */
export const isFollowedByOther = (items: Item[], at: number) =>
  /^(more|fewer|higher|lower|of|up|down|increase|reduction|rise|fall|compared)$/.test(items[at + 1]?.lower ?? '')

/** A percentage that is a change, not a share: "up 4%", but not "makes up 4%". */
export const isMoving = (items: Item[], at: number) =>
  items[at]?.quantity?.sign !== '' ||
  (/^(up|down|by|rise|fall|increase)$/.test(items[at - 1]?.lower ?? '') &&
    !/^(?:ma[dk]e|makes|making|t[ao]ke|takes|taking|took)$/.test(items[at - 2]?.lower ?? ''))

/** "Of the 118 visits, 45 (38%) were …": asides whose whole stands at the sentence's head, before "of which", or ends the sentence before. */
export function asides(sentence: Sentence, known: StatedShare[]): StatedShare[] {
  const taken = new Set(known.map((share) => share.percent))
  const pairs = asidePairs(sentence.items).filter((pair) => !taken.has(pair.percent))
  return headsOf(sentence).flatMap((head) =>
    pairs
      .filter((pair) => Math.min(pair.part, pair.percent) > head.from && Math.max(pair.part, pair.percent) < head.until)
      .filter((pair) => head.sentence.items[head.whole]?.quantity?.unit === sentence.items[pair.part]?.quantity?.unit)
      .map((pair) => ({ sentence, wholeIn: head.sentence, whole: head.whole, ...pair, isTight: head.isTight })),
  )
}

/** Counts with a percentage beside them: "45 (38%)", "45, or 38%,", "38% (45)". */
export function asidePairs(items: Item[]): { part: number; percent: number }[] {
  return items.flatMap((item, at) => {
    if (!isShare(item) || isMoving(items, at)) return []
    const part = countInBrackets(items, at) ?? countBehindOr(items, at) ?? countBefore(items, at)
    return part === undefined || /^among(st)?$/.test(items[part - 1]?.lower ?? '') ? [] : [{ part, percent: at }]
  })
}

const countInBrackets = (items: Item[], at: number) =>
  items[at + 1]?.text === '(' && isAmount(items[at + 2]) && /^[),]$/.test(items[at + 3]?.text ?? '')
    ? at + 2
    : undefined

/** "31%, or 718, would". */
const countBehindOr = (items: Item[], at: number) =>
  items[at + 1]?.text === ',' &&
  items[at + 2]?.lower === 'or' &&
  isAmount(items[at + 3]) &&
  /^[),]$/.test(items[at + 4]?.text ?? '')
    ? at + 3
    : undefined

/** A bare comma binds a percentage to the count before it only when another mark follows: "45 visits, 38%, were". */
function countBefore(items: Item[], at: number): number | undefined {
  const isLoose = items[at - 1]?.text === ',' && !/^[,.)]?$/.test(items[at + 1]?.text ?? '')
  const isOther = isLoose || items[at + 1]?.lower === 'of' || isFollowedByOther(items, at)
  return isOther ? undefined : besideBefore(items, at, isAmount)
}

/** A whole that several parts of a sentence share, and between which places those parts stand. */
type Head = { sentence: Sentence; whole: number; from: number; until: number; isTight: boolean }

/** The wholes that a sentence names: "Of the 118 visits, …", each "118 visits, of which …", "Of these, …" after one count. */
function headsOf(sentence: Sentence): Head[] {
  const { items } = sentence
  if (/^(of|from|among|out)$/.test(items[0]?.lower ?? '')) {
    const whole = rightwards(items, 0, 5, (item) => item.kind === 'quantity' || item.text === ',')
    if (isAmount(items[whole])) return [{ sentence, whole, from: whole, until: items.length, isTight: true }]
    const named = `${items[1]?.lower} ${items[2]?.lower}`
    return /^(these|those|them|this|the total|the whole|all)\b/.test(named) ? wholeBefore(sentence) : []
  }
  return items.flatMap((item, at) => (item.lower === 'of' ? headAt(sentence, at) : []))
}

function headAt(sentence: Sentence, which: number): Head[] {
  const { items } = sentence
  if (!/^(which|whom|these|those)$/.test(items[which + 1]?.lower ?? '')) return []
  const next = items.findIndex((item, at) => at > which + 1 && (/^[;|.]$/.test(item.text) || isWhich(items, at)))
  for (let whole = which - 1; whole >= Math.max(0, which - 12); whole -= 1) {
    if (isAmount(items[whole]))
      return [{ sentence, whole, from: which, until: next < 0 ? items.length : next, isTight: true }]
    if (items[whole]?.kind === 'quantity') return []
  }
  return []
}

const isWhich = (items: Item[], at: number) =>
  items[at]?.lower === 'of' && /^(which|whom)$/.test(items[at + 1]?.lower ?? '')

function wholeBefore(sentence: Sentence): Head[] {
  const before = sentence.previous
  const counts = (before?.items ?? []).flatMap((item, at) => (isAmount(item) ? [at] : []))
  const [whole] = counts
  if (!before || whole === undefined || counts.length !== 1) return []
  return [{ sentence: before, whole, from: 0, until: sentence.items.length, isTight: false }]
}
