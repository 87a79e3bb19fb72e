import {
  type Each,
  eachIn,
  listMeans,
  type Prose,
  proseOf,
  type Sentence,
  type StatedMean,
  statedMeans,
} from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  isMiscopied,
  isPlain,
  isWholeTime,
  looseSpan,
  meets,
  type Period,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  widened,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { ofMeansApart, ofShared } from './mean-apart.js'
import { ofList } from './mean-of-list.js'
import { type Reading, readingOf, yearOf } from './mean-over-time.js'
import { ofSpreadMeans } from './mean-spread.js'

/** Totals against the mean printed for them: total ÷ the number of months (days, weeks, years) of its period, or of things. */
export const checkAverage: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const tied = ofTied(prose, sentence)
    const isKnown = (finding: Finding) => tied.some((one) => one.verdict !== 'question' && touches(one, finding))
    return [...tied, ...ofSpreadMeans(prose, sentence).filter((finding) => !isKnown(finding))]
  })
}

/** Whether a finding quotes the mean of another. */
const touches = (one: Finding, { quotes: [mean] }: Finding) =>
  one.quotes.some(({ start, end }) => mean !== undefined && start < mean.end && mean.start < end)

/** Means that the grammar ties to their totals. */
function ofTied(prose: Prose, sentence: Sentence): Finding[] {
  const timed = perTime(prose, sentence)
  if (timed.some(({ verdict }) => verdict !== 'question')) return timed
  const listed = listMeans(sentence).flatMap((places) => ofList(prose, sentence, places))
  if (listed.length > 0) return listed
  const shared = eachIn(sentence).flatMap((places) => perHead(prose, sentence, places) ?? [])
  if (shared.length > 0) return shared
  const apart = ofMeansApart(prose, sentence)
  return apart.length > 0 ? apart : timed
}

/** Ten, a hundred or a thousand times too much or too little: the size is wrong, not the sum. */
const isTenfold = (ratio: number) =>
  [0.001, 0.01, 0.1, 10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.005)

const middleOf = (total: Quantity, count: Quantity, mean: Quantity) => total.shown / (count.shown * mean.shown)

/** How far off a total may be and still be meant, by how firmly the words tie it. */
const reach = { bound: [0.08, 12], near: [0.7, 1.4], loose: [1, 1] } as const

/** Farther off than this it may be of something else. */
const FAR = 2.5

/** "19 groups shared £50,000, an average of £2,600 each". */
function perHead(prose: Prose, sentence: Sentence, places: Each): Finding | undefined {
  const ends = [places.count, places.total, places.mean].flatMap((at) => sentence.items[at] ?? [])
  const [stretch, total, mean] = ends.map((item) => item.quantity)
  const count = stretch && inAll(stretch)
  if (!count || !total || !mean || count.shown < 2 || !Number.isInteger(count.shown)) return undefined
  const start = Math.min(...ends.map((item) => item.start))
  const quotes = [prose.quote({ start, end: Math.max(...ends.map((item) => item.end)) })]
  const shared = { total, size: count.shown, among: `among ${inPrint(count.shown)}`, mean, quotes }
  if (meets(quotient(total, count), toTenpence(mean))) return ofShared(shared, 'holds')
  const ratio = middleOf(total, count, mean)
  if (meets(quotient(looseSpan(total), looseSpan(count)), looseSpan(mean))) return undefined
  const [least, most] = reach[places.tie]
  const isNear = (ratio > least && ratio < most) || isMiscopied(total.shown, count.shown * mean.shown)
  if (!isNear && !isTenfold(ratio)) return undefined
  if (isTenfold(ratio)) return ofShared(shared, 'warning', 'magnitude')
  return ofShared(shared, ratio > FAR || ratio < 1 / FAR ? 'question' : 'warning')
}

/** "£555.60" may have been rounded to ten pence. */
const toTenpence = (mean: Quantity): Span =>
  mean.unit === 'pounds' && /\.\d0$/.test(mean.text) ? widened(roundedSpan(mean), 0.045) : roundedSpan(mean)

/** "Over 52 weeks, 2,392 complaints": throughout them, not more than them; and three months are no two and a half. */
const inAll = (quantity: Quantity): Quantity =>
  quantity.unit === 'duration' && (quantity.approx === 'over' || isWholeTime(quantity))
    ? { ...quantity, low: quantity.shown, high: quantity.shown }
    : quantity

