import {
  type ChangeFigure,
  changeFigures,
  type Item,
  isAmount,
  type Prose,
  proseOf,
  type Sentence,
} from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { isOneSlip, printedDigits, type Quantity, slipsOf } from '#modules/quantities/index.js'
import { askedAsTurned, askedAsWorkedOut } from './asked-figures.js'
import {
  areOfOneSize,
  arePair,
  follows,
  isOneDigitOff,
  isSizeOf,
  isSlipped,
  mayFollow,
  type Pair,
  pairsAcross,
  pairsAmong,
  ruleOf,
  saysSize,
  termsOf,
} from './carried-pairs.js'
import { spokenOf } from './spoken-places.js'
import { isWorkedOut } from './worked-arithmetic.js'

/**
 * Percentages of change of which one level, or both, stand a sentence or three earlier: "We logged 7,212. … The year before
 * it was 6,010, so the desk is 20% busier." Where no two amounts near give the change, but would with one other digit, a person is asked.
 */
export function checkCarriedChanges(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const spoken = spokenOf(
    document,
    findings.filter(({ verdict }) => verdict !== 'holds'),
  )
  return prose.sentences.flatMap((sentence, at) => {
    const changes = changeFigures(sentence)
    if (changes.length === 0) return []
    const earlier = levelsBefore(prose.sentences, at)
    return changes.flatMap((change) => {
      const before = change.beyond.length > 0 ? [change.beyond, ...earlier] : earlier
      const next = levelsAfter(prose.sentences, at)
      return spoken(prose.quote(change.own)) ? [] : (asked(prose, { change, before, next }) ?? [])
    })
  })
}

const SENTENCES_BACK = 3

/** The amounts of each of the sentences before, the nearest first, as far as the heading over them. */
function levelsBefore(sentences: readonly Sentence[], at: number): Item[][] {
  const near: Item[][] = []
  for (let back = 1; back <= SENTENCES_BACK; back += 1) {
    const sentence = sentences[at - back]
    if (!sentence || sentence.kind === 'heading') break
    near.push(levelsIn(sentence))
  }
  return near
}

const levelsIn = ({ items }: Sentence) =>
  items.filter(({ quantity }) => isAmount(quantity) || isLevelInPercent(quantity))

/** The amounts of the sentence behind, in the same passage. */
function levelsAfter(sentences: readonly Sentence[], at: number): Item[] {
  const next = sentences[at + 1]
  return next && next.previous === sentences[at] ? levelsIn(next) : []
}

const isLevelInPercent = (quantity: Quantity | undefined) => quantity?.unit === 'percent' && !quantity.isRange

type Near = {
  readonly change: ChangeFigure
  readonly before: readonly (readonly Item[])[]
  readonly next: readonly Item[]
}

function asked(prose: Prose, near: Near): Finding | undefined {
  const { change } = near
  const { quantity: own } = change.own
  if (!own || isSmallMark(own)) return undefined
  const turned = turnedPair(own, change)
  if (turned) return askedAsTurned([change.own, ...turned].map((item) => prose.quote(item)))
  const size = sizePair(own, change)
  if (size && change.isSaidTwice) return question(prose, change.own, size)
  if (change.closed && isMissed(own, change, change.closed)) return question(prose, change.own, change.closed)
  if (isExplained(own, near)) return undefined
  const pair = boundPairs(own, near).find((one) => isSlipped(own, one) && isFree(change, one)) ?? size
  return pair && question(prose, change.own, pair)
}

const MOST_PAIRS = 60

/** Two amounts near give the change, or its own size does of a level; where its base is named, one amount and that. */
function isExplained(own: Quantity, { change, before, next }: Near): boolean {
  const { levels, sizes, base } = change
  const near = [...before.flat(), ...next]
  if (base)
    return (
      pairsAcross([base], [...levels, ...near]).some(
        (pair) => mayFollow(own, pair, true) && goesAsSaid(change, pair),
      ) ||
      pairsAmong(levels.filter((level) => level !== base)).some((pair) => follows(own, termsOf(pair))) ||
      saysSize(own, sizes, [base])
    )
  const [last = [], first = []] = before
  const across = pairsAcross(levels, near).filter((pair) => !isMiscopiedLevel(levels, pair))
  const pairs = [...pairsAmong(levels), ...(levels.length > 0 ? across : pairsAcross(last, first))]
  if (pairs.some((pair) => mayFollow(own, pair, false, change.direction === 0))) return true
  if (
    before.some((one) =>
      pairsAmong(one)
        .slice(0, MOST_PAIRS)
        .some((pair) => follows(own, termsOf(pair))),
    )
  )
    return true
  return levels.length < 2 && saysSize(own, sizes, [...levels, ...near])
}

/** One slip makes it of the two beside it, and neither two amounts of its sentence give it nor its size as far as they are apart. */
function isMissed(own: Quantity, change: ChangeFigure, closed: Pair): boolean {
  const levels = [...new Set([...change.levels, ...closed])]
  const sizes = change.sizes.filter((size) => change.sizes.length > 1 || mayFollow(size.quantity ?? own, closed))
  return (
    isSlipped(own, closed) &&
    isFree(change, closed) &&
    !isWorkedOut({ rule: 'share', own, isFromTo: false }, termsOf(closed)) &&
    !pairsAmong(levels).some((pair) => followsAsSaid(own, change, pair)) &&
    !saysSize(own, sizes, levels)
  )
}

/** What rose by a quarter did so from the lesser of the two, what fell from the greater; else of either. */
function followsAsSaid(own: Quantity, { direction }: ChangeFigure, pair: Pair): boolean {
  const [one, other] = termsOf(pair)
  if (direction === 0) return follows(own, [one, other]) || mayFollow(own, pair, true)
  return mayFollow(own, one.shown < other.shown === direction > 0 ? pair : [pair[1], pair[0]], true)
}

