import {
  type AmountPair,
  type Item,
  type Prose,
  proseOf,
  type RelativeFigure,
  relativeFigures,
  type Sentence,
} from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { areSlipApart, printedDigits, type Quantity } from '#modules/quantities/index.js'
import { askedAsWorkedOut } from './asked-figures.js'
import { spokenOf } from './spoken-places.js'
import { isOtherResult, isWorkedOut, mayBeWorkedOut, type Terms, wouldFollow } from './worked-arithmetic.js'

/**
 * Percentages, points and rates that no other check has spoken of, found by arithmetic alone: no two amounts near one
 * give it, and one other digit in one of the three would. A person is asked, since they may not belong together.
 */
export function checkLeftOver(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const spoken = spokenOf(document, findings)
  return prose.sentences.flatMap((sentence) =>
    relativeFigures(sentence).flatMap((figure) => {
      const item = figure.sentence.items[figure.at]
      return item && !spoken(prose.quote(item)) ? (asked(prose, figure) ?? []) : []
    }),
  )
}

/** One way to take a figure: by what rule, of which two amounts. */
type Reading = { readonly rule: RelativeFigure['rules'][number]; readonly pair: AmountPair }

function asked(prose: Prose, { sentence, at, rules, near, bound }: RelativeFigure): Finding | undefined {
  const { items } = sentence
  const own = items[at]?.quantity
  if (
    !own ||
    isOfBefore(sentence, own) ||
    near.some(
      (pair) => !isMiscopied(items, pair, bound) && rules.some((rule) => comesOut(own, rule, termsAt(items, pair))),
    )
  )
    return undefined
  const others = items.flatMap(({ quantity }) =>
    quantity && quantity !== own && quantity.unit === own.unit ? quantity : [],
  )
  const isFree = (pair: AmountPair) =>
    !others.some((other) => rules.some((rule) => comesOut(other, rule, termsAt(items, pair))))
  const isTelling = (pair: AmountPair) =>
    [...(own.unit === 'points' ? [] : [own]), ...termsAt(items, pair)].every(
      (figure) => printedDigits(figure).length > 1,
    )
  const readings = bound
    .filter((pair) => isTelling(pair) && isFree(pair))
    .flatMap((pair) => rules.map((rule): Reading => ({ rule, pair })))
  const slip = readings.find(({ rule, pair }) => wouldFollow({ rule, own, isFromTo: false }, termsAt(items, pair)))
  if (!slip) return undefined
  const quotes = [at, ...slip.pair].flatMap((place) => items[place] ?? []).map((item) => prose.quote(item))
  return askedAsWorkedOut(quotes, slip.rule, [own, ...termsAt(items, slip.pair)])
}

/** "8,010 among 42,000, 20.5%; 8,610 to 9,185": what is one digit from an amount of its own is that amount, and no other. */
const isMiscopied = (items: readonly Item[], pair: AmountPair, bound: readonly AmountPair[]) =>
  !bound.includes(pair) &&
  bound.some((own) => {
    const [one, other] = [own, pair].map((places) => places.filter((at) => own.includes(at) !== pair.includes(at)))
    const [first, second] = [one, other].map((places) => items[places?.[0] ?? -1]?.quantity)
    return first && second && one?.length === 1 && printedDigits(first).length > 2 && areSlipApart(first, second)
  })

/** "14,870 were thefts, 39% of the whole, and 9,933, 26%, violence": shares of a larger amount in the sentence before. */
const isOfBefore = ({ items, previous }: Sentence, own: Quantity): boolean => {
  const amounts = items.flatMap(({ quantity }) => (quantity && quantity !== own ? quantity : []))
  const wholes = previous?.items.flatMap(({ quantity }) => quantity ?? []) ?? []
  return wholes.some(
    (whole) =>
      amounts.every(({ shown }) => shown < whole.shown) &&
      amounts.some(
        (part) => part.unit === whole.unit && isWorkedOut({ rule: 'share', own, isFromTo: false }, [part, whole]),
      ),
  )
}

function termsAt(items: readonly Item[], pair: AmountPair): Terms {
  const [first, second] = pair.map((at) => items[at]?.quantity)
  if (!first || !second) throw new Error('A pair of amounts has two quantities')
  return [first, second]
}

/** Whether the figure follows from the two, or from one of them and what both come to. */
const comesOut = (own: Quantity, rule: Reading['rule'], terms: Terms): boolean =>
  mayBeWorkedOut({ rule, own, isFromTo: false }, terms) || isOtherResult(own, terms)
