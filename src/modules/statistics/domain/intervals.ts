import { gammaQuantile, normalQuantile, tQuantile } from './distributions.js'

/** An estimate and the range that holds the truth in `level` of all samples; undefined where nothing was counted. */
export type Interval = { readonly estimate: number; readonly lower: number; readonly upper: number }

/** So many of so many: answers of a survey, cases of all cases. */
export type Share = { readonly count: number; readonly of: number }

/** A count over what it is counted over: people, days, calls. */
export type Rate = { readonly count: number; readonly exposure: number }

/** A change and whether it is more than chance: significant when the interval does not hold "no change". */
export type Comparison = Interval & { readonly isSignificant: boolean }

/** A share (0 to 1) with its interval by Wilson's score method (Wilson 1927; Newcombe 1998a, method 3). */
export function wilsonInterval(count: number, of: number, level = 0.95): Interval | undefined {
  if (!(of > 0) || count < 0 || count > of) return undefined
  const z = standardDeviations(level)
  const share = count / of
  const centre = (count + (z * z) / 2) / (of + z * z)
  const reach = (z * Math.sqrt(of * share * (1 - share) + (z * z) / 4)) / (of + z * z)
  return {
    estimate: share,
    lower: count === 0 ? 0 : Math.max(0, centre - reach),
    upper: count === of ? 1 : Math.min(1, centre + reach),
  }
}

/**
 * A rate with its interval: Byar's approximation from a count of 10, the exact Poisson interval below, as the Office
 * for Health Improvement and Disparities does in its public health profiles (technical guide 3).
 */
export function rateInterval(count: number, exposure: number, level = 0.95): Interval | undefined {
  if (!(exposure > 0) || count < 0) return undefined
  const [lower, upper] = count >= 10 ? byar(count, level) : exactPoisson(count, level)
  return { estimate: count / exposure, lower: lower / exposure, upper: upper / exposure }
}

function byar(count: number, level: number): readonly [number, number] {
  const z = standardDeviations(level)
  const above = count + 1
  return [
    count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  ]
}

function exactPoisson(count: number, level: number): readonly [number, number] {
  const tail = (1 - level) / 2
  return [count === 0 ? 0 : gammaQuantile(tail, count), gammaQuantile(1 - tail, count + 1)]
}

/** How much the first share is above the second, with the interval of Newcombe (1998b, method 10). From −1 to 1. */
export function differenceOfShares(a: Share, b: Share, level = 0.95): Comparison | undefined {
  const [first, second] = [wilsonInterval(a.count, a.of, level), wilsonInterval(b.count, b.of, level)]
  if (!first || !second) return undefined
  const estimate = first.estimate - second.estimate
  const lower = estimate - Math.hypot(first.estimate - first.lower, second.upper - second.estimate)
  const upper = estimate + Math.hypot(first.upper - first.estimate, second.estimate - second.lower)
  return { estimate, lower, upper, isSignificant: lower > 0 || upper < 0 }
}

/**
 * How many times the second rate the first is. Given the two counts' total, the first is a share of it, so the
 * interval is Wilson's of that share, turned into a ratio. Undefined when the second count is nought.
 */
export function ratioOfRates(a: Rate, b: Rate, level = 0.95): Comparison | undefined {
  if (!(a.exposure > 0) || !(b.exposure > 0) || a.count < 0 || b.count <= 0) return undefined
  const share = wilsonInterval(a.count, a.count + b.count, level)
  if (!share) return undefined
  const ratio = (part: number) => (part / (1 - part)) * (b.exposure / a.exposure)
  const [lower, upper] = [ratio(share.lower), ratio(share.upper)]
  return { estimate: ratio(share.estimate), lower, upper, isSignificant: lower > 1 || upper < 1 }
}

/** A mean of n answers with its interval by Student's t; undefined for fewer than two answers. */
export function meanInterval(mean: number, deviation: number, n: number, level = 0.95): Interval | undefined {
  if (!(n >= 2) || deviation < 0) return undefined
  const reach = tQuantile(1 - (1 - level) / 2, n - 1) * (deviation / Math.sqrt(n))
  return { estimate: mean, lower: mean - reach, upper: mean + reach }
}

const quantiles = new Map<number, number>()

function standardDeviations(level: number): number {
  const known = quantiles.get(level) ?? normalQuantile(1 - (1 - level) / 2)
  quantiles.set(level, known)
  return known
}
