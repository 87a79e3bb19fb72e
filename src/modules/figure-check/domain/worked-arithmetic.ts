import type { Worked } from '#modules/claims/index.js'
import {
  isWholeTime,
  looseSpan,
  meets,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  slipsOf,
  times,
  widened,
} from '#modules/quantities/index.js'

/** Two figures that a third may follow from. */
export type Terms = readonly [Quantity, Quantity]

/** What a figure is said to be of two others; of "A to B" a percentage is of A only. */
export type Asked = { readonly rule: Worked['rule'] | 'share'; readonly own: Quantity; readonly isFromTo: boolean }

/** Whether the figure follows from the two, with the rounding that their printing allows. */
export const isWorkedOut = ({ rule, own, isFromTo }: Asked, terms: Terms): boolean =>
  meetsAny(
    own,
    resultsOf(
      { rule, own, isFromTo },
      terms.map((term) => (rule === 'mean' ? inWhole(term, own) : inAll(term))),
    ),
  )

/** Whether it would follow if the two had been rounded to their noughts before printing. */
export const mayBeWorkedOut = (asked: Asked, terms: Terms): boolean =>
  resultsOf(asked, terms.map(looseSpan)).some((span) => meets(span, looseSpan(asked.own)))

/** Whether it would follow from the two if another digit stood in one of the three. */
export function wouldFollow(asked: Asked, [first, second]: Terms): boolean {
  const follows = (own: Quantity, terms: Terms) => isWorkedOut({ ...asked, own }, terms)
  return (
    slipsOf(asked.own).some((other) => follows(other, [first, second])) ||
    slipsOf(first).some((other) => follows(asked.own, [other, second])) ||
    slipsOf(second).some((other) => follows(asked.own, [first, other]))
  )
}

/** What the two give, in the size of the figure; of two readings the nearer one. */
export function workedOut(asked: Asked, terms: Terms): number {
  const plain = terms.map(({ shown }) => ({ low: shown, high: shown }))
  const found = resultsOf(asked, plain).flatMap(({ low }) => [low, low * asked.own.scale])
  const far = (value: number) => Math.abs(Math.log(Math.max(value, 1e-9) / Math.max(asked.own.shown, 1e-9)))
  return found.toSorted((one, other) => far(one) - far(other))[0] ?? 0
}

/** Whether the figure is any other result of the two: their sum, difference, product, share or quotient. */
export function isOtherResult(own: Quantity, terms: Terms): boolean {
  const [a, b] = terms.map(inAll)
  if (!a || !b) return false
  const sum = { low: a.low + b.low, high: a.high + b.high }
  const product = { low: a.low * b.low, high: a.high * b.high }
  const shares = [quotient(a, b), quotient(b, a), quotient(a, sum), quotient(b, sum)]
  return meetsAny(own, [
    sum,
    product,
    apartBy(a, b),
    ...(own.per ? [own.per] : PER).flatMap((per) => shares.map((share) => times(share, per))),
  ])
}

/** A share in one, in per cent, or per so many people. */
const PER = [1, 100, 1000, 10_000, 100_000]

/** "(413,116 days over 9,389)": shared among them, not more than them. */
const inAll = (quantity: Quantity): Span =>
  quantity.approx === 'over' && /^over /i.test(quantity.text) ? { low: quantity.shown, high: quantity.shown } : quantity

/** So many weeks or months that something is shared among are just so many. */
const inWhole = (quantity: Quantity, own: Quantity): Span =>
  isWholeTime(quantity) && quantity.timeUnit !== own.timeUnit
    ? { low: quantity.shown, high: quantity.shown }
    : inAll(quantity)

/** Bare figures beside "£415k" may be in thousands as well. */
const meetsAny = (own: Quantity, results: readonly Span[]) =>
  results.some((span) => {
    const printed = own.inWords && own.unit === 'percent' ? own : roundedSpan(own)
    const dusty = own.unit === 'pounds' && own.precision === 1 ? widened(printed, 0.5) : printed
    return meets(span, dusty) || (own.scale > 1 && meets(times(span, own.scale), printed))
  })

const apartBy = (a: Span, b: Span): Span => ({
  low: Math.max(0, Math.max(a.low - b.high, b.low - a.high)),
  high: Math.max(a.high - b.low, b.high - a.low),
})

function resultsOf({ rule, own, isFromTo }: Asked, [a, b]: readonly Span[]): Span[] {
  if (!a || !b) return []
  if (rule === 'apart') return [apartBy(a, b)]
  if (rule === 'change') return (isFromTo ? [a] : [a, b]).map((base) => times(quotient(apartBy(a, b), base), 100))
  const per = rule === 'share' ? 100 : (own.per ?? 1)
  return [quotient(a, b), quotient(b, a)].map((span) => times(span, per))
}
