/** The range that a figure is likely to lie in, given chance. A figure that knows no chance has itself at both ends. */
export type Range = { readonly lower: number; readonly upper: number }

/** Where one of several figures stands, counted from the highest or the lowest. */
export type Standing = {
  /** The place by the figures alone; equal figures share the better one. */
  readonly position: number
  readonly isShared: boolean
  /** Between which places it stands once chance is allowed for. */
  readonly first: number
  readonly last: number
  readonly of: number
}

/** One figure to be ranked, with its range at the joint level. */
export type Ranked = { readonly value: number; readonly joint: Range }

/**
 * The place of each of several figures, with the places that are possible once chance is allowed for: one more than
 * those that lie wholly before it, to all but those that lie wholly behind it (Klein, Wright and Wieczorek 2020, "A
 * joint confidence region for an overall ranking of populations", Applied Statistics 69). When every range holds its
 * truth at `jointLevel`, all the ranges of places hold at once in 95 of 100 samples. No simulation is needed.
 */
export function standings(figures: readonly Ranked[], from: 'highest' | 'lowest'): Standing[] {
  const sign = from === 'highest' ? 1 : -1
  const isBefore = (a: number, b: number) => sign * (a - b) > 0
  const [near, far] = from === 'highest' ? (['lower', 'upper'] as const) : (['upper', 'lower'] as const)
  return figures.map(({ value, joint }, index) => {
    const others = figures.filter((_, other) => other !== index)
    const count = (test: (other: Ranked) => boolean) => others.filter(test).length
    return {
      position: 1 + count((other) => isBefore(other.value, value)),
      isShared: others.some((other) => other.value === value),
      first: 1 + count((other) => isBefore(other.joint[near], joint[far])),
      last: figures.length - count((other) => isBefore(joint[near], other.joint[far])),
      of: figures.length,
    }
  })
}

/** How sure each range must be for all of `count` independent ranges to hold at once (Šidák 1967). */
export function jointLevel(count: number, level = 0.95): number {
  return level ** (1 / Math.max(1, count))
}

/** An estimate and its range. */
export type Estimate = { readonly estimate: number } & Range

/** How much the first is above the second, with its range, from the ranges of the two (Zou and Donner 2008). */
export function differenceOf(a: Estimate, b: Estimate): Estimate & { readonly isSignificant: boolean } {
  const estimate = a.estimate - b.estimate
  const lower = estimate - Math.hypot(a.estimate - a.lower, b.upper - b.estimate)
  const upper = estimate + Math.hypot(a.upper - a.estimate, b.estimate - b.lower)
  return { estimate, lower, upper, isSignificant: lower > 0 || upper < 0 }
}
