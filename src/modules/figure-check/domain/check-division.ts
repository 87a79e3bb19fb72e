import { type Division, type DivisionBase, divisionsAt, type Item, type Prose, proseOf } from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf } from '#modules/passages/index.js'
import {
  copySlip,
  inPrint,
  inUnit,
  looseSpan,
  meets,
  numberSlips,
  printedDigits,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  slipsOf,
  times,
} from '#modules/quantities/index.js'
import { spokenOf } from './spoken-places.js'

/**
 * Figures for one of something of which no check has spoken: where no two amounts near one give it, and the total and the
 * number that its words point to would with another digit, a person is asked.
 */
export function checkDivision(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const open = findings.filter(({ verdict }) => verdict !== 'holds')
  const told = spokenOf(document, open)
  const held = spokenOf(
    document,
    findings.filter(({ verdict, kind }) => verdict === 'holds' && kind === 'average-of-total'),
  )
  return prose.sentences.flatMap((_, at) =>
    divisionsAt(prose.sentences, at).flatMap((division) =>
      told(prose.quote(division.mean)) ? [] : (asked(prose, division, held(prose.quote(division.mean))) ?? []),
    ),
  )
}

type Reading = { readonly total: Item; readonly base: DivisionBase }

/**
 * The mean may hold for a usual length of time, though the text gives another. Where it holds of another print of one of
 * the figures ("£118,000 … £819 for each of 144 reviews (£148,000)"), the two prints cannot both be right.
 */
function asked(prose: Prose, division: Division, isHeld: boolean): Finding | undefined {
  const mean = division.mean.quantity
  if (!mean) return undefined
  const makers = makersOf(division, mean)
  const readingsOf = (bases: readonly DivisionBase[], totals = division.totals) =>
    totals.flatMap((total) => bases.map((base): Reading => ({ total, base })))
  const [nearest, others] = [readingsOf(division.bases), readingsOf(division.others)]
  const beside = readingsOf(division.bases, division.totalsBeside ?? [])
  if ([...nearest, ...others, ...beside].some((reading) => comesOut(reading, mean, division.per))) return undefined
  const isGiven = (reading: Reading) => isElse(reading, mean, division)
  const isAnother = [...nearest, ...others].some(isGiven)
  const isMade = makers.length > 0 || (isHeld && !(division.isFirm && division.isTimeSaid))
  if (isMade && !division.isClosed && !division.isFirm) return undefined
  const named = (isAnother ? [] : [...nearest, ...others.slice(0, 3)]).find((reading) =>
    isMade
      ? isReprinted(division, reading) && makers.every((pair) => isReprint(pair, reading))
      : isSlipped(reading, mean, division),
  )
  const slip =
    named ??
    (isMade ? undefined : beside.find((reading) => !isGiven(reading) && isMisprinted(reading, mean, division.per)))
  return slip && question(prose, division, slip)
}

/** One other digit of a rate of two or more would make it that of an amount in the sentences before. */
const isMisprinted = ({ total: { quantity }, base }: Reading, mean: Quantity, per: number): boolean =>
  quantity !== undefined &&
  isSize(per) &&
  printedDigits(mean).length > 1 &&
  [mean, quantity].every(({ inWords }) => !inWords) &&
  slipsOf(mean).some((other) => meets(times(quotient(quantity, base), per), roundedSpan(other)))

/** Whether another print of its total or its base, one digit from it, gives the mean. */
function isReprinted({ mean, around, per, isTimeSaid }: Division, { total, base }: Reading): boolean {
  const others = around.flatMap(({ quantity }) => quantity ?? [])
  const gives = (whole: Span, count: Span) =>
    mean.quantity !== undefined && meets(times(quotient(whole, count), per), roundedSpan(mean.quantity))
  const own = total.quantity
  if (!own) return false
  return (
    others.some((other) => isSlipOf(other, own) && gives(other, base)) ||
    [...others, ...(isTimeSaid ? USUAL : [])].some(
      (other) => isSlipOf(other, base.item?.quantity ?? base) && gives(own, other),
    )
  )
}

/** A total and a base that give the mean of which one is that of the reading, and the other one digit from it. */
const isReprint = ([whole, count]: Maker, { total: { quantity }, base }: Reading): boolean =>
  quantity !== undefined &&
  ((meets(count, base) && isSlipOf(whole, quantity)) ||
    (whole.shown === quantity.shown && isSlipOf(count, base.item?.quantity ?? base)))

const isSlipOf = (one: { shown?: number; low: number }, other: { shown?: number; low: number }) =>
  copySlip(one.shown ?? one.low, other.shown ?? other.low) !== undefined

const point = (shown: number): Span => ({ low: shown, high: shown })

function comesOut({ total, base }: Reading, mean: Quantity, per: number): boolean {
  const own = total.quantity
  if (!own) return false
  const given = times(quotient(looseSpan(own), looseBase(base)), per)
  return meets(given, roundedSpan(mean)) || meets(given, looseSpan(mean))
}

