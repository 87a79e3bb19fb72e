import { type MeanApart, meansApart, type Prose, type Sentence } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  isMiscopied,
  isOneSlip,
  looseSpan,
  meets,
  numberSlips,
  printedDigits,
  type Quantity,
  quotient,
  roundedSpan,
  slipsOf,
} from '#modules/quantities/index.js'

/** Means whose total or whose number of things stands in the sentences before: right where any two figures there make it so. */
export const ofMeansApart = (prose: Prose, sentence: Sentence): Finding[] =>
  meansApart(sentence).flatMap((apart) => judged(prose, sentence, apart) ?? [])

type Reading = {
  readonly total: Quantity
  readonly count: { readonly shown: number }
  readonly quotes: Finding['quotes']
}

function judged(prose: Prose, sentence: Sentence, apart: MeanApart): Finding | undefined {
  const mean = apart.mean.quantity
  const readings = readingsOf(prose, apart)
  if (!mean || sentence.kind === 'heading') return undefined
  const right = readings.find(({ total, count }) => meets(quotient(total, exactly(count.shown)), roundedSpan(mean)))
  if (right) return told(right, mean, 'holds')
  if (isMadeElsewhere(apart, mean) || readings.length > MOST_READINGS) return undefined
  const near = readings.filter((reading) => isNear(reading, mean, reach(apart, readings.length)))
  const [nearest] = near.toSorted((one, other) => farOff(one, mean) - farOff(other, mean))
  return nearest && !isRounded(nearest, mean) && !isTooCoarse(nearest, mean)
    ? told(nearest, mean, isSlip(nearest, mean) ? 'warning' : 'question')
    : undefined
}

/** Whether one wrong digit of the mean, its total or its number explains it. */
const isSlip = ({ total, count }: Reading, mean: Quantity) =>
  isOneSlip(total.shown / count.shown, mean.shown, mean.precision) ||
  slipsOf(total).some((other) => meets(quotient(other, exactly(count.shown)), roundedSpan(mean))) ||
  numberSlips({ shown: count.shown, precision: 1 }).some((other) =>
    meets(quotient(total, exactly(other)), roundedSpan(mean)),
  )

const MOST_READINGS = 10

/** How far off a total may be and still be meant: little where there are several. */
function reach({ isNamed }: MeanApart, readings: number): number {
  if (readings > 1) return 1.14
  return isNamed ? 2.5 : 1.2
}

const farOff = ({ total, count }: Reading, mean: Quantity) => Math.abs(Math.log(total.shown / count.shown / mean.shown))

function isNear(reading: Reading, mean: Quantity, most: number): boolean {
  const { total, count } = reading
  const isSlip = [total.shown / count.shown, mean.shown].every((value) => value >= 100)
  const given = Number((total.shown / count.shown).toFixed(2))
  return (
    farOff(reading, mean) < Math.log(most) ||
    (isSlip && isMiscopied(given, mean.shown)) ||
    isMiscopied(total.shown, count.shown * mean.shown)
  )
}

/** £31,012 each was not worked out from a total of £2.4m. */
const isTooCoarse = ({ total }: Reading, mean: Quantity) => printedDigits(mean).length > printedDigits(total).length + 2

const isRounded = ({ total, count }: Reading, mean: Quantity) =>
  meets(quotient(looseSpan(total), exactly(count.shown)), looseSpan(mean))

const exactly = (shown: number) => ({ low: shown, high: shown })

function readingsOf(prose: Prose, { mean, totals, counts }: MeanApart): Reading[] {
  return totals.flatMap((item) =>
    counts.flatMap((count): Reading[] => {
      const quotes = [mean, item, count.item].map((one) => prose.quote(one))
      return item.quantity ? [{ total: item.quantity, count, quotes }] : []
    }),
  )
}

/** Any two figures of the sentences give the mean: as total and number, or with a twelfth of a year. */
function isMadeElsewhere({ around }: MeanApart, mean: Quantity): boolean {
  const sizes = around.flatMap(({ quantity }) => quantity ?? [])
  return sizes.some((total) =>
    [...sizes.filter((size) => size !== total), ...YEAR].some((count) =>
      meets(quotient(total, count), roundedSpan(mean)),
    ),
  )
}

const YEAR = [4, 12, 52, 365, 366].map(exactly)

const told = ({ total, count: { shown: size }, quotes }: Reading, mean: Quantity, verdict: Finding['verdict']) =>
  ofShared({ total, size, among: `among ${inPrint(size)}`, mean, quotes }, verdict)

/** A total, how many it is shared among (in figures and in words), and the mean that the text gives for them. */
type SharedTotal = {
  readonly total: Quantity
  readonly size: number
  readonly among: string
  readonly mean: Quantity
  readonly quotes: Finding['quotes']
}

/** What is told of a mean beside its total: that it follows, or what it would be. */
export function ofShared(
  { total, size, among, mean, quotes }: SharedTotal,
  verdict: Finding['verdict'],
  kind: Finding['kind'] = 'average-of-total',
): Finding {
  const given = inUnit(total.shown / size, total)
  const working = `${inUnit(total.shown, total)} ÷ ${inPrint(size)} = ${given}`
  if (verdict === 'holds')
    return findingOf({ kind, verdict, quotes, message: 'The mean follows from its total.', working })
  return findingOf({
    kind,
    verdict,
    quotes,
    message: `${inUnit(total.shown, total)} ${among} is ${given} each, not ${inUnit(mean.shown, mean)}.`,
    working,
    suggestion: 'Mend the total, the number or the amount for each.',
  })
}
