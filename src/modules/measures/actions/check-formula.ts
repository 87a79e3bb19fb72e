import {
  checkUnits,
  type Formula,
  type FormulaProblem,
  findCycle,
  namesIn,
  parseFormula,
} from '#modules/formulas/index.js'
import type { Db } from '#platform/db/db.js'
import { formulaOf, withInputs } from '../data/facts.queries.js'
import { measuresBySlug } from '../data/measures.queries.js'
import { dimensionOf } from '../domain/dimension.js'
import type { Measure, MeasureDescription } from '../domain/measure.js'

/** What is wrong with the formula of a measure, in the words of formulas: how it is written, its units, a circle. */
export async function problemsWithFormula(
  db: Db,
  slug: string,
  description: MeasureDescription,
): Promise<FormulaProblem[]> {
  if (description.formula === null) return []
  const formula = parseFormula(description.formula)
  if (!formula.ok) return formula.error
  const inputs = await withInputs(db, await measuresBySlug(db, namesIn(formula.value)))
  const circle = circleIn(slug, formula.value, inputs)
  if (circle) return [circle]
  const unitOf = (name: string) => {
    const input = inputs.get(name)
    return input && dimensionOf(input)
  }
  const units = checkUnits(formula.value, unitOf, dimensionOf(description))
  return units.ok ? [] : units.error
}

function circleIn(slug: string, formula: Formula, inputs: ReadonlyMap<string, Measure>): FormulaProblem | undefined {
  const circle = findCycle(slug, formula, (name) => {
    const input = inputs.get(name)
    return (input && formulaOf(input)) ?? undefined
  })
  if (!circle) return undefined
  const what = `The formula goes in a circle: ${circle.map((code) => `[${code}]`).join(' → ')}`
  return { line: 1, column: 1, what, mend: 'Take out the measure that leads back to this one' }
}
