import type { Item, Prose, Sentence } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { smallCount } from '#modules/quantities/index.js'

/**
 * Two points of time in one sentence and the length that lies between them, in whatever order: "it opened in 1998 and shut
 * in 2023, a life of 25 years", "by 2040, fifteen years on from 2025".
 */
export function lengthsBetween(prose: Prose, sentence: Sentence): Finding[] {
  const { items } = sentence
  const lengths = items.flatMap((item, at) => (monthsOf(item) ? [at] : []))
  const points = items.flatMap((item, at) => pointOf(item, at) ?? [])
  const [at] = lengths
  if (at === undefined || lengths.length > 1) return []
  if (!isWithin(items, at, points) && !isTied(items, at, points)) return []
  const span = points.length === 1 ? ownSpan(points[0]) : spanBetween(points)
  const length = items[at]
  if (!span || !length) return []
  const said = monthsOf(length) ?? 0
  const isYears = said % 12 === 0 && /year|decade/i.test(`${length.text} ${items[at + 1]?.lower}`)
  const isRight = span.fits(said, isYears)
  const isNear = said < span.apart * 2.1 && said > span.apart * 0.45
  if (!isRight && (!isNear || (span.isWhole && !isYears))) return []
  const places = [length, ...points.map((point) => items[point.at])].flatMap((item) => item ?? [])
  const whole = { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) }
  return [finding(prose, whole, { isRight, apart: span.apart, isYears: isYears || span.isWhole })]
}

/** How long it is between two points, or from the first to the last month of a range; and whether a length is that. */
type Between = {
  readonly apart: number
  readonly isWhole: boolean
  readonly fits: (said: number, isYears: boolean) => boolean
}

function ownSpan(point: Point | undefined): Between | undefined {
  if (!point || point.size <= 1 || point.size === 12) return undefined
  const { size } = point
  const fits = (said: number, isYears: boolean) =>
    Math.abs(said - size) <= (isYears ? 6 : 0) || (size % 12 === 1 && said === size - 1)
  return { apart: size, isWhole: false, fits }
}

function spanBetween([one, other, ...more]: readonly Point[]): Between | undefined {
  if (!one || !other || more.length > 0 || one.from === other.from) return undefined
  if ([one, other].some(({ size }) => size > 1 && size !== 12)) return undefined
  const [first, second] = one.from < other.from ? [one, other] : [other, one]
  const apart = second.from - first.from
  const isWhole = first.size === 12 && second.size === 12
  const ends = second.from + second.size - first.from
  const fits = (said: number, isYears: boolean) =>
    isWhole
      ? said === apart || said === apart + 12
      : [apart, ends].some((months) => Math.abs(said - months) <= (isYears ? 6 : 1))
  return { apart, isWhole, fits }
}

type Point = { readonly at: number; readonly from: number; readonly size: number }

/** A year, a month, a day or what something has gone on since, by its first month. */
function pointOf({ period }: Item, at: number): Point[] | undefined {
  if (!period || period.from === undefined || period.kind === 'length') return undefined
  const size = (period.until ?? period.from) - period.from + 1
  return [{ at, from: period.from, size: period.kind === 'day' ? 0 : size }]
}

/** "ten years before" 2025. */
const yearsBefore = /^(\S+)\s(year|month)s\s(?:before|after|prior)$/i
const unitMonths: Readonly<Record<string, number>> = { month: 1, year: 12 }

/** How many months a said length has; none of a guess. */
function monthsOf({ quantity, period, text }: Item): number | undefined {
  if (period?.kind === 'length') return (period.months ?? 0) > 12 ? period.months : undefined
  const [, count = '', gap = ''] = (period?.kind === 'relative' && yearsBefore.exec(text)) || []
  if (count) return (smallCount(count) ?? 0) * (unitMonths[gap.toLowerCase()] ?? 0) || undefined
  const unit = unitMonths[quantity?.timeUnit ?? '']
  if (!quantity || !unit || quantity.unit !== 'duration' || quantity.approx || quantity.isRange) return undefined
  const months = quantity.shown * unit
  return months >= 3 ? months : undefined
}

const behind = /^(later|afterwards|on|long|altogether|from|since|until|up|after|before|earlier|to|old|ahead|prior)$/
const ahead = /^(life|span|period|stretch|total|of|full|a|is|or|,|\(|–|—)$/

/** Words that make it the length between the two: "… later", "… from", "a life of …" at the end of its clause. */
function isTied(items: readonly Item[], at: number, points: readonly Point[]): boolean {
  const isQuantity = items[at]?.kind === 'quantity'
  const next = at + (isQuantity ? 2 : 1)
  const [before, word] = [items[at - 1]?.lower ?? '', items[next]?.lower ?? '']
  if (before === 'for' && /^(?:to|until)\b/.test(items[next]?.lower ?? '')) return points.length === 2
  if (/^(every|than|over|within|aged|further|another|first|last|next|about|per|for)$/.test(before)) return false
  const isLed = points.some((point) => point.at > at && point.at - next <= 4)
  const isBehind = points.every((point) => point.at < at)
  if (behind.test(word) && word !== 'to') return isLed || isBehind
  if (items[next]?.period && /^(since|from|until)\b/.test(items[next]?.lower ?? '')) return true
  const isLast = /^([.,;)]|)$/.test(items[next]?.text ?? '')
  const nearest = Math.max(...points.map((point) => point.at))
  return isLast && isBehind && at - nearest <= 6 && items.slice(nearest + 1, at).every((item) => ahead.test(item.lower))
}

/** "set up in 2015, ten years before 2025", "since 1998, that is for 27 years in 2025". */
function isWithin(items: readonly Item[], at: number, [first, second]: readonly Point[]): boolean {
  const gap = items.slice(at + 1, second?.at).map(({ lower }) => lower)
  if (!first || !second || first.at > at || second.at < at) return false
  return items[at]?.period?.kind === 'relative' ? gap.length === 0 : /^(?:years? )?(?:in|as of|by)$/.test(gap.join(' '))
}

type Told = { readonly isRight: boolean; readonly apart: number; readonly isYears: boolean }

function finding(prose: Prose, place: { start: number; end: number }, { isRight, apart, isYears }: Told): Finding {
  const spans = isYears && apart % 12 === 0 ? `${apart / 12} years` : `${apart} months`
  return findingOf({
    kind: 'period',
    verdict: isRight ? 'holds' : 'warning',
    quotes: [prose.quote(place)],
    message: isRight ? 'The period spans what it says.' : `The two lie ${spans} apart.`,
    working: `From the one to the other: ${spans}.`,
    ...(isRight ? {} : { suggestion: 'Correct the length, or one of the two.' }),
  })
}
