import {
  oncePerSentence,
  type Prose,
  proseOf,
  type Sentence,
  sumReadings,
  type WholeAndParts,
  wholesAndParts,
} from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { comesTo, isSlipInSum, isSlipOfSum, type Quantity } from '#modules/quantities/index.js'
import { askedAsSum } from './asked-figures.js'
import { type Place, toldOf } from './spoken-places.js'

/**
 * Amounts that may be a whole with its parts, in one sentence or with the two before it, of which no check has spoken: where
 * they do not come out in any reading, but would if one digit were another, a person is asked. By their size alone if they
 * are large; small ones where words bind them.
 */
export function checkClosedSums(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const told = toldOf(
    findings.filter(({ kind, verdict }) => kind === 'sum' || (verdict !== 'holds' && kind !== 'contradiction')),
  )
  const isExplained = explainedIn(prose)
  return prose.sentences.flatMap((sentence) => {
    const slips = sumsOf(sentence).filter((one) => isSlip(one) && !isExplained(sentence, [one.whole, ...one.parts]))
    const [slip] = [...slips.filter(({ isBound }) => isBound), ...slips]
    return slip ? asked(prose, slip, told) : []
  })
}

type Sized = WholeAndParts & { readonly size: Quantity; readonly sizes: readonly Quantity[] }

function sized(one: WholeAndParts): Sized[] {
  const { quantity } = one.whole
  return quantity ? [{ ...one, size: quantity, sizes: one.parts.flatMap((part) => part.quantity ?? []) }] : []
}

/** Tells whether figures of a sentence belong to a sum that comes out, by it or by the sentence behind it. */
export function explainedIn({ sentences }: Prose): (sentence: Sentence, figures: readonly Place[]) => boolean {
  const exact = sentences.map((sentence) =>
    sumsOf(sentence)
      .filter(comesOut)
      .map(({ whole, parts }) => new Set([whole, ...parts].map(({ start }) => start))),
  )
  const places = new Map(sentences.map((sentence, at) => [sentence, at]))
  return (sentence, figures) => {
    const at = places.get(sentence) ?? 0
    const own = exact[at] ?? []
    const isAmong = (sum: ReadonlySet<number>) => figures.filter(({ start }) => sum.has(start)).length
    return own.some((sum) => isAmong(sum) > 1) || (exact[at + 1] ?? []).some((sum) => isAmong(sum) > figures.length - 2)
  }
}

/** The sums of a sentence, each of its readings behind each of the sentence before. */
const sumsOf = oncePerSentence((sentence) =>
  sumReadings(sentence)
    .flatMap((own) => (own.previous ? sumReadings(own.previous).map((previous) => ({ ...own, previous })) : [own]))
    .flatMap(wholesAndParts)
    .flatMap(sized),
)

/** The parts, or some of them that stand together, come to the whole. */
const comesOut = ({ size, sizes }: Sized) =>
  sizes.some((_, from) => sizes.some((_, to) => to > from && comesTo(size, sizes.slice(from, to + 1))))

const [LARGE, LEAST] = [1000, 10]

/** One wrong digit: among small figures only where words bind them, and the digit stands in one of them. */
function isSlip({ size, sizes, isBound, isWithin }: Sized): boolean {
  if (sizes.some(({ shown, inWords }) => shown === 1 && !inWords)) return false
  const isSmall = size.unit === 'pounds' ? sizes.length < 3 || size.shown < size.precision * 100 : size.shown < LEAST
  if (isBound && !isSmall && isSlipInSum(size, sizes)) return true
  const isLoose = !isBound && (isWithin || sizes.length < 3)
  return isSlipOfSum(size, sizes) && (!isLoose || size.shown >= LARGE)
}

function asked(prose: Prose, { whole, parts, size, sizes }: Sized, told: ReturnType<typeof toldOf>): Finding[] {
  const quotes = [whole, ...parts].map((item) => prose.quote(item))
  return told(quotes, Math.floor(quotes.length / 2) + 1) ? [] : [askedAsSum(quotes, size, sizes)]
}
