import { type Pair, pairsIn } from './change-levels.js'
import { type Delta, deltasIn } from './change-words.js'
import type { Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { directionOf, isComparative, isConnected, isPastBase, leftwards, rightwards } from './claim-words.js'

/** A pair of levels and the change that the text states between them. */
export type StatedChange = { sentence: Sentence; pair: Pair; delta: Delta; isTight: boolean }

/** Pairs of levels with the changes stated of them, and pairs whose words only say a direction. */
export const changesIn = oncePerSentence(findChanges)

function findChanges(sentence: Sentence): { stated: StatedChange[]; bare: Pair[]; deltas: Delta[] } {
  const plain = deltasIn(sentence)
  const pairs = pairsIn(sentence, plain).filter(
    ({ from, to }) => !plain.some(({ at }) => isPastBase(sentence.items, at, [from, to])),
  )
  const zipped = respective(sentence, pairs)
  if (zipped.length > 0) return { stated: zipped, bare: [], deltas: zipped.map(({ delta }) => delta) }
  const deltas = [...plain, ...trailingShares(sentence, pairs, plain)]
  const stated: StatedChange[] = []
  for (const pair of pairs) {
    for (const delta of deltas) {
      const gap = gapBetween(pair, delta)
      if (gap === undefined || !isBound(sentence, { pair, delta, gap })) continue
      stated.push({ sentence, pair, delta, isTight: isTight(sentence, pair, delta, gap) })
    }
  }
  const used = new Set(stated.map((change) => change.pair))
  return { stated, bare: pairs.filter((pair) => !used.has(pair)), deltas }
}

/** Whether a change close to two levels is theirs: connected with them, and of no other move or time. */
function isBound(sentence: Sentence, { pair, delta, gap }: { pair: Pair; delta: Delta; gap: Gap }): boolean {
  if (gap.size > 12 || !isConnected(sentence.items, gap.from, gap.until)) return false
  if (hasNearer(sentence, delta, gap)) return false
  if (hasOtherMove(sentence, gap) || isInserted(sentence, pair, delta)) return false
  return !isOfEarlier(sentence, delta, [pair.from, pair.to])
}

/** "fell by 10% and 20% respectively, burglary from 2,000 to 1,800 and robbery from 500 to 400": the first with the first. */
function respective(sentence: Sentence, pairs: readonly Pair[]): StatedChange[] {
  const { items } = sentence
  const end = items.findIndex((item) => item.lower === 'respectively')
  const shares = items.flatMap((item, at) => (item.quantity?.unit === 'percent' && at < end ? [at] : []))
  const [first] = shares
  const levels = pairs.filter(({ how }) => how === 'from-to').toSorted((a, b) => a.from - b.from)
  if (end < 0 || first === undefined || shares.length < 2 || levels.length !== shares.length) return []
  const verb = leftwards(items, first, 4, (item) => directionOf(item.lower) !== 0)
  const direction = directionOf(items[verb]?.lower ?? '')
  return levels.flatMap((pair, nth): StatedChange[] => {
    const at = shares[nth]
    if (at === undefined || verb < 0) return []
    return [{ sentence, pair, delta: { at, direction, from: at, until: at, isSure: true }, isTight: true }]
  })
}

/** "from £3.8m to £3.5m (8%)", "from £131m to £137m, or 4.7%": a percentage right behind two levels is their change. */
function trailingShares(sentence: Sentence, pairs: Pair[], known: Delta[]): Delta[] {
  const { items } = sentence
  const taken = new Set(known.map((delta) => delta.at))
  return pairs.flatMap((pair): Delta[] => {
    const last = Math.max(pair.from, pair.to)
    if (pair.how !== 'from-to' || items[pair.to]?.quantity?.unit === 'percent') return []
    const at = rightwards(items, last, 8, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
    const isAside =
      /^(\(|or|,|is|was|represents|representing)$/.test(items[at - 1]?.lower ?? '') &&
      /^(\)|\.|,|;|)$/.test(items[at + 1]?.text ?? '')
    if (items[at]?.quantity?.unit !== 'percent' || taken.has(at) || !isAside || !isConnected(items, last, at)) return []
    const before = leftwards(items, Math.min(pair.from, pair.to), 8, (item) => directionOf(item.lower) !== 0)
    return [{ at, direction: directionOf(items[before]?.lower ?? ''), from: at, until: at, isSure: true }]
  })
}

type Gap = { from: number; until: number; size: number }

/** What stands between a pair and a stated change; a change between the two levels has no gap at all. */
function gapBetween(pair: Pair, delta: Delta): Gap | undefined {
  const low = Math.min(pair.from, pair.to)
  const high = Math.max(pair.from, pair.to)
  if (delta.until < low) return { from: delta.until, until: low, size: low - delta.until }
  if (delta.from > high) return { from: high, until: delta.from, size: delta.from - high }
  return { from: delta.from, until: delta.from, size: 0 }
}

/** Another word of direction between a pair and a change: the pair is that word's. */
const hasOtherMove = (sentence: Sentence, gap: Gap) =>
  sentence.items
    .slice(gap.from + 1, gap.until)
    .some((item) => directionOf(item.lower) !== 0 && !isComparative(item.lower))

/** "Burglary fell 6%, theft 4% (1,200 to 1,152)": the levels are those of the percentage that stands nearer. */
const hasNearer = ({ items }: Sentence, { at }: Delta, gap: Gap) =>
  items[at]?.quantity?.unit === 'percent' &&
  items
    .slice(gap.from + 1, gap.until)
    .some(
      (item, nth, all) => item.quantity?.unit === 'percent' && !/^(or|\(|of|from|to)$/.test(all[nth - 1]?.lower ?? ''),
    )

/** ", although robbery fell by 9%, took the total from …": what is put in between says nothing of the levels behind it. */
function isInserted({ items }: Sentence, pair: Pair, delta: Delta): boolean {
  const end = rightwards(items, delta.until, 8, (item) => item.text === ',')
  if (end < 0 || end >= Math.min(pair.from, pair.to) || /^(from|to)$/.test(items[end + 1]?.lower ?? '')) return false
  const start = leftwards(items, delta.from, 10, (item) => item.text === ',')
  return start >= 0 && /^(although|though|while|whilst|whereas|despite|but)$/.test(items[start + 1]?.lower ?? '')
}

/** "will fall from £14m to £13m, having risen by £3m since 2019": a move of another time, the other way. */
export function isOfEarlier({ items }: Sentence, delta: Delta, levels: readonly number[]): boolean {
  const isBehind = levels.every((at) => at < delta.from)
  return isBehind && /^(having|after|following|despite)$/.test(items[delta.from - 1]?.lower ?? '')
}

/** Whether the grammar binds the change to the pair, so that nothing else can be meant. */
function isTight(sentence: Sentence, pair: Pair, delta: Delta, gap: Gap): boolean {
  const others = sentence.items.slice(gap.from + 1, gap.until).filter((item) => item.kind === 'quantity').length
  return delta.isSure && others === 0 && pair.how !== 'aside' && gap.size <= 8
}
