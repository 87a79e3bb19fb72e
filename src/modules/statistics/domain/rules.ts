import type { Rule } from './control.js'
import type { Limits } from './limits.js'

/** So many in a row on one side of the mean, or all rising or all falling, are more than chance. */
const IN_A_ROW = 7

/** What the rules find at one point: the rules that hold, and which way the point's signal goes. */
export type Signal = { readonly rules: readonly Rule[]; readonly side: 1 | -1 | 0 }

const QUIET: Signal = { rules: [], side: 0 }

/**
 * Tries the four rules of "Making Data Count" on one phase, as NHSRplotthedots 0.2.2 does. Where several hold at a
 * point, its colour follows the first of: outside the limits (which one), a trend (its direction), two of three and
 * a shift (which side of the mean). A missing value ends every run and stands in no group of three.
 */
export function signalsOf(values: readonly (number | null)[], limits: readonly Limits[]): readonly Signal[] {
  const sides = values.map((value, index) => sideOf(value, limits[index]?.mean ?? null))
  const outside = values.map((value, index) => outsideOf(value, limits[index]))
  const trends = trendsOf(values)
  const shifts = shiftsOf(sides)
  const near = values.map((value, index) => outside[index] === 0 && isNear(value, limits[index]))
  const pairs = twoOfThree(near, sides)
  return values.map((_, index) => {
    const side = sides[index] ?? 0
    return signalAt(outside[index] ?? 0, trends[index] ?? 0, pairs[index] ? side : 0, shifts[index] ? side : 0)
  })
}

type Side = 1 | -1 | 0

function signalAt(outside: Side, trend: Side, pair: Side, shift: Side): Signal {
  if (outside === 0 && trend === 0 && pair === 0 && shift === 0) return QUIET
  const rules: Rule[] = []
  if (outside !== 0) rules.push('outside')
  if (trend !== 0) rules.push('trend')
  if (pair !== 0) rules.push('two-of-three')
  if (shift !== 0) rules.push('shift')
  return { rules, side: outside || trend || pair || shift }
}

function sideOf(value: number | null, mean: number | null): Side {
  if (value === null || mean === null || value === mean) return 0
  return value > mean ? 1 : -1
}

/** Beyond a limit, not on it. */
function outsideOf(value: number | null, limits: Limits | undefined): Side {
  if (value === null || !limits) return 0
  if (limits.upper !== null && value > limits.upper) return 1
  return limits.lower !== null && value < limits.lower ? -1 : 0
}

function isNear(value: number | null, limits: Limits | undefined): boolean {
  if (value === null || !limits) return false
  const isHigh = limits.upperNear !== null && value > limits.upperNear
  return isHigh || (limits.lowerNear !== null && value < limits.lowerNear)
}

/** Every point of seven or more in a row on one side. A point on the mean itself ends the run. */
function shiftsOf(sides: readonly Side[]): readonly boolean[] {
  const found = sides.map(() => false)
  let from = 0
  for (let index = 1; index <= sides.length; index++) {
    if (index < sides.length && sides[index] === sides[from]) continue
    if (sides[from] !== 0 && index - from >= IN_A_ROW) found.fill(true, from, index)
    from = index
  }
  return found
}

/**
 * The direction of the trend that each point is part of: seven or more, each higher (or lower) than the one before.
 * Two equal values end it. Where one trend turns into another, the turning point counts with the later one.
 */
function trendsOf(values: readonly (number | null)[]): readonly Side[] {
  const found: Side[] = values.map(() => 0)
  let from = 0
  let direction: Side = 0
  for (let index = 1; index <= values.length; index++) {
    const step = stepTo(values, index)
    if (step === direction && step !== 0) continue
    if (direction !== 0 && index - from >= IN_A_ROW) found.fill(direction, from, index)
    from = step === 0 ? index : index - 1
    direction = step
  }
  return found
}

function stepTo(values: readonly (number | null)[], index: number): Side {
  const [before, value] = [values[index - 1] ?? null, values[index] ?? null]
  return before === null ? 0 : sideOf(value, before)
}

/** Points between the near and the outer limit, two or three of three in a row that all lie on one side of the mean. */
function twoOfThree(near: readonly boolean[], sides: readonly Side[]): readonly boolean[] {
  const found = near.map(() => false)
  for (let first = 0; first + 2 < near.length; first++) {
    const side = sides[first]
    if (side === 0 || sides[first + 1] !== side || sides[first + 2] !== side) continue
    if (Number(near[first]) + Number(near[first + 1]) + Number(near[first + 2]) < 2) continue
    for (let index = first; index < first + 3; index++) if (near[index]) found[index] = true
  }
  return found
}
