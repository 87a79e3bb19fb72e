import { comparedUnit, isPlain, printedDigits } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { singular } from './claim-words.js'
import { isMoving, isShare } from './share-heads.js'
import { amountBehind, isSized } from './share-tied-part.js'

/** A sentence with those before it, the nearest first, and those behind it. */
export type Scope = {
  readonly sentence: Sentence
  readonly before: readonly Sentence[]
  readonly ahead: readonly Sentence[]
}

/** How many sentences back "them" or "the whole" may lead. */
const COUNTED = 4

/** The amounts that may be the whole of a part, and whether its own sentence names them. */
type Wholes = { readonly wholes: readonly (Item | undefined)[]; readonly isFirm: boolean }

const none: Wholes = { wholes: [], isFirm: false }

/** Where the words lead from the share or its part: to an amount, back to what was counted, or to a thing with its number. */
export function wholesOf(scope: Scope, at: number, place: number): Wholes {
  const { items } = scope.sentence
  for (const from of [at, place]) {
    if (items[from + 1]?.lower !== 'of' && !isNounOf(items, from)) continue
    const lead = items[from + 1]?.lower === 'of' ? from + 1 : from + 2
    const named = amountBehind(items, lead, place)
    if (named !== undefined) return { wholes: [items[named]], isFirm: true }
    if (isPointing(items, lead)) return counted(scope, place, at)
    const wholes = ofThing(scope, nounsFrom(items, lead + 1), items[place])
    return wholes.length > 0 || !isLong(items[at], items[place])
      ? { wholes, isFirm: false }
      : { ...counted(scope, place, at), isFirm: false }
  }
  return unnamed(scope, at, place)
}

/** Where "of the net budget" leads from a share: to amounts of that name. */
export const wholesNamed = (scope: Scope, at: number): Item[] =>
  scope.sentence.items[at + 1]?.lower === 'of'
    ? ofNouns([scope.sentence, ...scope.before], nounsFrom(scope.sentence.items, at + 2), ({ items }) =>
        items.filter(isSized),
      )
    : []

/** Enough digits that a chance match with an amount of another name is unlikely. */
const isLong = (...figures: readonly (Item | undefined)[]) =>
  figures.every((item) => item?.quantity && isPlain(item.quantity)) &&
  figures.map((item) => (item?.quantity ? printedDigits(item.quantity) : '')).join('').length >= LONG
const LONG = 5

/** "34 officers of the …", not "34 of the". */
const isNounOf = (items: readonly Item[], from: number) =>
  items[from]?.quantity?.unit !== 'percent' && items[from + 1]?.kind === 'word' && items[from + 2]?.lower === 'of'

const pointing = /^(them|it|everybody|everyone|total|whole|lot|number|us|which|whom|sum|first|same|overall)$/
const naming = /^(these|those|this|that|all)$/

/** "of them", "of the whole", "of those searched"; but "of all cars" names a thing. */
function isPointing(items: readonly Item[], of: number): boolean {
  const isSmall = /^(the|our|its|their|a)$/.test(items[of + 1]?.lower ?? '')
  const at = isSmall ? of + 2 : of + 1
  const [word, next] = [items[at]?.lower ?? '', items[at + 1]]
  if (!naming.test(word)) return pointing.test(word)
  return next?.kind !== 'word' || next.lower.endsWith('ed') || followed.test(next.lower)
}

const followed = /^(who|that|which|were|was|are|is|had|have|in|of|at|on|with|we|they|these|those|them|or|and)$/

/** An amount of the part's unit, not much smaller than it. */
export const isWholeOf = ({ quantity }: Item, part: Item) => {
  const own = part.quantity
  if (!quantity || !own || comparedUnit(quantity) !== comparedUnit(own) || quantity.isRange || quantity.perTime)
    return false
  const isOtherSort = own.inWords !== quantity.inWords && quantity.shown >= 100
  const isBound = quantity.approx !== undefined && quantity.approx !== 'around'
  return quantity.shown > own.shown * 0.5 && quantity.shown !== own.shown && !isOtherSort && !isBound
}

