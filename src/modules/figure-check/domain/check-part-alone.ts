import { type Item, type Prose, periodFor, proseOf, type Sentence, singular } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inUnit, isPlain, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** One month, quarter or campaign "alone" with more than the whole year beside it: a part larger than its whole. */
export const checkPartAlone: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence, index) => {
    const alone = sentence.items.findIndex((item) => item.lower === 'alone')
    const next = prose.sentences[index + 1]
    const homes = [sentence, sentence.previous, next?.previous === sentence ? next : undefined]
    return alone < 0 ? [] : inSentence(prose, { sentence, alone, homes: homes.filter((home) => home !== undefined) })
  })
}

type Alone = { sentence: Sentence; alone: number; homes: Sentence[] }

function inSentence(prose: Prose, { sentence, alone, homes }: Alone): Finding[] {
  if (!isShort(sentence.items, alone)) return []
  const part = partNear(sentence.items, alone)
  const own = part?.quantity
  if (!part || !own) return []
  const wholes = homes.flatMap((home) =>
    home.items.filter((item, at) => item !== part && isYearly(home, at) && isLike(own, item.quantity)),
  )
  const [whole] = wholes
  const size = whole?.quantity
  if (!whole || !size || wholes.length !== 1 || own.low <= size.high || isOtherThing(sentence, part, homes, whole))
    return []
  return [
    findingOf({
      kind: 'magnitude',
      verdict: 'warning',
      quotes: [prose.quote(part), prose.quote(whole)],
      message: `${inUnit(own.shown, own)} in a part of the year alone is more than the ${inUnit(size.shown, size)} of the whole year.`,
      working: `${inUnit(own.shown, own)} > ${inUnit(size.shown, size)}`,
      suggestion: 'Mend one of the two figures, or say what each of them covers.',
    }),
  ]
}

/** "In June alone", "the summer campaign alone", "the second quarter alone". */
const isShort = (items: Item[], alone: number) =>
  items
    .slice(Math.max(0, alone - 3), alone)
    .some(
      (item) =>
        (item.period?.months ?? 12) < 12 ||
        /^(month|quarter|week|weekend|day|campaign|event|phase|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
          item.lower,
        ),
    )

/** The only plain figure of the sentence's half that "alone" stands in. */
function partNear(items: Item[], alone: number): Item | undefined {
  const near = items.filter(({ quantity }, at) => quantity && isPlain(quantity) && Math.abs(at - alone) <= 8)
  const after = items.slice(alone + 1, alone + 9).filter(({ quantity }) => quantity && isPlain(quantity))
  if (near.length === 1) return near[0]
  return after.length === 1 ? after[0] : undefined
}

const isYearly = (home: Sentence, at: number) => {
  const { items } = home
  const period = periodFor(home, at)
  const isWhole = items.some((item) => /^(year|annual|year's)$/.test(item.lower))
  const isMoved = /^(by|than|target|of)$/.test(items[at - 1]?.lower ?? '')
  return !isMoved && (period ? period.months === 12 && period.relation !== 'previous' : isWhole)
}

const isLike = (own: Quantity, other: Quantity | undefined) =>
  other !== undefined &&
  isPlain(other) &&
  other.unit === own.unit &&
  /^(count|pounds)$/.test(own.unit) &&
  !other.perTime

/** Each counts a thing of its own: 4,800 visits are no part of 4,200 calls. A bare number needs a word that points back. */
function isOtherThing(sentence: Sentence, part: Item, homes: Sentence[], whole: Item): boolean {
  const home = homes.find(({ items }) => items.includes(whole)) ?? sentence
  const [own, other] = [nounOf(sentence, part), nounOf(home, whole)]
  if (own !== undefined && other !== undefined) return own !== other
  return !(own === undefined ? sentence : home).items.some(({ lower }) => /^(it|they|them|these|there)$/.test(lower))
}

function nounOf({ items }: Sentence, item: Item): string | undefined {
  const at = items.indexOf(item)
  const next = at < 0 ? undefined : items[at + 1]
  const isNoun = next?.kind === 'word' && /^[a-z]{3,}s$/.test(next.lower) && !/^(was|this|alone)$/.test(next.lower)
  return isNoun ? singular(next.lower) : undefined
}
