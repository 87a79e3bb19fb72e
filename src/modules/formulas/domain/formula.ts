/** Where something stands in a formula: line and column, both from 1. */
export type Place = { readonly line: number; readonly column: number }

/** What is wrong with a formula, where, and what would mend it. */
export type FormulaProblem = Place & { readonly what: string; readonly mend: string }

/** The operators that stand between two parts, from the loosest to the tightest. */
export type Operator = 'or' | 'and' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | '^'

/** The functions of the language. */
export type FunctionName = 'if' | 'isNull' | 'coalesce' | 'per' | 'share' | 'sum' | 'min' | 'max' | 'abs' | 'round'

/** One part of a formula. A name is the code of another measure. */
export type Part = { readonly at: Place } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly of: Part }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Part; readonly right: Part }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly parts: readonly Part[] }
)

/** A formula that has been read: how it was written, and its parts. */
export type Formula = { readonly text: string; readonly root: Part }

/** How many parts each function takes: the fewest, and the most. */
export const FUNCTIONS: Readonly<Record<FunctionName, { readonly fewest: number; readonly most: number }>> = {
  if: { fewest: 3, most: 3 },
  isNull: { fewest: 1, most: 1 },
  coalesce: { fewest: 1, most: 50 },
  per: { fewest: 3, most: 3 },
  share: { fewest: 2, most: 2 },
  sum: { fewest: 1, most: 50 },
  min: { fewest: 1, most: 50 },
  max: { fewest: 1, most: 50 },
  abs: { fewest: 1, most: 1 },
  round: { fewest: 1, most: 2 },
}

/** The parts directly inside a part, from left to right. */
export function partsOf(part: Part): readonly Part[] {
  if (part.kind === 'unary') return [part.of]
  if (part.kind === 'binary') return [part.left, part.right]
  return part.kind === 'call' ? part.parts : []
}

/** The codes of the measures that a formula uses, each once, in the order that they are read. */
export function namesIn(formula: Formula): string[] {
  const names = new Set<string>()
  const open: Part[] = [formula.root]
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === 'name') names.add(part.name)
    open.push(...partsOf(part).toReversed())
  }
  return [...names]
}

/** Where a formula first names a measure; its beginning where it does not. */
export function placeOf(formula: Formula, name: string): Place {
  const open: Part[] = [formula.root]
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.kind === 'name' && part.name === name) return part.at
    open.push(...partsOf(part).toReversed())
  }
  return { line: 1, column: 1 }
}

/** Whether a part is made of numbers alone, so that its value is known without any measure. */
export function isConstant(part: Part): boolean {
  if (part.kind === 'number') return true
  if (part.kind === 'unary') return part.operator === '-' && isConstant(part.of)
  return part.kind === 'binary' && '+-*/%^'.includes(part.operator) && isConstant(part.left) && isConstant(part.right)
}