/** A larger amount that is not itself some share: "1,856 (58%), 864 (27%)" are parts, both of them. */
const isLarger = (items: readonly Item[], at: number, part: Item | undefined, own?: Item) => {
  const item = items[at]
  if (!item || part === undefined || item === part || !isSized(item) || !isWholeOf(item, part)) return false
  if (isOutOf(items, at) && items.some((other) => other === part)) return false
  return sizeOf(item) > sizeOf(part) && !hasShare(items, at, own)
}

const largerIn = (items: readonly Item[], part: Item | undefined, own?: Item) =>
  items.filter((_, at) => isLarger(items, at, part, own))

/** "1,856 would (58%)", "78% felt safer (1,856)", "1,856, 58%": an amount with a share of its own. */
function hasShare(items: readonly Item[], at: number, own?: Item): boolean {
  if (isWholeOfPair(items, at)) return false
  if (items[at - 1]?.text === '(' && items[at + 1]?.text === ')' && followsShare(items, at, own)) return true
  const next = items.slice(at + 1, at + 10)
  const share = next.findIndex(isShare)
  const gap = next.slice(0, share)
  if (share < 1 || next[share] === own) return false
  if (gap.some((item, nth) => item.quantity?.unit === 'count' || isPast(gap, nth))) return false
  return gap.slice(-2).some(({ lower }) => /^(\(|,|or|:)$/.test(lower)) && !isMoving([...items], at + 1 + share)
}

/** "21 of the 133, 15.8%": the share is that of the 21. */
const isWholeOfPair = (items: readonly Item[], at: number) =>
  [at - 1, at - 2].some((of) => items[of]?.lower === 'of' && (isSized(items[of - 1]) || isSized(items[of - 2])))

const isPast = (gap: readonly Item[], nth: number) =>
  /^([.;]|and)$/.test(gap[nth]?.lower ?? '') ||
  (gap[nth]?.lower === 'of' && !/^(them|these|those)$/.test(gap[nth + 1]?.lower ?? ''))

function followsShare(items: readonly Item[], at: number, own?: Item): boolean {
  const lead = items.slice(Math.max(0, at - 9), at - 1)
  const share = lead.findLastIndex(isShare)
  return (
    share >= 0 && lead[share] !== own && !lead.slice(share + 1).some(({ quantity, text }) => quantity || text === '.')
  )
}

/** "192 of 240": a part itself. */
const isOutOf = (items: readonly Item[], at: number) =>
  items[at + 1]?.lower === 'of' && [at + 2, at + 3].some((next) => isSized(items[next]))

const sizeOf = ({ quantity }: Item) => quantity?.shown ?? 0

/** The amounts before it in its sentence; else those of the sentences near that have a larger one. */
function counted(scope: Scope, place: number, at: number): Wholes {
  const { items } = scope.sentence
  const part = items[place]
  const own = largerIn(items.slice(0, Math.min(place, at)), part, items[at])
  if (own.length > 0) return { wholes: own.slice(-2), isFirm: own.length === 1 }
  const near = [...scope.before.slice(0, COUNTED), ...(items[at + 1]?.lower === 'of' ? scope.ahead : [])]
  const found = near.flatMap((one) => largerIn(one.items, part).slice(-2))
  return { wholes: found.slice(0, 3), isFirm: false }
}

const small =
  /^(the|a|an|our|its|their|his|her|all|total|whole|own|year's|this|that|these|those|recorded|reported|net|gross|other)$/

/** The first words of a name: "of the net budget", "of officers' days". */
function nounsFrom(items: readonly Item[], from: number): string[] {
  const run = items.slice(from, from + 6).filter(({ text }) => !/^['’]$/.test(text))
  const stop = run.findIndex(
    (item) =>
      item.kind !== 'word' || /^(in|on|at|by|with|who|that|were|was|is|are|and|or|from|for|to)$/.test(item.lower),
  )
  return (stop < 0 ? run : run.slice(0, stop))
    .filter(({ lower }) => !small.test(lower) && lower.length > 3)
    .map(({ lower }) => singular(lower.replace(/['’]s?$/, '')))
}

/** Amounts of the thing that the words name: "2,318 officers" for "of officers", the nearest two. */
function ofThing(scope: Scope, nouns: readonly string[], part: Item | undefined): Item[] {
  return part ? ofNouns([scope.sentence, ...scope.before], nouns, ({ items }) => largerIn(items, part)) : []
}

function ofNouns(from: readonly Sentence[], nouns: readonly string[], amounts: (one: Sentence) => Item[]): Item[] {
  const [head] = nouns.slice(-1)
  if (!head) return []
  return from
    .flatMap((one) =>
      amounts(one)
        .filter((item) => isNamed(one.items, one.items.indexOf(item), head))
        .toReversed(),
    )
    .slice(0, 2)
}

const isNamedSo = ({ kind, lower }: Item, noun: string) =>
  kind === 'word' &&
  (singular(lower) === noun || (lower.slice(0, 5) === noun.slice(0, 5) && Math.abs(lower.length - noun.length) <= 3))

/** Whether the words right behind an amount, or those that lead to it, name a thing. */
export const isNamed = (items: readonly Item[], at: number, noun: string) => {
  const behind = items.slice(at + 1, at + 4)
  const stop = behind.findIndex(
    (item) => item.kind !== 'word' || /^(of|in|on|at|to|by|for|and|were|was|from|with)$/.test(item.lower),
  )
  const own = stop < 0 ? behind : behind.slice(0, stop)
  return own.some((item) => isNamedSo(item, noun)) || isBefore(items, at, noun)
}

/** "a programme of £18.5m", "Searches numbered 4,944", "Reports: 327". */
function isBefore(items: readonly Item[], at: number, noun: string): boolean {
  const lead = items.slice(Math.max(0, at - 6), at)
  const from = lead.findLastIndex((item) => item.quantity !== undefined || /^[.,;()]$/.test(item.text))
  return lead.slice(from + 1).some((item) => isNamedSo(item, noun))
}

/** No "of": the head of its sentence, the only larger amount of it, or the number of the same thing before it. */
function unnamed(scope: Scope, at: number, place: number): Wholes {
  const { items } = scope.sentence
  const part = items[place]
  const head = /^(of|from|among)$/.test(items[0]?.lower ?? '') ? amountBehind(items, 0, place) : undefined
  if (head !== undefined) return { wholes: [items[head]], isFirm: true }
  const opens = /^(of|among)$/.test(items[0]?.lower ?? '')
  if (opens && isPointing(items, 0)) return counted(scope, place, at)
  const named = opens ? ofThing(scope, nounsFrom(items, 1), part) : []
  if (named.length > 0) return { wholes: named, isFirm: false }
  const larger = largerIn(items, part, items[at])
  if (larger.length > 0)
    return larger.length === 1 ? { wholes: larger, isFirm: isOneThought(items, at, larger[0]) } : none
  const nouns = nounsFrom(items, place + 1)
  if (nouns.length > 0)
    return { wholes: ofThing(scope, nouns, part).filter((item) => part && sizeOf(item) > sizeOf(part)), isFirm: false }
  return scope.sentence.previous || scope.sentence.leadIn ? { ...counted(scope, place, at), isFirm: false } : none
}

const isOneThought = (items: readonly Item[], at: number, whole: Item | undefined) => {
  const other = whole ? items.indexOf(whole) : -1
  return !items.slice(Math.min(at, other), Math.max(at, other)).some(({ lower }) => /^(while|whereas|but)$/.test(lower))
}
