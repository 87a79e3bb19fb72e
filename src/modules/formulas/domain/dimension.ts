/** What kind of thing a figure is. */
export type DimensionKind = 'count' | 'pounds' | 'percentage' | 'percentage-points' | 'rate' | 'duration' | 'number'

/**
 * What a figure is, as others say it. `of` is what is counted or shared ("crimes", "of outcomes"); `per` is the base of
 * a rate (1,000 residents); `each` says that pounds or time are for each of something, or what a rate is for each of.
 */
export type Dimension = {
  readonly kind: DimensionKind
  readonly of?: string
  readonly per?: number
  readonly each?: 'thing' | 'pound' | 'time'
}

/**
 * What a part of a formula is, while it is worked out: powers of things counted, pounds and time, and how many times a
 * plain ratio it is. A percentage is a hundred times a ratio; a rate per 1,000 is a thousand times. Null: not known.
 */
export type Quantity = {
  readonly things: number
  readonly pounds: number
  readonly time: number
  readonly times: number | null
  /** The part of `times` that came with percentages and rates, not with numbers written in the formula. */
  readonly carried: number | null
  readonly isDifference: boolean
  readonly of: string | undefined
}

/** A ratio with nothing to say of it: the start of every quantity. */
export const PLAIN: Quantity = {
  things: 0,
  pounds: 0,
  time: 0,
  times: 1,
  carried: 1,
  isDifference: false,
  of: undefined,
}

/** The quantity that a measure's figures are. */
export function quantityOf({ kind, of, per, each }: Dimension): Quantity {
  const base = { ...PLAIN, of }
  const away = each === 'thing' ? -1 : 0
  switch (kind) {
    case 'count':
      return { ...base, things: 1 }
    case 'pounds':
      return { ...base, pounds: 1, things: away }
    case 'duration':
      return { ...base, time: 1, things: away }
    case 'percentage':
      return { ...base, times: 100, carried: 100 }
    case 'percentage-points':
      return { ...base, times: 100, carried: 100, isDifference: true }
    case 'rate':
      return { ...base, ...rateOf(each), times: per ?? null, carried: per ?? null }
    case 'number':
      return base
  }
}

function rateOf(each: Dimension['each']): Partial<Quantity> {
  if (each === 'pound') return { things: 1, pounds: -1 }
  return each === 'time' ? { things: 1, time: -1 } : {}
}

/** Whether two quantities are made of the same things, whatever their scale. */
export function isSameMake(a: Quantity, b: Quantity): boolean {
  return a.things === b.things && a.pounds === b.pounds && a.time === b.time
}

/** Whether a quantity is a ratio: nothing counted, no pounds, no time is left in it. */
export function isRatio(quantity: Quantity): boolean {
  return isSameMake(quantity, PLAIN)
}

/** Whether it is a percentage, or a difference between percentages. */
export function isHundredfold(quantity: Quantity): boolean {
  return isRatio(quantity) && quantity.times === 100
}

/** The product of two quantities, or their quotient with `power` −1. */
export function multiplied(a: Quantity, b: Quantity, power: 1 | -1 = 1): Quantity {
  const scaled = (one: number | null, other: number | null) =>
    one === null || other === null ? null : known(one * other ** power)
  return {
    things: a.things + power * b.things,
    pounds: a.pounds + power * b.pounds,
    time: a.time + power * b.time,
    times: scaled(a.times, b.times),
    carried: scaled(a.carried, b.carried),
    isDifference: a.isDifference || b.isDifference,
    of: undefined,
  }
}

/** Nothing is known of a scale that is nought or beyond all numbers. */
const known = (scale: number) => (Number.isFinite(scale) && scale !== 0 ? scale : null)

/** A quantity to a whole power: pounds squared have no name, but their quotient may. */
export function raised(base: Quantity, power: number): Quantity {
  const scaled = (scale: number | null) => (scale === null ? null : known(scale ** power))
  return {
    ...base,
    things: base.things * power,
    pounds: base.pounds * power,
    time: base.time * power,
    times: scaled(base.times),
    carried: scaled(base.carried),
    of: undefined,
  }
}

const BASES = [10, 1000, 10_000, 100_000, 1_000_000]

/** What a finished formula gives, or undefined when it is nothing that has a name. */
export function dimensionOf(quantity: Quantity): Dimension | undefined {
  if (isRatio(quantity)) return ratioOf(quantity)
  const { things, pounds, time } = quantity
  const of = quantity.of === undefined ? {} : { of: quantity.of }
  const named = NAMED.find(([t, p, d]) => t === things && p === pounds && d === time)
  return named && { ...named[3], ...of }
}

const NAMED: readonly (readonly [number, number, number, Dimension])[] = [
  [1, 0, 0, { kind: 'count' }],
  [0, 1, 0, { kind: 'pounds' }],
  [0, 0, 1, { kind: 'duration' }],
  [-1, 1, 0, { kind: 'pounds', each: 'thing' }],
  [-1, 0, 1, { kind: 'duration', each: 'thing' }],
  [1, -1, 0, { kind: 'rate', each: 'pound' }],
  [1, 0, -1, { kind: 'rate', each: 'time' }],
]

function ratioOf({ times, isDifference, of, carried }: Quantity): Dimension {
  const about = of === undefined ? {} : { of }
  if (times === 100) return { kind: isDifference ? 'percentage-points' : 'percentage', ...about }
  if (times !== null && BASES.includes(times)) return { kind: 'rate', per: times, ...about }
  return carried === null ? { kind: 'rate', ...about } : { kind: 'number', ...about }
}

/** A quantity in words, to stand in a message: "pounds", "a percentage", "pounds for each thing counted". */
export function quantityInWords(quantity: Quantity): string {
  const dimension = dimensionOf(quantity)
  return dimension ? dimensionInWords(dimension) : 'something that has no unit of its own'
}

/** A dimension in words, to stand in a message. */
export function dimensionInWords({ kind, of, per, each }: Dimension): string {
  const about = of ? ` (${of})` : ''
  const forEach = each === 'thing' ? ' for each thing counted' : ''
  switch (kind) {
    case 'count':
      return `a count${about}`
    case 'pounds':
      return `pounds${forEach}`
    case 'duration':
      return `a length of time${forEach}`
    case 'percentage':
      return `a percentage${about}`
    case 'percentage-points':
      return 'percentage points'
    case 'rate':
      if (each) return `a rate for each ${each === 'pound' ? 'pound' : 'unit of time'}`
      return per ? `a rate per ${per.toLocaleString('en-GB')}` : 'a rate'
    case 'number':
      return 'a plain number'
  }
}
