import { err, ok, type Result } from '#kernel/result.js'
import type { ObservationStatus } from './observation.js'
import type { Unit } from './unit.js'

/** The three numbers of a figure. */
export type Figures = {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

/** What is wrong with one of the three, and what to write instead. */
export type FigureProblem = { readonly column: keyof Figures; readonly problem: string; readonly fix: string }

const NAMES: readonly (keyof Figures)[] = ['numerator', 'denominator', 'value']

/** What a figure's numbers are checked against. */
export type FigureKind = { readonly unit: Unit; readonly per: number }

/** Checks the numbers of a figure against each other and works out the value where it is not given. */
export function checkedFigures(
  given: Figures,
  kind: FigureKind,
  status: ObservationStatus,
): Result<Figures, FigureProblem> {
  const problem = status === 'missing' ? problemWhenMissing(given) : problemWith(given, kind)
  if (problem) return err(problem)
  return ok(status === 'missing' ? given : { ...given, value: workedOut(given, kind) })
}

function problemWhenMissing(given: Figures): FigureProblem | undefined {
  const column = NAMES.find((name) => given[name] !== null)
  return (
    column && { column, problem: 'The row says missing but has a number', fix: 'Empty the cell or change the status' }
  )
}

function problemWith(given: Figures, { unit, per }: FigureKind): FigureProblem | undefined {
  const strange = NAMES.find((name) => given[name] !== null && !isSafe(given[name]))
  if (strange) return { column: strange, problem: 'The number is too large', fix: 'Check the number' }
  if (given.denominator !== null && given.denominator <= 0) {
    return { column: 'denominator', problem: 'A denominator must be more than 0', fix: 'Check it, or empty the cell' }
  }
  if (unit === 'count') return problemWithCount(given)
  if (unit !== 'pounds') return problemWithQuotient(given, unit, per)
  if (given.value === null)
    return { column: 'value', problem: 'There is no value', fix: 'Write the figure in this column' }
  return problemWithPounds(given.value)
}

function isSafe(number: number | null): boolean {
  return number !== null && Math.abs(number) <= Number.MAX_SAFE_INTEGER
}

function problemWithCount({ numerator, denominator, value }: Figures): FigureProblem | undefined {
  const count = numerator ?? value
  if (count === null)
    return { column: 'numerator', problem: 'There is no number', fix: 'Write the count in this column' }
  if (count < 0) return { column: 'numerator', problem: 'A count cannot be less than 0', fix: 'Check the number' }
  if (denominator !== null) {
    return { column: 'denominator', problem: 'A count has no denominator', fix: 'Empty this cell' }
  }
  if (value !== null && value !== count) {
    return { column: 'value', problem: `It says ${value} where the numerator says ${count}`, fix: 'Empty this cell' }
  }
  return undefined
}

function problemWithQuotient(given: Figures, unit: Unit, per: number): FigureProblem | undefined {
  const { numerator, denominator, value } = given
  if (numerator === null || denominator === null) return value === null ? noQuotient(unit) : undefined
  const quotient = (per * numerator) / denominator
  if (value === null || Math.abs(value - quotient) <= Math.max(0.051, Math.abs(quotient) * 0.005)) return undefined
  const worked =
    unit === 'percentage'
      ? `${numerator} of ${denominator} is ${quotient.toFixed(1)}%`
      : `${per === 1 ? '' : `${per} × `}${numerator} ÷ ${denominator} is ${Number(quotient.toFixed(4))}`
  const fix = 'Correct one of the three, or empty this cell'
  return { column: 'value', problem: `It says ${value}, but ${worked}`, fix }
}

function noQuotient(unit: Unit): FigureProblem {
  return unit === 'percentage'
    ? { column: 'value', problem: 'There is no percentage', fix: 'Write it here, or both numerator and denominator' }
    : { column: 'value', problem: 'There is no value', fix: 'Write the figure in this column' }
}

function problemWithPounds(value: number): FigureProblem | undefined {
  const isWholePence = Math.abs(value * 100 - Math.round(value * 100)) < 1e-4
  if (isWholePence && Number.isSafeInteger(Math.round(value * 100))) return undefined
  return { column: 'value', problem: 'Pounds have at most two decimals', fix: 'Round it to pence' }
}

function workedOut({ numerator, denominator, value }: Figures, { unit, per }: FigureKind): number | null {
  if (unit === 'count') return numerator ?? value
  if (unit === 'percentage' && numerator !== null && denominator !== null) return (per * numerator) / denominator
  return value ?? (numerator !== null && denominator !== null ? (per * numerator) / denominator : null)
}
