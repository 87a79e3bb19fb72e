import { err, ok, type Result } from '#kernel/result.js'
import {
  type Dimension,
  dimensionInWords,
  dimensionOf,
  isRatio,
  PLAIN,
  type Quantity,
  quantityOf,
} from './dimension.js'
import type { Formula, FormulaProblem, FunctionName, Part } from './formula.js'
import { isConstant } from './formula.js'
import { compared, constantOf, divided, powered, type Sort, united } from './unit-rules.js'

/** What the figures of a measure are, by its code; undefined when there is no such measure. */
export type UnitOf = (name: string) => Dimension | undefined

/**
 * Checks that a formula adds, compares and divides only what can be, and says what it gives. With `wanted`, what it
 * gives must also be that: a measure in pounds cannot be a percentage.
 */
export function checkUnits(formula: Formula, unitOf: UnitOf, wanted?: Dimension): Result<Dimension, FormulaProblem[]> {
  const problems: FormulaProblem[] = []
  const sort = sortOf(formula.root, { unitOf, problems })
  if (problems.length > 0) return err(problems)
  const result = finished(formula.root, sort)
  if (!result.ok) return err([result.error])
  if (wanted && !isSameDimension(result.value, wanted)) return err([notWanted(formula.root, result.value, wanted)])
  return result
}

/**
 * Whether figures of one dimension may stand as those of another. A measure in pounds or of time need not say whether
 * its figures are for each of something.
 */
function isSameDimension(found: Dimension, wanted: Dimension): boolean {
  if (found.kind !== wanted.kind) return isPlainRate(found, wanted) || isPlainRate(wanted, found)
  const isOneBase = found.per === undefined || wanted.per === undefined || found.per === wanted.per
  return isOneBase && (wanted.each === undefined || (found.each ?? 'thing') === wanted.each)
}

/** One thing for each of another is a plain ratio: a rate per 1. */
function isPlainRate(a: Dimension, b: Dimension): boolean {
  return a.kind === 'number' && b.kind === 'rate' && (b.per ?? 1) === 1 && (b.each ?? 'thing') === 'thing'
}

function notWanted({ at }: Part, found: Dimension, wanted: Dimension): FormulaProblem {
  const what = `The formula gives ${dimensionInWords(found)}, but this measure is ${dimensionInWords(wanted)}`
  const mends: Partial<Record<Dimension['kind'], string>> = {
    percentage: 'For a percentage write share([part], [whole])',
    rate: `For a rate write per(${wanted.per ?? 1000}, [what is counted], [population])`,
  }
  return { ...at, what, mend: mends[wanted.kind] ?? 'Change the formula, or the unit of the measure' }
}

function finished({ at }: Part, sort: Sort | undefined): Result<Dimension, FormulaProblem> {
  if (sort === undefined || sort === 'nothing') {
    return err({ ...at, what: 'The formula never gives a figure', mend: 'Use at least one measure' })
  }
  if (sort === 'truth') {
    const mend = 'Put it in an if: if(…, 1, 0)'
    return err({ ...at, what: 'The formula says yes or no, and a measure needs a number', mend })
  }
  const quantity = sort.isConstant ? { ...PLAIN } : sort
  if (isInflated(quantity)) {
    const what = 'A percentage or rate is multiplied or divided without taking its base out'
    return err({ ...at, what, mend: 'Divide a percentage by 100, or a rate per 1,000 by 1000, where it is multiplied' })
  }
  const dimension = dimensionOf(quantity)
  if (dimension) return ok(dimension)
  const what = 'The formula gives something that has no unit, such as pounds times pounds'
  return err({ ...at, what, mend: 'Divide by a measure of the same kind, or leave one factor out' })
}

/** Whether a percentage or rate went into a count or a sum with its hundred or thousand still in it. */
function isInflated({ times, carried, ...made }: Quantity): boolean {
  if (isRatio({ times, carried, ...made }) || times === null || carried === null || carried === 1) return false
  return carried > 1 ? Math.abs(times) >= carried : Math.abs(times) <= carried
}

type World = { readonly unitOf: UnitOf; readonly problems: FormulaProblem[] }

/** What a part is; undefined when a problem in it has been noted already. */
function sortOf(part: Part, world: World): Sort | undefined {
  switch (part.kind) {
    case 'number':
      return constantOf(part.value)
    case 'truth':
      return 'truth'
    case 'null':
      return 'nothing'
    case 'name':
      return named(part, world)
    case 'unary':
      return part.operator === 'not' ? decided(part.of, world, 'not') : numeric(part.of, world)
    case 'binary':
      return binary(part, world)
    case 'call':
      return called(part, world)
  }
}

function note(world: World, { at }: Part, what: string, mend: string): undefined {
  world.problems.push({ ...at, what, mend })
}

function named(part: Part & { kind: 'name' }, world: World): Sort | undefined {
  const unit = world.unitOf(part.name)
  if (unit) return { ...quantityOf(unit), isConstant: false }
  return note(world, part, `There is no measure "${part.name}"`, 'Use the code of a measure, as its page shows it')
}

/** A part that must be a number: yes and no cannot be added. */
function numeric(part: Part, world: World): Exclude<Sort, 'truth'> | undefined {
  const sort = sortOf(part, world)
  if (sort !== 'truth') return sort
  return note(world, part, 'A number is needed here, and this says yes or no', 'Turn it into a number: if(…, 1, 0)')
}

