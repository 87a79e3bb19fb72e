import { type Division, type DivisionBase, divisionsAt, type Item, type Prose, proseOf } from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  looseSpan,
  meets,
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
      told(prose.quote(division.mean)) || (held(prose.quote(division.mean)) && !isTimed(division))
        ? []
        : (asked(prose, division) ?? []),
    ),
  )
}

/** The mean may hold for a usual length of time, though the text gives another. */
const isTimed = ({ isFirm, isTimeSaid }: Division) => isFirm && isTimeSaid

type Reading = { readonly total: Item; readonly base: DivisionBase }

function asked(prose: Prose, division: Division): Finding | undefined {
  const mean = division.mean.quantity
  if (!mean || isMadeAround(division, mean)) return undefined
  const readingsOf = (bases: readonly DivisionBase[]) =>
    division.totals.flatMap((total) => bases.map((base): Reading => ({ total, base })))
  const readings = readingsOf(division.bases)
  if ([...readings, ...readingsOf(division.others)].some((reading) => comesOut(reading, mean, division.per)))
    return undefined
  const slip = [...readings, ...readingsOf(division.others.slice(0, 3))].find((reading) =>
    isSlipped(reading, mean, division),
  )
  return slip && question(prose, division, slip)
}

const point = (shown: number): Span => ({ low: shown, high: shown })

function comesOut({ total, base }: Reading, mean: Quantity, per: number): boolean {
  const own = total.quantity
  if (!own) return false
  const given = times(quotient(looseSpan(own), looseBase(base)), per)
  return meets(given, roundedSpan(mean)) || meets(given, looseSpan(mean))
}

const looseBase = ({ item, low, high }: DivisionBase): Span =>
  item?.quantity?.unit === 'count' && low === high ? looseSpan({ ...item.quantity, low, high }) : { low, high }

/** Any two amounts near it give the figure, or one over a usual stretch of time. */
function isMadeAround({ around, per, isTimeSaid }: Division, own: Quantity): boolean {
  const sizes = around.flatMap(({ quantity }) => quantity ?? [])
  return sizes.some((total) =>
    [
      ...sizes.filter(
        (size) => size !== total && /^(count|duration)$/.test(size.unit) && (per === 1 || size.shown > per),
      ),
      ...(per > 1 || isTimeSaid ? [] : USUAL),
    ].some((base) => meets(times(quotient(total, base), per), roundedSpan(own))),
  )
}

const SIZES = [100, 1000, 10_000, 100_000, 1_000_000]
const isSize = (per: number) => SIZES.includes(per)

/** Ten, a hundred or a thousand times too much or too little. */
const isTenfold = (ratio: number) =>
  [0.001, 0.01, 0.1, 10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.03)

const USUAL = [4, 6, 12, 52, 365, 366].map(point)

function isSlipped({ total, base }: Reading, mean: Quantity, { per, isFirm }: Division): boolean {
  const own = total.quantity
  if (!own) return false
  const gives = (top: Span, bottom: Span, result: Quantity) =>
    meets(times(quotient(top, bottom), per), roundedSpan(result))
  if (per > 1 && !isSize(per)) return SIZES.some((size) => meets(times(quotient(own, base), size), roundedSpan(mean)))
  const ratio = ratioOf(own, base, { mean, per })
  if (isFirm && ((ratio > 0.55 && ratio < 1.8) || isTenfold(ratio))) return true
  if ((printedDigits(mean).length < 2 && per === 1) || mean.inWords) return false
  return (
    slipsOf(mean).some((other) => other.shown > 0 && gives(own, base, other)) ||
    slipsOf(own).some((other) => gives(other, base, mean)) ||
    (base.item?.quantity !== undefined && slipsOf(base.item.quantity).some((other) => gives(own, other, mean)))
  )
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
