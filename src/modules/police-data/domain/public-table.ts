import { type SmallFigure, withheldFigures } from '#modules/disclosure/index.js'

/** How small numbers below the level of districts are withheld. */
export type SmallRule = {
  /** Counts from 1 up to this, without it, are withheld; so is nought where it is not shown. */
  readonly below: number
  readonly showsZero: boolean
}

/** Counts of the places of one district by one thing more (kinds, months, outcomes), as `table[place][column]`. */
export type PlaceTable = {
  readonly places: readonly string[]
  readonly columns: readonly string[]
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** A cell by its place and column. */
export const cellKey = (place: string, column: string): string => `${place}\n${column}`

/** How many of a place there are under a column. */
export function cellOf({ cells }: PlaceTable, place: string, column: string): number {
  return cells.get(place)?.get(column) ?? 0
}

/**
 * The totals of places that are not shown: small ones, and others by which those could be worked out from the total of
 * the district, which is always shown.
 */
export function withheldTotals(totals: ReadonlyMap<string, number>, rule: SmallRule): Set<string> {
  const { below, showsZero } = rule
  // Where nothing is small nothing can be worked out, and most districts have no small total.
  if (![...totals.values()].some((count) => isSmall(count, rule))) return new Set()
  const about = { series: 'all', family: 'all', from: '2000-01-01', until: '2000-01-31', known: '', base: null }
  const figures = [...totals].map(([place, count], at): SmallFigure => {
    return { ...about, id: place, area: `E05${String(at).padStart(6, '0')}`, count, below }
  })
  const whole = [...totals.values()].reduce((sum, count) => sum + count, 0)
  const district = { ...about, id: '', area: '', count: whole, below: null }
  return withheldFigures([...figures, district], [], { showsZero })
}

/**
 * The cells of a two-way table that are not shown, when the totals of its columns and those of its places but `totals`
 * are. Each small cell is withheld with three others at the corners of a rectangle, chosen so that the cell may be
 * anything from the least that a withheld number can be up to the threshold, whatever else is shown (hypercube method,
 * Giessing and Repsilber 2002). A place whose total is withheld is withheld whole. Where no rectangle will do, every
 * cell is withheld.
 */
export function withheldCells(table: PlaceTable, totals: ReadonlySet<string>, rule: SmallRule): Set<string> {
  const rows = table.places.filter((place) => !totals.has(place))
  const small = rows.flatMap((place) =>
    table.columns
      .filter((column) => isSmall(cellOf(table, place, column), rule))
      .map((column) => [place, column] as const),
  )
  const whole = [...totals].flatMap((place) => table.columns.map((column) => cellKey(place, column)))
  const hidden = new Set([...whole, ...small.map(([place, column]) => cellKey(place, column))])
  const search: Search = { table, rows, hidden, rule, least: rule.showsZero ? 1 : 0 }
  return small.every(([place, column]) => protect(search, place, column)) ? hidden : everything(table)
}

function isSmall(count: number, { below, showsZero }: SmallRule): boolean {
  return count < below && !(showsZero && count === 0)
}

function everything({ places, columns }: PlaceTable): Set<string> {
  return new Set(places.flatMap((place) => columns.map((column) => cellKey(place, column))))
}

type Search = {
  readonly table: PlaceTable
  readonly rows: readonly string[]
  readonly hidden: Set<string>
  readonly rule: SmallRule
  /** The least that a withheld number can be. */
  readonly least: number
}

/** Finds the cheapest corners that let the cell be more, and those that let it be less; one rectangle may do both. */
function protect(search: Search, place: string, column: string): boolean {
  const count = cellOf(search.table, place, column)
  const more = search.rule.below - count
  const less = count - search.least
  const up = cheapest(
    search,
    [place, column],
    (beside, across) => beside >= search.least + more && across >= search.least,
  )
  if (!up) return false
  for (const key of up) search.hidden.add(key)
  const down = cheapest(
    search,
    [place, column],
    (beside, across) => beside >= search.least && across >= search.least + less,
  )
  if (!down) return false
  for (const key of down) search.hidden.add(key)
  return true
}

/** The three other corners of the rectangle that withholds fewest more crimes, among those that will do. */
function cheapest(
  { table, rows, hidden }: Search,
  [place, column]: readonly [string, string],
  suits: (beside: number, across: number) => boolean,
): readonly string[] | undefined {
  let best: { cost: number; keys: readonly string[] } | undefined
  for (const other of rows) {
    if (other === place) continue
    for (const next of table.columns) {
      if (next === column) continue
      const [right, under] = [cellOf(table, place, next), cellOf(table, other, column)]
      const across = cellOf(table, other, next)
      if (!suits(Math.min(right, under), across)) continue
      const keys = [cellKey(place, next), cellKey(other, column), cellKey(other, next)]
      const cost = [right, under, across].reduce(
        (sum, each, at) => sum + (hidden.has(keys[at] ?? '') ? 0 : 1 + each),
        0,
      )
      if (!best || cost < best.cost) best = { cost, keys }
    }
  }
  return best?.keys
}
