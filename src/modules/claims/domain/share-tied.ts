import { printedDigits } from '#modules/quantities/index.js'
import { deltasIn } from './change-words.js'
import { looseDeltas } from './change-words-loose.js'
import type { Item, Sentence } from './claim.js'
import { isMoving, isShare } from './share-heads.js'
import { partsApart } from './share-tied-apart.js'
import { isSized, partsOf, type TiedPart } from './share-tied-part.js'
import { isWholeOf, type Scope, wholesOf } from './share-tied-whole.js'

/** A share with one amount that is tied to it, the wholes that the words point to, and all of which it might be instead. */
export type TiedShare = {
  readonly percent: Item
  readonly part: Item
  readonly wholes: readonly Item[]
  readonly around: readonly Item[]
  /** Those of them that stand in its own sentence. */
  readonly beside: readonly Item[]
  /** The words name the whole in the share's own sentence. */
  readonly isFirm: boolean
  /** The part stands in another sentence, and might be any amount near it. */
  readonly isApart?: boolean
}

const BACK = 8
const AHEAD = 2
const MOST_ITEMS = 120

/** Every share of a sentence, in words or figures, with an amount beside it and a whole that its words point to. */
export function tiedShares(sentences: readonly Sentence[], at: number): TiedShare[] {
  const own = sentences[at]
  if (!own || own.items.length > MOST_ITEMS || !own.items.some(isShare)) return []
  const before = sentences.slice(Math.max(0, at - BACK), at).toReversed()
  const scope: Scope = { sentence: own, before, ahead: sentences.slice(at + 1, at + 1 + AHEAD) }
  const deltas = deltasIn(own)
  const moved = new Set([...deltas, ...looseDeltas(own, deltas)].map((delta) => delta.at))
  return own.items.flatMap((item, place) => {
    if (!isShare(item) || moved.has(place) || isMoving(own.items, place) || isOfOther(own.items, place)) return []
    const apart = tiedApart(scope, place)
    const beside = partsOf(own.items, place).flatMap((part) =>
      [tied(scope, place, part), tiedIfSmaller(scope, place, part)].flatMap((one) => one ?? []),
    )
    const others = beside.filter(({ part }) => !apart.some(({ wholes }) => wholes.includes(part)))
    return others.length > 0 ? others : apart
  })
}

const otherWord =
  /^(target|targets|goal|national|nationally|inflation|average|regional|vat|interest|higher|lower|discount|margin|confidence|turnout|satisfaction|trust)$/

/** "500 signed up, 45% of them under 30": of the number before it, and of a part that is not told. */
const isOfThem = (items: readonly Item[], at: number) =>
  items[at + 1]?.lower === 'of' &&
  /^(them|whom|which)$/.test(items[at + 2]?.lower ?? '') &&
  /^(under|over|aged|women|men)\b/.test(items[at + 3]?.lower ?? '')

/** "against a target of 90%", "5% higher": a percentage of nothing that is counted here. */
const isOfOther = (items: readonly Item[], at: number) =>
  items[at - 1]?.lower === 'than' ||
  isOfThem(items, at) ||
  items[at]?.quantity?.perTime !== undefined ||
  (/^(a|an|per|each)$/.test(items[at + 1]?.lower ?? '') && /^(year|annum)$/.test(items[at + 2]?.lower ?? '')) ||
  (items[at - 1]?.lower === 'to' && items[at + 1]?.text !== '(') ||
  /^(under|over|at-)/.test(items[at]?.quantity?.approx ?? '') ||
  items.slice(Math.max(0, at - 4), at).some(({ lower }) => otherWord.test(lower)) ||
  /^(more|fewer|less|smaller|larger|bigger|cheaper|dearer|faster|slower|higher|lower|up|down|above|below|increase|reduction|rise|fall|drop|cut|points?|discount|margin|target|level|confidence)$/.test(
    items[at + 1]?.lower ?? '',
  )

/** A share with its whole, whose part is named elsewhere: any amount near might be it. */
function tiedApart(scope: Scope, at: number): TiedShare[] {
  const [percent, found] = [scope.sentence.items[at], partsApart(scope, at)]
  if (!percent || !found) return []
  const { wholes, parts } = found
  return parts.map((part) => ({ percent, part, wholes, around: [], beside: [], isFirm: true, isApart: true }))
}

/** Wholes that the part may be of if its first digit should be a one: of 260 persons no 851 can be 58%, but 151. */
function tiedIfSmaller({ sentence, ...rest }: Scope, at: number, read: TiedPart): TiedShare | undefined {
  const part = sentence.items[read.place]
  const smaller = part && withFirstDigitOne(part)
  if (!part || !smaller || read.pair !== undefined) return undefined
  const found = tied({ ...rest, sentence: { ...sentence, items: sentence.items.with(read.place, smaller) } }, at, read)
  const wholes = found?.wholes.filter(({ quantity }) => (quantity?.shown ?? 0) < (part.quantity?.shown ?? 0)) ?? []
  return found && wholes.length > 0 ? { ...found, part, wholes } : undefined
}

function withFirstDigitOne(item: Item): Item | undefined {
  const digits = item.quantity ? printedDigits(item.quantity) : ''
  if (!item.quantity || item.quantity.inWords || digits.length < 3 || digits.startsWith('1')) return undefined
  const shown = Number(`1${digits.slice(1)}`) * item.quantity.precision
  return { ...item, quantity: { ...item.quantity, shown, low: shown, high: shown } }
}

function tied(scope: Scope, at: number, { place, pair }: TiedPart): TiedShare | undefined {
  const { items } = scope.sentence
  const [percent, part] = [items[at], items[place]]
  if (!percent || !part) return undefined
  const found = pair === undefined ? wholesOf(scope, at, place) : { wholes: [items[pair]], isFirm: true }
  const wholes = found.wholes.flatMap((item) => (item && isWholeOf(item, part) ? [item] : []))
  if (wholes.length === 0) return undefined
  const near = [scope.sentence, ...scope.before, ...scope.ahead].flatMap((one) => one.items)
  const around = (found.isFirm && !percent.quantity?.inWords ? items : near).filter(
    (item) => item !== percent && isSized(item),
  )
  return { percent, part, wholes, around, beside: items.filter(isSized), isFirm: found.isFirm }
}
