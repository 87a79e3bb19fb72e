/** What minimising found: the least value and a point that has it, or that there is no least. */
export type Least =
  | { readonly kind: 'least'; readonly value: number; readonly point: readonly number[] }
  | { readonly kind: 'endless'; readonly point: readonly number[] }

/** All points x >= 0 with rows · x = right, ready to be asked for the least of many costs. */
export type Polytope = { readonly least: (cost: readonly number[]) => Least }

/** Sparse rows: the columns that have a factor. */
export type SparseRow = readonly (readonly [column: number, factor: number])[]

type Tableau = {
  /** One row each: the factors of all columns, then the right side. */
  readonly rows: Float64Array[]
  readonly basis: number[]
  readonly width: number
}

const NEARLY_NOTHING = 1e-9

/** After so many steps without progress the rule that cannot go in circles (Bland's) is used. */
const PATIENCE = 50

/**
 * The points x >= 0 with rows · x = right, or undefined when there are none. The simplex method on a full table, in two
 * phases; what the first has found is kept, so that each further question costs a few steps.
 */
export function polytope(width: number, rows: readonly SparseRow[], right: readonly number[]): Polytope | undefined {
  const tableau = withArtificials(width, rows, right)
  const cost = new Float64Array(tableau.width + 1)
  for (let column = width; column < tableau.width; column += 1) cost[column] = 1
  const { value } = descend(tableau, cost, tableau.width)
  if (value > 1e-6) return undefined
  const own = withoutArtificials(tableau, width)
  return { least: (costs) => leastOf(own, costs, width) }
}

function leastOf(tableau: Tableau, own: readonly number[], width: number): Least {
  const cost = new Float64Array(tableau.width + 1)
  for (const [column, factor] of own.entries()) cost[column] = factor
  const { isEndless } = descend(tableau, cost, width)
  const point = new Array<number>(width).fill(0)
  for (const [at, row] of tableau.rows.entries()) {
    const column = tableau.basis[at] ?? 0
    if (column < width) point[column] = row[tableau.width] ?? 0
  }
  if (isEndless) return { kind: 'endless', point }
  return { kind: 'least', point, value: point.reduce((sum, each, column) => sum + each * (own[column] ?? 0), 0) }
}

function withArtificials(width: number, rows: readonly SparseRow[], right: readonly number[]): Tableau {
  const whole = width + rows.length
  const made = rows.map((row, at) => {
    const full = new Float64Array(whole + 1)
    const sign = (right[at] ?? 0) < 0 ? -1 : 1
    for (const [column, factor] of row) full[column] = (full[column] ?? 0) + sign * factor
    full[width + at] = 1
    full[whole] = sign * (right[at] ?? 0)
    return full
  })
  return { rows: made, basis: rows.map((_, at) => width + at), width: whole }
}

/** Takes the artificial columns away; a row that nothing else can hold says nothing new and goes. */
function withoutArtificials(tableau: Tableau, width: number): Tableau {
  for (let at = tableau.rows.length - 1; at >= 0; at -= 1) {
    if ((tableau.basis[at] ?? 0) < width) continue
    const row = tableau.rows[at]
    const column = row ? row.subarray(0, width).findIndex((factor) => Math.abs(factor) > NEARLY_NOTHING) : -1
    if (column >= 0) pivot(tableau, at, column)
    else {
      tableau.rows.splice(at, 1)
      tableau.basis.splice(at, 1)
    }
  }
  const rows = tableau.rows.map((row) => {
    row[width] = row[tableau.width] ?? 0
    return row.slice(0, width + 1)
  })
  return { rows, basis: tableau.basis, width }
}

/** Steps from corner to corner while the cost falls. Only columns below `width` may enter. */
function descend(tableau: Tableau, cost: Float64Array, width: number): { value: number; isEndless: boolean } {
  for (const [at, row] of tableau.rows.entries()) {
    const own = cost[tableau.basis[at] ?? 0] ?? 0
    if (own !== 0) subtract(cost, { row, filled: filledColumns(row) }, own)
  }
  const left = () => cost[tableau.width] ?? 0
  let still = 0
  for (;;) {
    const column = entering(cost, width, still > PATIENCE)
    if (column < 0) return { value: -left(), isEndless: false }
    const row = pivot(tableau, leaving(tableau, column), column)
    if (!row) return { value: Number.NEGATIVE_INFINITY, isEndless: true }
    const before = left()
    subtract(cost, row, cost[column] ?? 0)
    still = Math.abs(left() - before) > NEARLY_NOTHING ? 0 : still + 1
  }
}

function entering(cost: Float64Array, width: number, isFirst: boolean): number {
  let best = -1
  let least = -NEARLY_NOTHING
  for (let column = 0; column < width; column += 1) {
    const each = cost[column] ?? 0
    if (each >= least) continue
    if (isFirst) return column
    best = column
    least = each
  }
  return best
}

function leaving({ rows, basis, width }: Tableau, column: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [at, row] of rows.entries()) {
    const factor = row[column] ?? 0
    if (factor <= NEARLY_NOTHING) continue
    const ratio = (row[width] ?? 0) / factor
    const isTie = Math.abs(ratio - least) <= NEARLY_NOTHING
    if (isTie ? (basis[at] ?? 0) < (basis[best] ?? 0) : ratio < least) {
      best = at
      least = ratio
    }
  }
  return best
}

/** Makes a column the one that its row stands for; undefined when there is no such row. */
function pivot(tableau: Tableau, at: number, column: number): PivotRow | undefined {
  const row = tableau.rows[at]
  if (!row) return undefined
  const factor = row[column] ?? 1
  for (let each = 0; each < row.length; each += 1) row[each] = (row[each] ?? 0) / factor
  const made = { row, filled: filledColumns(row) }
  for (const other of tableau.rows) if (other !== row) subtract(other, made, other[column] ?? 0)
  tableau.basis[at] = column
  return made
}

/** A row with the columns in which it has anything: of tables that add up most are empty. */
type PivotRow = { readonly row: Float64Array; readonly filled: Int32Array }

function filledColumns(row: Float64Array): Int32Array {
  const filled = new Int32Array(row.length)
  let count = 0
  for (let column = 0; column < row.length; column += 1) {
    if (row[column] === 0) continue
    filled[count] = column
    count += 1
  }
  return filled.subarray(0, count)
}

function subtract(from: Float64Array, { row, filled }: PivotRow, times: number): void {
  if (times === 0) return
  for (let at = 0; at < filled.length; at += 1) {
    const column = filled[at] ?? 0
    const left = (from[column] ?? 0) - times * (row[column] ?? 0)
    from[column] = Math.abs(left) < 1e-12 ? 0 : left
  }
}
