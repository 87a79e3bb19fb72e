import { areFewerParts, type NearSum, nearSums, type Prose, proseOf, type Sentence } from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { comesTo, isOneSlip, type Quantity } from '#modules/quantities/index.js'
import { askedAsSum } from './asked-figures.js'
import { explainedIn } from './check-closed-sums.js'
import { toldOf } from './spoken-places.js'

/**
 * Figures near each other that would make a sum if one digit were another, where no sum of them comes out: a person is asked.
 * The smaller they are, the more firmly words must tie them.
 */
export function checkNearSums(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const told = toldOf(findings.filter(({ kind, verdict }) => kind === 'sum' || verdict !== 'holds'))
  const isExplained = explainedIn(prose)
  return prose.sentences.flatMap((sentence) => asked(prose, sentence, { told, isExplained }) ?? [])
}

type Sized = NearSum & { readonly sizes: readonly Quantity[] }

type Known = { told: ReturnType<typeof toldOf>; isExplained: ReturnType<typeof explainedIn> }

function asked(prose: Prose, sentence: Sentence, { told, isExplained }: Known): Finding | undefined {
  const sums = nearSums(sentence).map(
    (one): Sized => ({ ...one, sizes: one.parts.flatMap((part) => sizeOf(part, one) ?? []) }),
  )
  if (areMoves(sentence)) return undefined
  const exact = sums.filter((sum) => comesTo(sum.size, sum.sizes) || (sum.tied === 'wholly' && areFewerParts(sum)))
  const slips = sums.filter((sum) => isTelling(sum) && isSlip(sum) && !exact.some((one) => isInsteadOf(one, sum)))
  const places = ({ whole, parts }: Sized) => [whole ?? [], ...parts].flat().map((item) => prose.quote(item))
  const slip = slips.find(({ tied }) => tied === 'wholly') ?? slips[0]
  const quotes = slip ? places(slip) : []
  if (
    !slip ||
    isExplained(sentence, [slip.whole ?? [], ...slip.parts].flat()) ||
    told(quotes, Math.floor(quotes.length / 2) + 1)
  )
    return undefined
  return askedAsSum(quotes, slip.size, slip.sizes)
}

/** A sum that comes out explains figures of its unit; by chance alone, it says nothing of the parts of a whole. */
const isInsteadOf = (exact: Sized, { size, tied }: Sized) =>
  (exact.size.unit === 'percent') === (size.unit === 'percent') &&
  (tied !== 'wholly' || exact.tied === 'wholly' || exact.isClosed)

function sizeOf(part: NearSum['parts'][number], { less = [] }: NearSum): Quantity | undefined {
  const { quantity } = part
  return quantity && less.includes(part)
    ? { ...quantity, shown: -quantity.shown, low: -quantity.high, high: -quantity.low }
    : quantity
}

/** "The north was down 3.5 days; the south down 3.6": each figure is a change of its own. */
const areMoves = ({ items }: Sentence) =>
  items.filter(({ quantity }, at) => quantity && /^(up|down|by)$/.test(items[at - 1]?.lower ?? '')).length > 1

const LEAST = { wholly: 10, firmly: 20, loosely: 200 }
const SMALL = 0.015

/** Large enough, in steps of the last printed place, that a slip is hardly chance. */
const isTelling = ({ size, sizes, tied, isClosed }: Sized) => {
  if (tied === 'wholly') return size.shown / stepOf([size, ...sizes]) >= LEAST[tied]
  const isDistance = tied === 'firmly' && sizes.length === 2
  const areLarge = isClosed && sizes.every(({ shown }) => shown > size.shown * SMALL)
  return (isDistance || areLarge) && size.shown / stepOf([size, ...sizes]) >= LEAST[tied] * (isClosed ? 1 : 10)
}

const stepOf = (sizes: readonly Quantity[]) => Math.max(...sizes.map(({ precision }) => precision))

function isSlip({ size, sizes, tied }: Sized): boolean {
  const sum = sizes.reduce((all, { shown }) => all + shown, 0)
  const steps = [size, ...sizes].map(({ precision }) => precision)
  return isOneSlip(sum, size.shown, tied === 'wholly' ? Math.min(...steps) : Math.max(...steps))
}
