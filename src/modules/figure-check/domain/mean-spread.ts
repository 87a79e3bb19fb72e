import { type Prose, type Sentence, type Spread, type SpreadOver, spreadIn } from '#modules/claims/index.js'
import type { Finding } from '#modules/passages/index.js'
import {
  isMiscopied,
  looseSpan,
  meets,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
} from '#modules/quantities/index.js'
import { ofShared } from './mean-apart.js'

/** Figures for one of something (a month, a shop, a sitting) against the totals near them. */
export const ofSpreadMeans = (prose: Prose, sentence: Sentence): Finding[] =>
  sentence.kind === 'heading' ? [] : spreadIn(sentence).flatMap((spread) => judged(prose, spread) ?? [])

type Reading = { readonly total: Quantity; readonly count: SpreadOver; readonly quotes: Finding['quotes'] }

function judged(prose: Prose, spread: Spread): Finding | undefined {
  const mean = spread.mean.quantity
  const readings = spread.totals.flatMap((item) =>
    spread.counts.flatMap((count): Reading[] => {
      const places = [spread.mean, item, ...(count.item ? [count.item] : [])]
      return item.quantity ? [{ total: item.quantity, count, quotes: places.map((place) => prose.quote(place)) }] : []
    }),
  )
  if (!mean) return undefined
  const right = readings.find(({ total, count }) => meets(quotient(total, count), roundedSpan(mean)))
  if (right) return right.count.isSaid ? told(right, mean, 'holds') : undefined
  if (readings.some(({ total }) => isOverAnother(spread, total, mean))) return undefined
  if (readings.some(({ total, count }) => meets(quotient(looseSpan(total), count), looseSpan(mean)))) return undefined
  const [only] = readings
  if (!only || readings.length > 1 || isElse(only.total, mean)) return undefined
  const verdict = verdictOf(only, mean, spread.isClose)
  return verdict && told(only, mean, verdict)
}

/** Most lengths of time that a total may cover without a word: then the figure is right for one of them. */
const USUAL = [3, 4, 6, 7, 9, 12, 13, 24, 26, 28, 30, 31, 36, 52, 90, 91, 92, 182, 365, 366]
const isElse = (total: Quantity, mean: Quantity) =>
  mean.shown >= 20 && USUAL.some((count) => meets(quotient(total, exactly(count)), roundedSpan(mean)))

const isOverAnother = ({ around }: Spread, total: Quantity, mean: Quantity) =>
  around.some(({ quantity }) => quantity && meets(quotient(total, exactly(quantity.shown)), roundedSpan(mean)))

const exactly = (shown: number): Span => ({ low: shown, high: shown })

function verdictOf({ total, count }: Reading, mean: Quantity, isClose: boolean): 'warning' | 'question' | undefined {
  const given = (2 * total.shown) / (count.low + count.high)
  const ratio = given / mean.shown
  const rounded = Math.round(given / mean.precision) * mean.precision
  const isSlip = isMiscopied(rounded, mean.shown) || (rounded >= 10 && isMiscopied(total.shown, mean.shown * count.low))
  if (!count.isSaid) return isSlip || (isClose && ratio > 0.7 && ratio < 1.45) ? 'question' : undefined
  if (isClose) return isSlip || (ratio > 0.55 && ratio < 1.9) ? 'warning' : undefined
  return isSlip || (ratio > 0.8 && ratio < 1.25) ? 'question' : undefined
}

const told = ({ total, count, quotes }: Reading, mean: Quantity, verdict: Finding['verdict']) =>
  ofShared({ total, size: (count.low + count.high) / 2, among: `over ${count.words}`, mean, quotes }, verdict)
