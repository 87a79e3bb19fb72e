import { polytope } from './linear-programme.js'
import type { Cell, Relation } from './problem.js'
import type { Exposed, Tables } from './ranges.js'
import { singleWay } from './single-way.js'

/** So many cells around the exposed one are looked at first; more only when these do not do. */
const NEIGHBOURS = 200

/**
 * The figures whose withholding lets an exposed number be what it must be able to be: those that would have to change with
 * it, where changing costs least: along one way through plain tables, else by the linear programme of Kelly, Golden and
 * Assad (1992). What it could never be, whatever
 * is withheld, is `hopeless`: a total of two numbers that are 1 at least is never 1.
 */
export function complementsOf(tables: Tables, hidden: ReadonlySet<string>, { cell, targets }: Exposed) {
  const figures = new Set<string>()
  const hopeless: number[] = []
  for (const target of targets) {
    const more = movingTo(tables, new Set([...hidden, ...figures]), { cell, by: target - cell.amount })
    for (const figure of more ?? []) figures.add(figure)
    if (!more) hopeless.push(target)
  }
  return { figures, hopeless }
}

function movingTo(tables: Tables, hidden: ReadonlySet<string>, move: Omit<Move, 'near'>): Set<string> | undefined {
  const way = singleWay(tables, {
    ...move,
    costOf: (cell) => (mayMove(tables, hidden, cell) ? costOf(hidden, cell) : undefined),
  })
  // A way of withheld numbers alone: what was withheld for another serves this one too.
  if (way) return new Set(way.flatMap(({ figure }) => (figure === null || hidden.has(figure) ? [] : [figure])))
  for (let size = NEIGHBOURS; ; size *= 4) {
    const chosen = figuresThatMove(tables, hidden, { ...move, near: neighbourhood(tables, move.cell, size) })
    if ((chosen && chosen.size > 0) || size >= tables.cells.length) return chosen
  }
}

function neighbourhood({ cells, relations }: Tables, cell: Cell, size: number): Cell[] {
  if (cells.length <= size) return [...cells]
  const relationsOf = new Map<string, Relation[]>()
  for (const relation of relations) {
    for (const [id] of relation.terms) relationsOf.set(id, [...(relationsOf.get(id) ?? []), relation])
  }
  const near = new Set([cell.id])
  for (const id of near) {
    if (near.size >= size) break
    for (const { terms } of relationsOf.get(id) ?? []) for (const [other] of terms) near.add(other)
  }
  const figures = new Set(cells.filter(({ id }) => near.has(id)).map(({ figure }) => figure))
  return cells.filter(({ id, figure }) => near.has(id) || (figure !== null && figures.has(figure)))
}

type Move = { readonly near: readonly Cell[]; readonly cell: Cell; readonly by: number }

/** Each cell may rise, or fall to its floor; the exposed one moves as asked; what is withheld anyway moves at no cost. */
function figuresThatMove(tables: Tables, hidden: ReadonlySet<string>, { near, cell, by }: Move) {
  const movable = near.filter((each) => each.id === cell.id || mayMove(tables, hidden, each))
  const place = new Map(movable.map(({ id }, at) => [id, at]))
  const rows = tables.relations.map(({ terms }) => balance(terms, place)).filter((row) => row.length > 0)
  const right = rows.map(() => 0)
  let width = 2 * movable.length
  for (const [at, each] of movable.entries()) {
    const room = each.amount - (tables.floors.get(each.id) ?? 0)
    if (each.id === cell.id || room > FAR * Math.abs(by)) continue
    rows.push([fall(at), [width, 1]])
    right.push(room)
    width += 1
  }
  const own = place.get(cell.id) ?? 0
  rows.push([rise(own), [2 * own + 1, -1]])
  right.push(by)
  const cost = new Array<number>(width).fill(0)
  for (const [at, each] of movable.entries()) cost.fill(costOf(hidden, each), 2 * at, 2 * at + 2)
  const found = polytope(width, rows, right)?.least(cost)
  return found && figuresOf(movable, hidden, found.point)
}

/** Numbers so many times larger than the move hardly come near their floor: the check afterwards would see it. */
const FAR = 3

const rise = (at: number) => [2 * at, 1] as const
const fall = (at: number) => [2 * at + 1, 1] as const

/** What a relation asks of the moves: together they change nothing. */
function balance(terms: Relation['terms'], place: ReadonlyMap<string, number>): (readonly [number, number])[] {
  return terms.flatMap(([id, factor]) => {
    const at = place.get(id)
    return at === undefined ? [] : [[2 * at, factor] as const, [2 * at + 1, -factor] as const]
  })
}

function mayMove({ floors, rule }: Tables, hidden: ReadonlySet<string>, { id, figure, amount }: Cell): boolean {
  if (figure === null || hidden.has(figure)) return true
  // Where nought is shown it stays shown: a withheld number that stands alone is known to be 1 at least.
  return !(rule.showsZero && amount === 0 && floors.get(id) === 0)
}

/** Cheaper the smaller the number, so that totals, which most people want, stay. */
function costOf(hidden: ReadonlySet<string>, { figure, amount, weight = 1 }: Cell): number {
  return figure === null || hidden.has(figure) ? 1e-4 : weight * Math.log2(2 + amount)
}

function figuresOf(movable: readonly Cell[], hidden: ReadonlySet<string>, point: readonly number[]): Set<string> {
  const found = new Set<string>()
  for (const [at, { figure }] of movable.entries()) {
    const moves = (point[2 * at] ?? 0) + (point[2 * at + 1] ?? 0) > 1e-6
    if (moves && figure !== null && !hidden.has(figure)) found.add(figure)
  }
  return found
}
