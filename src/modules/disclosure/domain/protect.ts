import { recovered } from './attack.js'
import { complementsOf } from './complements.js'
import { type Cell, isSmall, type Problem, partsOf, type Relation, type Rule } from './problem.js'
import { type Exposed, exposed, type Tables, tablesOf } from './ranges.js'

/** So many figures withheld for the sake of others are looked at again, whether they are needed. */
const LOOKED_AT_AGAIN = 60

/** More numbers than this that hang together cannot be weighed in a reasonable time. */
const MOST_CELLS = 3000

/**
 * The figures to withhold so that no small number can be worked out from what is shown: the small ones, and as few others
 * as it takes. `already` are withheld whatever comes of it.
 */
export function protect(problem: Problem, rule: Rule, already: ReadonlySet<string> = new Set()): Set<string> {
  const hidden = new Set(already)
  for (const part of partsOf(problem)) {
    if (!part.cells.some((cell) => isSmall(cell, rule) || (cell.figure !== null && already.has(cell.figure)))) continue
    for (const figure of protectPart(tablesOf(part.cells, part.relations, rule), already)) hidden.add(figure)
  }
  return hidden
}

function protectPart(tables: Tables, already: ReadonlySet<string>): Set<string> {
  const figures = new Set(tables.cells.flatMap(({ figure }) => figure ?? []))
  const needed = new Set([...already].filter((figure) => figures.has(figure)))
  for (const cell of tables.cells) if (cell.figure !== null && isSmall(cell, tables.rule)) needed.add(cell.figure)
  if (tables.cells.length > MOST_CELLS) return apart(tables, already) ?? everything(tables)
  const hidden = new Set(needed)
  for (let open = exposed(tables, hidden); open.length > 0; open = exposed(tables, hidden)) {
    if (!closed(tables, hidden, open)) return everything(tables)
  }
  const fewest = withoutTheNeedless(tables, hidden, needed)
  return recovered(shown(tables, fewest)).length === 0 ? fewest : everything(tables)
}

/**
 * Where too much hangs together to be weighed at once: the tables of each period and measure are weighed apart, and a
 * figure that is the sum of others (a year of its months) is shown only where all of them are, so that it tells nothing
 * that they do not. Nothing where the tables cannot be taken apart, or the attacker would still recover a number.
 */
function apart({ cells, relations, rule, ...tables }: Tables, already: ReadonlySet<string>): Set<string> | undefined {
  const links = relations.filter(({ whole }) => whole !== undefined)
  if (links.length === 0) return undefined
  const hidden = protect({ cells, relations: relations.filter(({ whole }) => whole === undefined) }, rule, already)
  const figures = new Map(cells.map(({ id, figure }) => [id, figure]))
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size
    for (const figure of wholesOfHidden(links, figures, hidden)) hidden.add(figure)
  }
  const held = new Set(figures.values())
  const own = new Set([...hidden].filter((figure) => held.has(figure)))
  return recovered(shown({ cells, relations, rule, ...tables }, own)).length === 0 ? own : undefined
}

/** The figures that are sums of something withheld. */
function wholesOfHidden(
  links: readonly Relation[],
  figures: ReadonlyMap<string, string | null>,
  hidden: ReadonlySet<string>,
): string[] {
  const isHidden = (cell: string) => hidden.has(figures.get(cell) ?? '')
  return links.flatMap(({ whole = '', terms }) =>
    terms.some(([cell]) => cell !== whole && isHidden(cell)) ? (figures.get(whole) ?? []) : [],
  )
}

/** Withholds what it takes for each exposed number in turn; what was withheld for one often serves the next. */
function closed(tables: Tables, hidden: Set<string>, open: readonly Exposed[]): boolean {
  let isCloser = false
  for (const each of open) {
    const { figures, hopeless } = complementsOf(tables, hidden, each)
    for (const figure of figures) hidden.add(figure)
    for (const target of hopeless) tables.hopeless.add(`${each.cell.id} ${target}`)
    if (figures.size > 0 || hopeless.length > 0) isCloser = true
  }
  return isCloser
}

/** A figure that was withheld for the sake of others is shown again where the others are safe without it. */
function withoutTheNeedless(tables: Tables, hidden: Set<string>, needed: ReadonlySet<string>): Set<string> {
  const extra = [...hidden].filter((figure) => !needed.has(figure))
  if (extra.length > LOOKED_AT_AGAIN) return hidden
  const loss = (figure: string) => Math.max(...cellsOf(tables, figure).map(({ amount, weight = 1 }) => amount * weight))
  let fewest = hidden
  for (const figure of extra.sort((a, b) => loss(b) - loss(a) || (a < b ? -1 : 1))) {
    const fewer = new Set([...fewest].filter((each) => each !== figure))
    if (exposed(tables, fewer).length === 0) fewest = fewer
  }
  return fewest
}

function cellsOf({ cells }: Tables, figure: string): Cell[] {
  return cells.filter((cell) => cell.figure === figure)
}

/** The last resort: every figure of the part, but noughts that the rule shows. */
function everything({ cells, rule }: Tables): Set<string> {
  const kept = new Set(
    cells.flatMap(({ figure, amount }) => (rule.showsZero && amount === 0 && figure !== null ? [figure] : [])),
  )
  for (const cell of cells) if (cell.figure !== null && isSmall(cell, rule)) kept.delete(cell.figure)
  return new Set(cells.flatMap(({ figure }) => (figure === null || kept.has(figure) ? [] : [figure])))
}

/** What the public sees of the tables: the attacker is given this and nothing else. */
function shown({ cells, relations, floors }: Tables, hidden: ReadonlySet<string>) {
  return {
    cells: cells.map(({ id, figure, amount }) => {
      const isHidden = figure === null || hidden.has(figure)
      return { id, amount: isHidden ? null : amount, least: floors.get(id) ?? 0, isPublished: figure !== null }
    }),
    relations,
  }
}