function perTime(prose: Prose, sentence: Sentence): Finding[] {
  return statedMeans(sentence).flatMap((stated) => {
    const judged = judge(stated)
    const mean = sentence.items[stated.mean]
    if (!judged || !mean) return []
    const { period, ...words } = judged
    const parts = [stated.total, mean, ...(period ? [period] : [])]
    const whole = { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) }
    const isOne = sentence.items.includes(stated.total)
    return [
      findingOf({ ...words, quotes: isOne ? [prose.quote(whole)] : [prose.quote(mean), prose.quote(stated.total)] }),
    ]
  })
}

/** What is said, with the place of the period that it rests on, where that stands in the sentence of the mean. */
type Judged = Omit<Finding, 'id' | 'quotes'> & { readonly period?: Period }

function judge(stated: StatedMean): Judged | undefined {
  const total = stated.total.quantity
  const mean = stated.sentence.items[stated.mean]?.quantity
  if (!total || !mean || mean.shown <= 0) return undefined
  const readings = readingsOf(stated, total)
  const fitting = [...readings, ...countedHere(stated)].find((reading) =>
    meets(quotient(total, reading.count), roundedSpan(mean)),
  )
  const judged = fitting ? holds(total, mean, fitting, stated.perTime) : misfitOf(stated, readings)
  const period = (fitting ?? readings[0])?.period
  const isHere = period && period.start >= stated.sentence.start && period.end <= stated.sentence.end
  return judged && isHere ? { ...judged, period } : judged
}

/** "The van was out on 110 days and checked 6,600 vehicles, 60 a day": the days, weeks or months that the sentence counts. */
const countedHere = ({ sentence, perTime }: StatedMean): Reading[] =>
  sentence.items.flatMap(({ quantity, text }) =>
    quantity?.timeUnit === perTime && quantity.unit === 'duration' && isPlain(quantity) && quantity.shown > 1
      ? [{ count: { low: quantity.shown, high: quantity.shown }, words: text.trim(), isStated: true }]
      : [],
  )

function misfitOf(stated: StatedMean, readings: readonly Reading[]): Judged | undefined {
  const total = stated.total.quantity
  const mean = stated.sentence.items[stated.mean]?.quantity
  const [first] = readings
  if (!total || !mean || !first || !stated.isTight || isTariff(total, mean, first)) return undefined
  if (readings.some((reading) => meets(quotient(looseSpan(total), reading.count), looseSpan(mean)))) return undefined
  const ratio = total.shown / (mean.shown * middle(first.count))
  if (stated.isNearOnly && (ratio < 0.6 || ratio > 1.7)) return undefined
  return misfit({ stated, total, mean, reading: first })
}

/** "£4.99 a month or £50 a year": two prices to choose from, the longer one a little cheaper. */
function isTariff(total: Quantity, mean: Quantity, reading: Reading): boolean {
  const ratio = total.shown / (mean.shown * middle(reading.count))
  return total.unit === 'pounds' && total.perTime !== undefined && mean.start < total.start && ratio > 0.6 && ratio < 1
}

function holds(total: Quantity, mean: Quantity, reading: Reading, per: string): Judged {
  return {
    kind: 'average-of-total',
    verdict: 'holds',
    message: `${inUnit(total.shown, total)} over ${reading.words} is ${inUnit(mean.shown, mean)} a ${per}.`,
    working: workingOf(total, reading),
  }
}

type Taken = { stated: StatedMean; total: Quantity; mean: Quantity; reading: Reading }

function misfit(from: Taken): Judged | undefined {
  const { stated, total, mean, reading } = from
  const given = total.shown / middle(reading.count)
  const working = workingOf(total, reading)
  const isNearMean = total.shown < mean.shown * Math.max(2, middle(reading.count) / 4) && middle(reading.count) >= 10
  if (isNearMean && isOfOneMonth(stated)) return undefined
  if (isNearMean)
    return reading.isStated || isCalledTotal(stated) ? magnitude(total, mean, working, stated.perTime) : undefined
  const isRounding = meets(quotient(total, reading.count), widened(roundedSpan(mean), mean.precision))
  const suggestion = `Say ${inUnit(Number(given.toFixed(decimalsOf(mean))), mean)} a ${stated.perTime}, or mend the total.`
  const message = `${inUnit(total.shown, total)} over ${reading.words} is ${inUnit(given, mean)} a ${stated.perTime}, not ${inUnit(mean.shown, mean)}.`
  if (!reading.isStated) return unstated(from, message, working)
  const verdict = isRounding || stated.isNearOnly ? 'warning' : 'error'
  const kind = mean.unit === 'pounds' && isTenfold(given / mean.shown) ? 'magnitude' : 'average-of-total'
  const hint = isRounding ? ' This looks like a slip of rounding.' : ''
  return { kind, verdict, message: `${message}${hint}`, working, suggestion }
}

