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
import { allMeasures, measuresBySlug } from '../data/measures.queries.js'
import { dimensionOf } from '../domain/dimension.js'
import { periodProblems } from '../domain/formula-periods.js'
import type { Measure, MeasureDescription } from '../domain/measure.js'

/**
 * What is wrong with the formula of a measure, in the words of formulas: how it is written, its units, a circle, or
 * figures of periods that do not go together.
 * `changed` is another measure as it is about to be saved.
 */
export async function problemsWithFormula(
  db: Db,
  slug: string,
  description: MeasureDescription,
  changed?: Measure,
): Promise<FormulaProblem[]> {
  if (description.formula === null) return []
  const formula = parseFormula(description.formula)
  if (!formula.ok) return formula.error
  const inputs = new Map(await withInputs(db, await measuresBySlug(db, namesIn(formula.value))))
  if (changed) inputs.set(changed.slug, changed)
  const circle = circleIn(slug, formula.value, inputs)
  if (circle) return [circle]
  const unitOf = (name: string) => {
    const input = inputs.get(name)
    return input && dimensionOf(input)
  }
  const units = checkUnits(formula.value, unitOf, dimensionOf(description))
  if (!units.ok) return units.error
  return periodProblems(formula.value, description, (name) => inputs.get(name))
}

/** A measure that is worked out from another, and what would be wrong with its formula once that other is changed. */
export type BrokenFormula = { readonly title: string; readonly problems: readonly FormulaProblem[] }

/** The first measure whose formula would no longer hold: pounds in the place of a count, say. */
export async function formulaBrokenBy(db: Db, before: Measure, after: Measure): Promise<BrokenFormula | undefined> {
  if (isSameKind(before, after)) return undefined
  for (const other of await allMeasures(db)) {
    const formula = formulaOf(other)
    if (other.id === after.id || !formula || !namesIn(formula).includes(after.slug)) continue
    const problems = await problemsWithFormula(db, other.slug, other, after)
    if (problems.length > 0) return { title: other.title, problems }
  }
  return undefined
}

function isSameKind(before: Measure, after: Measure): boolean {
  const kindOf = (measure: Measure) => [dimensionOf(measure), measure.frequency, measure.pooling]
  return JSON.stringify(kindOf(before)) === JSON.stringify(kindOf(after))
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
