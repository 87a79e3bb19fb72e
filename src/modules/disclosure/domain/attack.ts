import { asNumber, type Fraction, fraction, isNought, minus, NOUGHT, over, times } from './fraction.js'
import type { Relation } from './problem.js'

/** A number as the public sees it: null where it is withheld, and the least that it can be. */
export type SeenCell = {
  readonly id: string
  readonly amount: number | null
  readonly least: number
  /** False for what no table has a place for: nobody would call it withheld. */
  readonly isPublished: boolean
}

/** Tables as the public sees them, with what anyone knows to add up. */
export type Seen = { readonly cells: readonly SeenCell[]; readonly relations: readonly Relation[] }

/** What an attacker can say of a withheld number. */
export type Told = { readonly id: string; readonly least: number; readonly most: number }

/**
 * Tries to work out every withheld number from what is shown, as an outsider would: solves the equations exactly, then
 * narrows what is left by what cannot be less than nought. It shares no code with what chooses the numbers to withhold.
 */
export function attack({ cells, relations }: Seen): Told[] {
  const amounts = new Map(cells.map(({ id, amount }) => [id, amount]))
  const unknown = cells.filter(({ amount }) => amount === null)
  const place = new Map(unknown.map(({ id }, at) => [id, at]))
  const equations = relations.flatMap((relation) => equationOf(relation, amounts, place) ?? [])
  const solved = eliminated(equations)
  const ranges = unknown.map(({ least }) => ({ least, most: Number.POSITIVE_INFINITY }))
  narrow([...solved, ...equations], ranges)
  return unknown.flatMap(({ id, isPublished }, at) => {
    const range = ranges[at]
    return range && isPublished ? [{ id, ...range }] : []
  })
}

/** The withheld numbers that an attacker knows exactly. */
export function recovered(seen: Seen): Told[] {
  return attack(seen).filter(({ least, most }) => least === most)
}

/** Factors of the unknown numbers, by their place, and what they add up to. */
type Equation = { readonly factors: Map<number, Fraction>; readonly sum: Fraction }

function equationOf(
  { terms }: Relation,
  amounts: ReadonlyMap<string, number | null>,
  place: ReadonlyMap<string, number>,
): Equation | undefined {
  const factors = new Map<number, Fraction>()
  let sum = NOUGHT
  for (const [id, factor] of terms) {
    const own = fraction(BigInt(factor))
    const at = place.get(id)
    const amount = amounts.get(id)
    if (at !== undefined) factors.set(at, minus(factors.get(at) ?? NOUGHT, times(own, fraction(-1n))))
    else sum = minus(sum, times(own, fraction(BigInt(amount ?? 0))))
  }
  return factors.size > 0 ? { factors, sum } : undefined
}

/** Gauss and Jordan: each equation keeps one unknown that no other has. */
function eliminated(equations: readonly Equation[]): Equation[] {
  const done: { lead: number; equation: Equation }[] = []
  for (const equation of equations) {
    const rest = done.reduce((left, { lead, equation: known }) => without(left, known, lead), equation)
    const [lead] = [...rest.factors.keys()]
    if (lead === undefined) continue
    const own = scaled(rest, rest.factors.get(lead) ?? fraction(1n))
    for (const each of done) each.equation = without(each.equation, own, lead)
    done.push({ lead, equation: own })
  }
  return done.map(({ equation }) => equation)
}

function scaled({ factors, sum }: Equation, by: Fraction): Equation {
  return { factors: new Map([...factors].map(([at, factor]) => [at, over(factor, by)])), sum: over(sum, by) }
}

/** The equation with one unknown replaced by what another equation says of it. */
function without(equation: Equation, known: Equation, lead: number): Equation {
  const factor = equation.factors.get(lead)
  if (!factor) return equation
  const factors = new Map(equation.factors)
  for (const [at, each] of known.factors) {
    const left = minus(factors.get(at) ?? NOUGHT, times(factor, each))
    if (isNought(left)) factors.delete(at)
    else factors.set(at, left)
  }
  return { factors, sum: minus(equation.sum, times(factor, known.sum)) }
}

type Open = { least: number; most: number }

/** So often at most: each time round must narrow something by a whole number. */
const ROUNDS = 200

/** Each unknown lies between what the others of its equation leave it; all are whole numbers. */
function narrow(equations: readonly Equation[], ranges: readonly Open[]): void {
  const rows = equations.map(({ factors, sum }) => ({
    sum: asNumber(sum),
    terms: [...factors].map(([at, factor]) => [at, asNumber(factor)] as const),
  }))
  let isNarrower = true
  for (let round = 0; isNarrower && round < ROUNDS; round += 1) {
    isNarrower = false
    for (const { terms, sum } of rows) {
      for (const [at, factor] of terms) {
        const own = ranges[at]
        if (own && narrowOne(own, factor, restOf(terms, ranges, at), sum)) isNarrower = true
      }
    }
  }
}

type Terms = readonly (readonly [at: number, factor: number])[]

/** What all the other terms of an equation come to, at least and at most. */
function restOf(terms: Terms, ranges: readonly Open[], but: number): Open {
  const rest = { least: 0, most: 0 }
  for (const [at, factor] of terms) {
    const range = ranges[at]
    if (at === but || !range) continue
    rest.least += factor > 0 ? factor * range.least : factor * range.most
    rest.most += factor > 0 ? factor * range.most : factor * range.least
  }
  return rest
}

const NEARLY = 1e-7

function narrowOne(own: Open, factor: number, rest: Open, sum: number): boolean {
  const ends = [(sum - rest.least) / factor, (sum - rest.most) / factor].sort((a, b) => a - b)
  const least = Math.max(own.least, Math.ceil((ends[0] ?? own.least) - NEARLY))
  const most = Math.min(own.most, Math.floor((ends[1] ?? own.most) + NEARLY))
  const isNarrower = least > own.least || most < own.most
  own.least = least
  own.most = most
  return isNarrower
}