/** They may give another figure near, or, where no word binds them, have been rounded in ways that the print does not show. */
function isElse({ total: { quantity }, base }: Reading, mean: Quantity, { per, isClosed, around }: Division): boolean {
  if (!quantity) return false
  const given = times(quotient(quantity, base), per)
  const isOther = (other: Quantity | undefined) =>
    other !== undefined &&
    (other.unit === mean.unit || (per > 1 && other.unit === 'count')) &&
    !other.approx &&
    (isClosed || other.precision === mean.precision) &&
    meets(given, roundedSpan(other))
  if (around.some((item) => isOther(item.quantity))) return true
  return isClosed === true && Math.abs(ratioOf(quantity, base, { mean, per }) - 1) < 0.03
}

const looseBase = ({ item, low, high }: DivisionBase): Span =>
  item?.quantity?.unit === 'count' && low === high ? looseSpan({ ...item.quantity, low, high }) : { low, high }

type Maker = readonly [total: Quantity, base: Span & { readonly shown?: number }]

/** Any two amounts near it that give the figure, or one over a usual stretch of time. */
function makersOf({ around, per, isTimeSaid }: Division, own: Quantity): Maker[] {
  const sizes = around.flatMap(({ quantity }) => quantity ?? [])
  return sizes.flatMap((total) =>
    [
      ...sizes.filter(
        (size) => size !== total && /^(count|duration)$/.test(size.unit) && (per === 1 || size.shown > per),
      ),
      ...(per > 1 || isTimeSaid ? [] : USUAL),
    ].flatMap((base): Maker[] => (meets(times(quotient(total, base), per), roundedSpan(own)) ? [[total, base]] : [])),
  )
}

const SIZES = [100, 1000, 10_000, 100_000, 1_000_000]
const isSize = (per: number) => SIZES.includes(per)

/** Ten, a hundred or a thousand times too much or too little. */
const isTenfold = (ratio: number) =>
  [0.001, 0.01, 0.1, 10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.03)

const USUAL = [4, 6, 12, 52, 365, 366].map(point)

function isSlipped({ total, base }: Reading, mean: Quantity, { per, isFirm, isTimeSaid }: Division): boolean {
  const own = total.quantity
  if (!own) return false
  const gives = (top: Span, bottom: Span, result: Quantity) =>
    meets(times(quotient(top, bottom), per), roundedSpan(result))
  if (per > 1 && !isSize(per)) return SIZES.some((size) => meets(times(quotient(own, base), size), roundedSpan(mean)))
  const ratio = ratioOf(own, base, { mean, per })
  if (isFirm && ((ratio > 0.55 && ratio < 1.8) || isTenfold(ratio))) return true
  const isRound = per === 1 && (printedDigits(mean).length < 2 || mean.inWords)
  if (isRound && !(isFirm && isTimeSaid) && own.timeUnit !== 'minute') return false
  return (
    slipsOf(mean).some((other) => other.shown > 0 && gives(own, base, other)) ||
    slipsOf(own).some((other) => gives(other, base, mean)) ||
    slipsOfBase(base).some((other) => gives(own, other, mean))
  )
}

/** A length of time may be misprinted as well: "over 52 months". */
const slipsOfBase = ({ item, low }: DivisionBase): Span[] => {
  if (item?.quantity) return slipsOf(item.quantity)
  return item && /\d/.test(item.text) ? numberSlips({ shown: Math.round(low), precision: 1 }).map(point) : []
}

const ratioOf = (total: Quantity, { low, high }: Span, { mean, per }: { mean: Quantity; per: number }) =>
  ((total.shown / ((low + high) / 2)) * per) / mean.shown

function question(prose: Prose, { mean, per, size: place }: Division, { total, base }: Reading): Finding | undefined {
  if (!mean.quantity || !total.quantity) return undefined
  const size = (base.low + base.high) / 2
  const given = inUnit(Number(((total.quantity.shown / size) * per).toPrecision(4)), total.quantity)
  const count = base.item?.text.trim() ?? inPrint(size, 0)
  return findingOf({
    kind: isTenfold(ratioOf(total.quantity, base, { mean: mean.quantity, per })) ? 'magnitude' : 'average-of-total',
    verdict: 'question',
    quotes: [mean, total, ...(base.item ? [base.item] : []), ...(place ? [place] : [])].map((item) =>
      prose.quote(item),
    ),
    message: `${total.text.trim()} over ${count} is ${given}, not ${mean.text.trim()}. Do they belong together?`,
    working: `${total.text.trim()} ÷ ${count}${per > 1 ? ` × ${inPrint(per)}` : ''} = ${given}`,
    suggestion: 'Look the figures up, and mend the one that was mistyped.',
  })
}
