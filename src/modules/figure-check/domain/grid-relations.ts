import type { TableNumber } from '#modules/quantities/index.js'
import { isOneSlip } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isOfMoney, isRounded } from '#modules/tables/index.js'

/** How one column of a table may follow from two others. */
export type ColumnRule = 'sum' | 'difference' | 'change' | 'share' | 'quotient' | 'product'

/** One row of three columns that stand in a relation: the figure that follows, the two it follows from, and what they give. */
export type RelatedRow = {
  readonly target: GridCell
  readonly from: readonly [GridCell, GridCell]
  readonly given: number
  readonly fits: boolean
}

/** Three columns of a table that stand in one relation in nearly every row. `isSure`: the rows leave no doubt of it. */
export type ColumnRelation = {
  readonly rule: ColumnRule
  readonly rows: readonly RelatedRow[]
  readonly isSure: boolean
}

/** Relations between any three columns of figures, found by arithmetic; what a column is called tells how many rows must agree. */
export function columnRelations(grid: Grid): ColumnRelation[] {
  const columns = grid.headers.flatMap((_, at) => (figuresIn(grid, at) >= 2 ? [at] : []))
  if (columns.length < 3 || columns.length > MOST_COLUMNS || grid.rows.length > MOST_ROWS) return []
  const triples = columns.flatMap((one, nth) =>
    columns.slice(nth + 1).flatMap((two, more) => columns.slice(nth + more + 2).map((three) => [one, two, three])),
  )
  return triples.flatMap((triple) => relationOf(grid, triple, columns.length === 3) ?? [])
}

const [MOST_COLUMNS, MOST_ROWS] = [10, 60]

const figuresIn = (grid: Grid, at: number) => grid.rows.filter(({ cells }) => cells[at]?.number).length

/** The best relation of three columns, each of them tried as the one that follows. */
function relationOf(grid: Grid, triple: readonly number[], isOnly: boolean): ColumnRelation | undefined {
  const trials = triple.flatMap((target) => {
    const [one = 0, two = 0] = triple.filter((at) => at !== target)
    return rulesFor(grid, target).flatMap(({ rule, isNamed }) =>
      [
        [one, two],
        [two, one],
      ].flatMap(([a = 0, b = 0]) =>
        WAYS[rule].map((work): Trial => ({ rule, isNamed, rows: rowsOf(grid, { target, a, b }, work) })),
      ),
    )
  })
  const credible = trials.filter((trial) => isRelation(trial, isOnly))
  const best = credible.reduce<Trial | undefined>(
    (one, two) => (one && rankOf(one) >= rankOf(two) ? one : two),
    undefined,
  )
  return best && { rule: best.rule, rows: best.rows, isSure: fitting(best.rows) >= 3 }
}

/** The more rows fit the better; then a column that is called what it is worked out as. */
const rankOf = ({ rows, isNamed }: Trial) => fitting(rows) + (isNamed ? 0.5 : 0)

type Work = (a: TableNumber, b: TableNumber) => { readonly given: number; readonly slack: number }

const half = ({ step, value }: TableNumber, isExact: boolean) => (isExact && Number.isInteger(value) ? 0 : step / 2)

const added =
  (sign: 1 | -1): Work =>
  (a, b) => ({ given: a.value + sign * b.value, slack: a.step === 1 && b.step === 1 ? 0 : (a.step + b.step) / 4 })

const divided =
  (scale: number): Work =>
  (a, b) => {
    const given = (a.value / b.value) * scale
    const off = half(a, true) / Math.abs(a.value || 1) + half(b, true) / Math.abs(b.value || 1)
    return { given, slack: Math.abs(given) * off }
  }

const moved =
  (sign: 1 | -1): Work =>
  (a, b) => {
    const { given, slack } = divided(100)(b, a)
    return { given: sign * (given - 100), slack }
  }

const multiplied: Work = (a, b) => ({ given: a.value * b.value, slack: Math.abs(half(a, true) * b.value) })

const SCALES = [1, 1e3, 1e-3, 1e4, 1e5, 1e6]

const WAYS: Record<ColumnRule, readonly Work[]> = {
  sum: [added(1)],
  difference: [added(-1)],
  change: [moved(1), moved(-1)],
  share: [divided(100)],
  quotient: SCALES.map(divided),
  product: [multiplied],
}