/** "54% … now 50%, a rise of four points", "£4.4m against an allocation of £4.6m, an overspend of 2.8%": right but for its sign. */
function turnedPair(own: Quantity, change: ChangeFigure): Pair | undefined {
  const [one, other, ...more] = change.closed ?? change.levels
  const { earlier } = change
  if (!one || !other || more.length > 0 || !earlier || !arePair(one, other)) return undefined
  const isTurned = !goesAsSaid(change, [earlier, one === earlier ? other : one])
  return isTurned && follows(own, termsOf([one, other])) ? [one, other] : undefined
}

/** "It cost £8,100. … Last year it cost £7,500, so the £8,700 is 8% more": one digit apart, they are the same figure. */
const isMiscopiedLevel = (levels: readonly Item[], [level, far]: Pair) =>
  levels.some(
    ({ quantity }) =>
      quantity !== level.quantity &&
      quantity?.unit === far.quantity?.unit &&
      isOneSlip(quantity?.shown ?? 0, far.quantity?.shown ?? 0, quantity?.precision),
  )

/** The two of its sentence; one of it and one near, as many sentences away as the figure is telling; else the two before. */
function boundPairs(own: Quantity, near: Near): readonly Pair[] {
  const { levels, sizes, bases, base, isTied, hasRate } = near.change
  const others = levels.filter((level) => level !== base)
  if (base && others.length > 0)
    return [
      ...pairsAcross([base], others).filter((pair) => others.length === 1 || areOfOneSize(pair)),
      ...pairsNear(own, near, [base]),
    ]
  const inside = pairsAmong(levels)
  if (inside.length > 0) return isTied || own.unit === 'points' ? onlyPair(own, near.change, inside) : []
  if ((hasRate && !base) || saysSize(own, sizes, levels)) return []
  if (levels.length === 0) return pairBefore(own, near)
  return base || (bases.length > 0 && isTied && isTelling(own)) ? pairsNear(own, near) : []
}

/** The only two of its sentence, where one is said to be the earlier or the change is told finely and alone. */
const onlyPair = (own: Quantity, { levels, bases, rivals }: ChangeFigure, inside: readonly Pair[]) =>
  levels.length === 2 && (bases.length > 0 || (isFine(own) && rivals.length === 0)) ? inside : []

/** Its level with those of the sentences before it, the nearest first, and of the one behind it where its base is named. */
function pairsNear(own: Quantity, { change: { levels, base }, before, next }: Near, from = levels): Pair[] {
  const isAlone = base !== undefined && before.every((one) => pairsAcross(from, one).length === 0)
  return (isAlone ? [next] : before)
    .map((one) => pairsAcross(from, one).filter((pair) => areOfOneSize(pair) || isOneDigitOff(own, pair)))
    .filter((pairs) => pairs.length > 0)
    .slice(0, isFine(own) ? SENTENCES_BACK : 1)
    .flat()
}

/** "That is 12% more", of the two amounts before it, in one sentence or in two. */
function pairBefore(own: Quantity, { change: { sizes, isOnly }, before }: Near): Pair[] {
  if (sizes.length > 0 || !isOnly) return []
  const [last = [], first = []] = before.map((one) =>
    one.filter(({ quantity }) => own.unit === 'points' || isAmount(quantity)),
  )
  if (last.length === 2) return pairsAmong(last)
  return last.length === 1 && first.length === 1 ? pairsAcross(first, last) : []
}

/** "+0.3 points" behind a figure of a list says too little to bind it. */
const isSmallMark = (own: Quantity) => own.unit === 'points' && own.sign !== '' && printedDigits(own).length < 2

/** Points are counted in few digits, and one more tells little. */
const isTelling = (own: Quantity) => own.unit === 'points' || printedDigits(own).length > 1

/** "beaten by 18 officers, 1.0%" with its only level; "£0.5m or 8.5% over" with either of two. */
function sizePair(own: Quantity, { sizes, levels, isSaidTwice }: ChangeFigure): Pair | undefined {
  if (sizes.length !== 1 || levels.length > (isSaidTwice ? 2 : 1) || saysSize(own, sizes, levels)) return undefined
  const pairs = pairsAcross(sizes, levels)
  if (isSaidTwice && pairs.some((pair) => mayFollow(own, pair))) return undefined
  return pairs.find((pair) => {
    const [size, level] = termsOf(pair)
    return (
      slipsOf(own).some((other) => isSizeOf(other, [size, level])) ||
      slipsOf(level).some((other) => isSizeOf(own, [size, other])) ||
      slipsOf(size).some((other) => isSizeOf(own, [other, level]))
    )
  })
}

/** Of a change whose base is named the other amount lies on the side that the words say. */
const goesAsSaid = ({ direction }: ChangeFigure, pair: Pair) => {
  const [base, other] = termsOf(pair)
  return direction === 0 || Math.sign(other.shown - base.shown) === direction
}

/** "22.4%" tells more than "20%". */
const isFine = (own: Quantity) => own.unit === 'percent' && own.precision < 1

/** No other percentage of the sentence is the change between the two. */
const isFree = ({ rivals, own }: ChangeFigure, pair: Pair) =>
  !rivals.some(({ quantity }) => quantity?.unit === own.quantity?.unit && quantity && follows(quantity, termsOf(pair)))

function question(prose: Prose, own: Item, pair: Pair): Finding | undefined {
  const quotes = [own, ...pair].map((item) => prose.quote(item))
  return own.quantity && askedAsWorkedOut(quotes, ruleOf(own.quantity), [own.quantity, ...termsOf(pair)])
}