/** A total of which the text does not say how long it covers: asked about, unless it is right for a usual length. */
function unstated({ stated, total, mean, reading }: Taken, message: string, working: string): Judged | undefined {
  if (isOfUsualLength(total, mean, stated.perTime)) return undefined
  return {
    kind: 'average-of-total',
    verdict: isWildly(total.shown / middle(reading.count), mean) ? 'warning' : 'question',
    message: `${message} The text does not say how long the total covers.`,
    working,
    suggestion: 'Say which period the total covers.',
  }
}

const isCalledTotal = ({ sentence }: StatedMean) =>
  sentence.items.some(
    ({ lower }, at, all) =>
      /^(total|totals|totalled|totalling|altogether|annual)$/.test(lower) ||
      (lower === 'year' && all[at - 1]?.lower === 'the' && /^(in|over|during|across)$/.test(all[at - 2]?.lower ?? '')),
  )

/** "92 in the latest month", "412 a week ago": the figure of a shorter time is no total. */
function isOfOneMonth({ sentence, total }: StatedMean): boolean {
  const { items } = [sentence, sentence.previous].find((home) => home?.items.includes(total)) ?? sentence
  const at = items.indexOf(total)
  const after = items.slice(at + 1, at + 7)
  const end = after.findIndex((item) => item.quantity || /^[,.;]$/.test(item.text))
  const near = [...items.slice(Math.max(0, at - 3), at), ...(end < 0 ? after : after.slice(0, end))]
  return near.some((item) => /^(latest|month|month's|week|busiest|quietest|peak)$/.test(item.lower))
}

const isWildly = (given: number, mean: Quantity) => given > mean.shown * 3 || given < mean.shown / 3

const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25 } as const
/** A week, a month, a quarter, half a year, and one to three years, in days. */
const USUAL = [7, 30.44, 91.3, 182.6, 365.25, 730.5, 1095.75]

/** Whether the total would be right for a week, month, quarter or year of which the text has not spoken. */
const isOfUsualLength = (total: Quantity, mean: Quantity, per: StatedMean['perTime']) =>
  USUAL.some((days) => Math.abs(((total.shown / mean.shown) * DAYS[per]) / days - 1) < 0.03)

function magnitude(total: Quantity, mean: Quantity, working: string, per: string): Judged {
  return {
    kind: 'magnitude',
    verdict: 'error',
    message: `${inUnit(total.shown, total)} stands as a total, but with ${inUnit(mean.shown, mean)} a ${per} it can only be about one ${per}'s figure.`,
    working,
    suggestion: `Print the total for the whole period, or call ${inUnit(total.shown, total)} an average a ${per}.`,
  }
}

const decimalsOf = (quantity: Quantity) =>
  Math.max(0, Math.min(6, Math.round(-Math.log10(quantity.precision / quantity.scale))))

const middle = (span: Span) => (span.low + span.high) / 2

const workingOf = (total: Quantity, reading: Reading) =>
  `${inUnit(total.shown, total)} ÷ ${inPrint(middle(reading.count))} = ${inPrint(total.shown / middle(reading.count))}`

/** "92 in the latest month": a figure of one month beside the mean of a month. */
const isOfOneStretch = ({ sentence }: StatedMean) =>
  sentence.items.some((item) =>
    /^(latest|last|this|single|busiest|quietest|alone|highest|lowest|peak)$/.test(item.lower),
  )

/** How many means the total may hold: by the periods that the text names, else by a year. */
function readingsOf(stated: StatedMean, total: Quantity): Reading[] {
  const own = total.perTime ? [yearOf(stated.perTime, true, total.perTime)] : []
  const named = stated.periods.flatMap(({ period, isNear }) =>
    readingOf(period, stated.perTime).map((reading) => ({ ...reading, period, isStated: isNear })),
  )
  const isTold = named.some(({ period, isStated }) => isStated && period.kind === 'length')
  const found = [...own, ...named].filter(({ count, isStated }) => count.high > 1.5 && (isStated || !isTold))
  if (found.length === 0 && (named.length > 0 || isOfOneStretch(stated))) return []
  return found.length > 0 ? found : [yearOf(stated.perTime, false)]
}
