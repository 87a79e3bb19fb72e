import { cellsOf, inWholeNumbers, type SmallFigure } from './figures.js'
import { foundSums } from './found-sums.js'
import { foundTilings } from './found-tilings.js'
import { type Cell, isSmall, type Problem, partsOf, type Relation, type Rule } from './problem.js'
import { protect } from './protect.js'
import { additionsIn, type Sum } from './releases.js'

/** How much dearer it is to withhold what was already told: it can be remembered. */
const ALREADY_TOLD = 1000

/** The figures of tables as cells, with the moment from which each was known. */
type Timed = { readonly problem: Problem; readonly cellKnown: ReadonlyMap<string, string>; readonly knownOf: KnownOf }
type KnownOf = (relation: Relation) => string

/**
 * The figures that the public is not shown: those with small numbers, and those from which small numbers could be worked
 * out, within and between tables and from one release to the next. What an earlier release told is left as it was told,
 * unless there is no other way.
 */
export function withheldFigures(figures: readonly SmallFigure[], sums: readonly Sum[], rule: Rule): Set<string> {
  const { problem, cellKnown, knownOf } = timed(inWholeNumbers(figures), sums)
  const hidden = new Set<string>()
  for (const part of partsOf(problem)) {
    if (!part.cells.some((cell) => isSmall(cell, rule))) continue
    const moments = [...new Set(part.cells.map(({ id }) => cellKnown.get(id) ?? ''))].sort()
    let own: ReadonlySet<string> = new Set<string>()
    let told: ReadonlySet<string> = new Set<string>()
    for (const moment of moments) {
      const cells = part.cells.filter(({ id }) => (cellKnown.get(id) ?? '') <= moment)
      const relations = part.relations.filter((relation) => knownOf(relation) <= moment)
      own = protect({ cells: cells.map((cell) => dearer(cell, told)), relations }, rule, own)
      told = new Set(cells.map(({ id }) => id))
    }
    for (const figure of own) hidden.add(figure)
  }
  return hidden
}

function dearer(cell: Cell, told: ReadonlySet<string>): Cell {
  return told.has(cell.id) ? { ...cell, weight: ALREADY_TOLD } : cell
}

/** All cells and all that adds up, each with the moment from which it counts. */
function timed(figures: readonly SmallFigure[], sums: readonly Sum[]): Timed {
  const cells: Cell[] = []
  const cellKnown = new Map<string, string>()
  const relationKnown = new Map<Relation, string>()
  const relations: Relation[] = []
  const add = (own: readonly Cell[], related: readonly Relation[], known: string) => {
    for (const cell of own) cellKnown.set(cell.id, known)
    for (const relation of related) relationKnown.set(relation, known)
    cells.push(...own)
    relations.push(...related)
  }
  for (const figure of figures) {
    const own = cellsOf(figure)
    add(own.cells, own.relations, figure.known)
  }
  for (const { relation, rest, known } of additionsIn(figures, [
    ...sums,
    ...foundSums(figures),
    ...foundTilings(figures),
  ]))
    add(rest ? [rest] : [], [relation], known)
  return { problem: { cells, relations }, cellKnown, knownOf: (relation) => relationKnown.get(relation) ?? '' }
}

/** The same tables as the public sees them when these figures are withheld, for an attack on them. */
export function asSeen(figures: readonly SmallFigure[], sums: readonly Sum[], hidden: ReadonlySet<string>) {
  const { problem } = timed(inWholeNumbers(figures), sums)
  const cells = problem.cells.map(({ id, figure, amount }) => {
    const isHidden = figure === null || hidden.has(figure)
    return { id, amount: isHidden ? null : amount, least: 0, isPublished: figure !== null }
  })
  return { cells, relations: problem.relations }
}
