import { evaluate } from './evaluate.js'
import type { Part } from './formula.js'

/** The value of a part that is made of numbers alone; undefined when it has none, as 1 / 0. */
export function valueOfConstant(part: Part): number | undefined {
  return evaluate({ text: '', root: part }, () => null).value ?? undefined
}
