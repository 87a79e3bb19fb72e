import type { Formula, FunctionName, Operator, Part } from './formula.js'

/** The figure of a measure by its code, for the period in question; null when there is none. */
export type ValueOf = (name: string) => number | null

/** A value of one part: a number, yes or no, or null with the reason. */
export type PartValue = { readonly value: number | boolean | null; readonly why?: string }

/** What a formula gives: a number, or null and why there is none. */
export type Evaluation = { readonly value: number | null; readonly why?: string }

/** Hears of each part when its value is known, innermost first. */
export type Listener = (part: Part, value: PartValue, inside: readonly PartValue[]) => void

/**
 * Works a formula out for one period. Nothing times anything is nothing: a missing figure makes the whole missing,
 * unless `coalesce` or `if(isNull(…))` says otherwise. Dividing by nought gives no figure, with the reason.
 */
export function evaluate(formula: Formula, figures: ValueOf, heard: Listener = () => {}): Evaluation {
  const { value, why } = valueOfPart(formula.root, { figures, heard })
  if (typeof value === 'boolean') return { value: value ? 1 : 0 }
  return why === undefined ? { value } : { value, why }
}

type World = { readonly figures: ValueOf; readonly heard: Listener }

function valueOfPart(part: Part, world: World): PartValue {
  const inside: PartValue[] = []
  const ask = (asked: Part): PartValue => {
    const value = valueOfPart(asked, world)
    inside.push(value)
    return value
  }
  const value = worked(part, ask, world.figures)
  world.heard(part, value, inside)
  return value
}

type Ask = (part: Part) => PartValue

function worked(part: Part, ask: Ask, figures: ValueOf): PartValue {
  switch (part.kind) {
    case 'number':
    case 'truth':
      return { value: part.value }
    case 'null':
      return missing('The formula gives no figure here')
    case 'name':
      return figureOf(part.name, figures)
    case 'unary':
      return signed(part.operator, ask(part.of))
    case 'binary':
      return part.operator === 'and' || part.operator === 'or'
        ? joined(part.operator, ask(part.left), () => ask(part.right))
        : combined(part, ask(part.left), ask(part.right))
    case 'call':
      return called(part.name, part.parts, ask)
  }
}

const missing = (why: string): PartValue => ({ value: null, why })

function figureOf(name: string, figures: ValueOf): PartValue {
  const value = figures(name)
  if (value === null || !Number.isFinite(value)) return missing(`[${name}] has no figure`)
  return { value }
}

function signed(operator: '-' | 'not', of: PartValue): PartValue {
  if (of.value === null) return of
  return { value: operator === 'not' ? !truthOf(of.value) : plainZero(-Number(of.value)) }
}

/** Of three values: no and missing is no, yes or missing is yes; what is settled is not asked further. */
function joined(operator: 'and' | 'or', left: PartValue, right: () => PartValue): PartValue {
  const settles = operator === 'or'
  if (left.value !== null && truthOf(left.value) === settles) return { value: settles }
  const second = right()
  if (second.value !== null && truthOf(second.value) === settles) return { value: settles }
  if (left.value === null) return left
  return second.value === null ? second : { value: !settles }
}

function truthOf(value: number | boolean): boolean {
  return value === true || (typeof value === 'number' && value !== 0)
}

function combined({ operator, right: below }: Binary, left: PartValue, right: PartValue): PartValue {
  if (left.value === null) return left
  if (right.value === null) return right
  const [a, b] = [Number(left.value), Number(right.value)]
  const compare = COMPARISONS[operator]
  if (compare) return { value: compare(a, b) }
  const isByNought = ((operator === '/' || operator === '%') && b === 0) || (operator === '^' && a === 0 && b < 0)
  return isByNought ? byNought(below) : finite(ARITHMETIC[operator]?.(a, b) ?? Number.NaN)
}

const COMPARISONS: Readonly<Partial<Record<Operator, (a: number, b: number) => boolean>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

const ARITHMETIC: Readonly<Partial<Record<Operator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
}

type Binary = Part & { readonly kind: 'binary' }

function byNought(below: Part | undefined): PartValue {
  const named = below?.kind === 'name' ? `[${below.name}] is 0, and nothing` : 'Nothing'
  return missing(`${named} can be divided by nought`)
}

function finite(value: number): PartValue {
  if (Number.isNaN(value)) return missing('There is no such number')
  return Number.isFinite(value) ? { value: plainZero(value) } : missing('The number is too large')
}

/** Minus nought is nought. */
const plainZero = (value: number) => (value === 0 ? 0 : value)

function called(name: FunctionName, parts: readonly Part[], ask: Ask): PartValue {
  if (name === 'if') return chosen(parts, ask)
  if (name === 'coalesce') return firstThere(parts, ask)
  if (name === 'isNull') return { value: parts.every((part) => ask(part).value === null) }
  const values = parts.map(ask)
  const gap = values.find(({ value }) => value === null)
  if (gap) return gap
  const numbers = values.map(({ value }) => Number(value))
  if ((name === 'per' || name === 'share') && numbers.at(-1) === 0) return byNought(parts.at(-1))
  return computed(name, numbers)
}

/** A condition that cannot be decided, because a figure is missing, gives no figure. */
function chosen([condition, yes, no]: readonly Part[], ask: Ask): PartValue {
  if (!condition || !yes || !no) return missing('There is no such number')
  const decided = ask(condition)
  if (decided.value === null) return decided
  return ask(truthOf(decided.value) ? yes : no)
}

function firstThere(parts: readonly Part[], ask: Ask): PartValue {
  let last: PartValue = missing('There is no such number')
  for (const part of parts) {
    last = ask(part)
    if (last.value !== null) return last
  }
  return last
}

function computed(name: FunctionName, numbers: readonly number[]): PartValue {
  const [first = 0, second = 0, third = 0] = numbers
  switch (name) {
    case 'per':
      return finite((first * second) / third)
    case 'share':
      return finite((100 * first) / second)
    case 'sum':
      return finite(numbers.reduce((total, value) => total + value, 0))
    case 'min':
      return finite(Math.min(...numbers))
    case 'max':
      return finite(Math.max(...numbers))
    case 'abs':
      return finite(Math.abs(first))
    default:
      return finite(roundTo(first, second))
  }
}

/** Rounds to decimals, halves away from nought as people do: 1.005 to two decimals is 1.01, −1.5 to none is −2. */
export function roundTo(value: number, decimals: number): number {
  const places = Math.max(-15, Math.min(15, Math.trunc(decimals)))
  const rounded = moved(Math.round(moved(Math.abs(value), places)), -places)
  return value < 0 ? -rounded : rounded
}

/** The number with its point moved, in decimal and so without a binary error. */
function moved(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