const named: Record<ColumnRule, RegExp> = {
  sum: /\b(total|all|both|sum|combined|ksi|overall|together|people|year)\b/i,
  difference:
    /\b(difference|variance|change|left|remain\w*|vacan\w*|balance|unspent|unused|under|over|gap|net|increase|decrease|rise|fall|open|outstanding|shortfall|surplus|more|fewer)\b|\+\s?\/\s?[-−–]/i,
  change: /./,
  share: /./,
  quotient: /\b(per|each|rate|average|mean|unit|ratio|cost of (?:a|one))\b/i,
  product: /\b(total|cost|amount|value|sum|income|due|paid|spend|spent|charge|hours|days)\b/i,
}

/** Sums and differences of longer tables are read without names, with more than two parts: see check-table-rule. */
const FEWEST_FOR_SUMS = 3

/** What a column may be, by its unit: percentages are shares or changes, and nothing else is. */
function rulesFor(grid: Grid, at: number): { rule: ColumnRule; isNamed: boolean }[] {
  const head = grid.headers[at] ?? ''
  const isPercent = grid.rows.some(({ cells }) => cells[at]?.number?.unit === 'percent')
  const isChange = named.difference.test(head)
  const rules: ColumnRule[] = isPercent
    ? [...(isChange || /^\W*%\W*$/.test(head) ? (['change'] as const) : []), ...(isChange ? [] : (['share'] as const))]
    : [...(grid.rows.length < FEWEST_FOR_SUMS ? (['sum', 'difference'] as const) : []), 'quotient', 'product']
  return rules.map((rule) => ({ rule, isNamed: named[rule].test(head) }))
}

function rowsOf(grid: Grid, at: { target: number; a: number; b: number }, work: Work): RelatedRow[] {
  const isLoose = isRounded(grid) || isOfMoney(grid)
  return grid.rows.flatMap(({ cells }) => {
    const [target, a, b] = [cells[at.target], cells[at.a], cells[at.b]]
    if (!target?.number || !a?.number || !b?.number || b.number.value === 0 || a.number.value === 0) return []
    if (b.number.unit === 'percent' || a.number.unit === 'percent') return []
    const { given, slack } = work(a.number, b.number)
    const own =
      target.number.step * (isLoose || target.number.step < 1 || slack > 0 || !Number.isInteger(given) ? 0.5 : 0)
    const fits = Math.abs(given - target.number.value) <= slack + own + DUST * Math.max(1, Math.abs(given))
    return [{ target, from: [a, b] as const, given, fits }]
  })
}

const DUST = 1e-9

const fitting = (rows: readonly RelatedRow[]) => rows.filter(({ fits }) => fits).length

/** How little the fits can be chance: the digits of the shortest of three figures. What follows from itself tells nothing. */
const weightOf = (rows: readonly RelatedRow[]) => rows.reduce((sum, row) => sum + (row.fits ? digitsOf(row) : 0), 0)

function digitsOf({ target, from }: RelatedRow): number {
  const numbers = [target, ...from].flatMap(({ number }) => number ?? [])
  const isSame = from.some(({ number }) => number?.value === target.number?.value)
  const sizes = numbers.map(({ value, step }) => Math.abs(value) / step)
  return isSame ? 0 : Math.log10(Math.max(1, Math.min(...sizes)))
}

type Trial = { readonly rule: ColumnRule; readonly isNamed: boolean; readonly rows: readonly RelatedRow[] }

/** Whether so many rows fit that the rest are slips: fewer where the column's name says what it is. */
function isRelation({ rows, isNamed }: Trial, isOnly: boolean): boolean {
  const weight = weightOf(rows)
  const failing = rows.filter(({ fits }) => !fits)
  const fits = rows.length - failing.length
  if (fits === 0 || failing.length > Math.max(1, Math.floor(rows.length / 4))) return false
  if (fits >= 3) return weight >= (isNamed ? 3.5 : 6)
  if (fits === 2) return weight >= (isNamed ? 1.9 : 6) && (isNamed || failing.every(isSlipped))
  if (!isOnly || weight < 1.4) return false
  return failing.every(isSlipped) ? isNamed || weight >= 2.5 : isNamed && weight >= 1.9
}

const isSlipped = ({ target, given }: RelatedRow) =>
  target.number !== undefined && isOneSlip(given, target.number.value, target.number.step)