/** A part that must say yes or no: a condition. */
function decided(part: Part, world: World, where: string): 'truth' | undefined {
  const sort = sortOf(part, world)
  if (sort === 'truth' || sort === undefined) return sort
  const what = `"${where}" needs something that says yes or no, and this is a number`
  return note(world, part, what, 'Compare it with something: [a] > 0, in brackets after not')
}

function binary(part: Part & { kind: 'binary' }, world: World): Sort | undefined {
  const { operator, left, right } = part
  if (operator === 'and' || operator === 'or') {
    const [first, second] = [decided(left, world, operator), decided(right, world, operator)]
    return first && second
  }
  const isEquality = operator === '==' || operator === '!='
  if (isEquality) {
    const [first, second] = [sortOf(left, world), sortOf(right, world)]
    if (first === 'truth' && second === 'truth') return 'truth'
    return first && second && settle(compared(first, second), part, world)
  }
  const [first, second] = [numeric(left, world), numeric(right, world)]
  if (!first || !second) return undefined
  return settle(ruleFor(part, first, second), part, world)
}

function ruleFor(part: Part & { kind: 'binary' }, first: Sort, second: Sort): Result<Sort, Refusal> {
  switch (part.operator) {
    case '+':
      return united(first, second, 'add')
    case '-':
      return united(first, second, 'take')
    case '*':
      return divided(first, second, 1)
    case '/':
      return divided(first, second, -1)
    case '%':
      return united(first, second, 'choose')
    case '^':
      return powered(first, second, isConstant(part.right) ? part.right : undefined)
    default:
      return compared(first, second)
  }
}

type Refusal = { readonly what: string; readonly mend: string }

function settle(result: Result<Sort, Refusal>, part: Part, world: World): Sort | undefined {
  return result.ok ? result.value : note(world, part, result.error.what, result.error.mend)
}

type Call = Part & { kind: 'call' }

function called(part: Call, world: World): Sort | undefined {
  const rule = CALLS[part.name]
  return rule(part, world)
}

const CALLS: Readonly<Record<FunctionName, (part: Call, world: World) => Sort | undefined>> = {
  if: (part, world) => conditional(part, world),
  isNull: (part, world) => (part.parts.every((inside) => sortOf(inside, world)) ? 'truth' : undefined),
  coalesce: (part, world) => together(part, part.parts, world, 'choose'),
  min: (part, world) => together(part, part.parts, world, 'choose'),
  max: (part, world) => together(part, part.parts, world, 'choose'),
  sum: (part, world) => together(part, part.parts, world, 'add'),
  abs: (part, world) => part.parts[0] && numeric(part.parts[0], world),
  round: (part, world) => rounded(part, world),
  per: (part, world) => perBase(part, world),
  share: (part, world) => shared(part, world),
}

function conditional(part: Call, world: World): Sort | undefined {
  const [condition, yes, no] = part.parts
  if (!condition || !yes || !no) return undefined
  decided(condition, world, 'if')
  const [first, second] = [sortOf(yes, world), sortOf(no, world)]
  if (!first || !second) return undefined
  if (first === 'truth' && second === 'truth') return 'truth'
  return settle(united(first, second, 'choose'), part, world)
}

function together(part: Call, parts: readonly Part[], world: World, how: 'add' | 'choose'): Sort | undefined {
  const sorts = parts.map((inside) => numeric(inside, world))
  return sorts.reduce<Sort | undefined>((whole, sort, index) => {
    if (index === 0) return sort
    return whole && sort && settle(united(whole, sort, how), part, world)
  }, undefined)
}

function rounded(part: Call, world: World): Sort | undefined {
  const [value, places] = part.parts
  if (places && !(places.kind === 'number' && Number.isInteger(places.value) && places.value <= 10)) {
    return note(world, places, 'Decimals are a whole number from 0 to 10', 'Write it as round([a], 1)')
  }
  return value && numeric(value, world)
}

function perBase(part: Call, world: World): Sort | undefined {
  const [base, above, below] = part.parts
  if (!base || !above || !below) return undefined
  if (base.kind !== 'number' || base.value <= 0) {
    return note(world, base, 'The base of a rate is a number above 0', 'Write it as per(1000, [crimes], [population])')
  }
  const [first, second] = [numeric(above, world), numeric(below, world)]
  if (!first || !second) return undefined
  const ratio = divided(first, second, -1)
  const scaled = ratio.ok ? divided(ratio.value, constantOf(base.value), 1) : ratio
  const sort = settle(scaled, part, world)
  if (typeof sort !== 'object') return sort
  return { ...sort, carried: sort.carried === null ? null : sort.carried * base.value, isConstant: false }
}

function shared(part: Call, world: World): Sort | undefined {
  const [above, below] = part.parts
  if (!above || !below) return undefined
  const [first, second] = [numeric(above, world), numeric(below, world)]
  if (!first || !second) return undefined
  const alike = settle(united(first, second, 'choose'), part, world)
  const share: Quantity = { ...PLAIN, times: 100, carried: 100 }
  return alike && { ...share, isConstant: false }
}
