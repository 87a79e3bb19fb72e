import { type Formula, namesIn } from './formula.js'

/** The formula of a measure by its code; undefined when its figures are not calculated. */
export type FormulaOf = (name: string) => Formula | undefined

/**
 * The way round from a measure to itself if this formula were its own, as codes that begin and end with it; undefined
 * when there is none. Formulas of other measures that turn in a circle are found as well.
 */
export function findCycle(name: string, formula: Formula, formulaOf: FormulaOf): string[] | undefined {
  const inside = (code: string) => {
    const its = code === name ? formula : formulaOf(code)
    return its ? namesIn(its) : []
  }
  const way = [{ code: name, left: inside(name) }]
  const [onWay, done] = [new Set([name]), new Set<string>()]
  for (let here = way.at(-1); here; here = way.at(-1)) {
    const next = here.left.shift()
    if (next === undefined) {
      onWay.delete(here.code)
      done.add(here.code)
      way.pop()
    } else if (onWay.has(next)) {
      return [...way.map(({ code }) => code).slice(way.findIndex(({ code }) => code === next)), next]
    } else if (!done.has(next)) {
      onWay.add(next)
      way.push({ code: next, left: inside(next) })
    }
  }
  return undefined
}
