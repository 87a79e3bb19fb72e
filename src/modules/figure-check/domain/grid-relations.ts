import type { TableNumber } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isOfMoney, isRounded, isTotalLabel } from '#modules/tables/index.js'
import { constantRelations } from './grid-constants.js'
import {
  type ColumnRelation,
  type ColumnRule,
  digitsOf,
  faultsIn,
  fitting,
  isSlipped,
  type RelatedRow,
} from './grid-related-row.js'

/**
 * Relations between the columns of a table, found by arithmetic: any three of them, one and the same column a row before, or
 * two that stand in one proportion. What a column is called tells how many rows must agree.
 */
export function columnRelations(grid: Grid): ColumnRelation[] {
  const columns = grid.headers.flatMap((_, at) => (figuresIn(grid, at) >= 2 ? [at] : []))
  if (columns.length < 2 || columns.length > MOST_COLUMNS || grid.rows.length > MOST_ROWS) return []
  return [...amongThree(grid, columns), ...fromRowToRow(grid, columns), ...constantRelations(grid, columns)]
}

function amongThree(grid: Grid, columns: readonly number[]): ColumnRelation[] {
  const triples = columns.flatMap((one, nth) =>
    columns.slice(nth + 1).flatMap((two, more) => columns.slice(nth + more + 2).map((three) => [one, two, three])),
  )
  return triples.flatMap((triple) => relationOf(grid, triple, columns.length === 3) ?? [])
}

const [MOST_COLUMNS, MOST_ROWS] = [10, 60]

const figuresIn = (grid: Grid, at: number) => grid.rows.filter(({ cells }) => cells[at]?.number).length

/** The best relation of three columns, each of them tried as the one that follows. */
function relationOf(grid: Grid, triple: readonly number[], isOnly: boolean): ColumnRelation | undefined {
  // A total has no price of its own, but a mean.
  const parts = { ...grid, rows: grid.rows.filter(({ label }) => !isTotalLabel(label)) }
  const trials = triple.flatMap((target) => {
    const [one = 0, two = 0] = triple.filter((at) => at !== target)
    return rulesFor(grid, target).flatMap(({ rule, isNamed }) =>
      [
        [one, two],
        [two, one],
      ].flatMap(([a = 0, b = 0]) =>
        WAYS[rule].map(
          (work): Trial => ({
            rule,
            isNamed,
            rows: rowsOf(rule === 'product' ? parts : grid, inRow({ target, a, b }), work).filter(isOfRule(rule)),
          }),
        ),
      ),
    )
  })
  return bestOf(trials, isOnly)
}

/** Among percentages a figure of another unit is no share and no change in per cent. */
const isOfRule = (rule: ColumnRule) => (row: RelatedRow) =>
  !/^(?:change|share)$/.test(rule) || row.target.number?.unit === 'percent'

/**
 * Columns that follow from another one and from its own row before: rises from year to year, running totals. The years may
 * run either way; totals take no part.
 */
function fromRowToRow(grid: Grid, columns: readonly number[]): ColumnRelation[] {
  const rows = grid.rows.filter(({ label, cells }) => !isTotalLabel(label) && cells.some((cell) => cell?.number))
  const ordered = { ...grid, rows }
  return columns.flatMap((target) => {
    const isChange = rows.some(({ cells }) => cells[target]?.number?.unit === 'percent')
    const isMarked = isChange && rows.some(({ cells }) => /^\W*[+−-]/.test(cells[target]?.text ?? ''))
    const rule = isChange ? 'change' : 'difference'
    const trials = columns
      .filter((from) => from !== target)
      .flatMap((from) =>
        [1, -1].flatMap((back) =>
          [...WAYS[rule], ...(isChange ? [] : [added(-1, true)])].map((work): Trial => {
            const isNamed = isMarked || [target, from].some((at) => stepName.test(grid.headers[at] ?? ''))
            return { rule, isNamed, rows: rowsOf(ordered, betweenRows({ target, from, back }), work) }
          }),
        ),
      )
    return bestOf(trials, columns.length === 2) ?? []
  })
}

const stepName =
  /\b(?:change|rise|rose|increase|decrease|difference|growth|movement|year[ -]on[ -]year|to date|cumulative|running|so far|new|lost|left|fell|fall|drop\w*|more|fewer|out)\b|^\W*(?:%|[+−-])/i

function bestOf(trials: readonly Trial[], isOnly: boolean): ColumnRelation | undefined {
  const credible = trials.filter((trial) => isRelation(trial, isOnly))
  const best = credible.reduce<Trial | undefined>(
    (one, two) => (one && rankOf(one) >= rankOf(two) ? one : two),
    undefined,
  )
  return best && { rule: best.rule, rows: best.rows, isSure: isFirm(best) && fitting(best.rows) >= 3 }
}

/** The more rows fit the better; then a column that is called what it is worked out as, a rate before an amount. */
const rankOf = ({ rule, rows, isNamed }: Trial) => fitting(rows) + (isNamed ? 0.5 : 0) - (rule === 'product' ? 0.1 : 0)

type Work = (a: TableNumber, b: TableNumber) => { readonly given: number; readonly slack: number }

const half = ({ step, value }: TableNumber, isExact: boolean) => (isExact && Number.isInteger(value) ? 0 : step / 2)

const added =
  (sign: 1 | -1, isTurned = false): Work =>
  (a, b) => ({
    given: (a.value + sign * b.value) * (isTurned ? -1 : 1),
    slack: a.step === 1 && b.step === 1 ? 0 : (a.step + b.step) / 4,
  })

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

const SCALES = [1, 100, 1e3, 1e-3, 1e4, 1e5, 1e6]

const WAYS: Record<Exclude<ColumnRule, 'ratio'>, readonly Work[]> = {
  sum: [added(1)],
  difference: [added(-1)],
  change: [moved(1), moved(-1)],
  share: [divided(100)],
  quotient: SCALES.map(divided),
  product: [multiplied],
}

const named: Record<keyof typeof WAYS, RegExp> = {
  sum: /\b(total|all|both|sum|combined|ksi|overall|together|people|year)\b/i,
  difference:
    /\b(difference|variance|change|left|remain\w*|vacan\w*|balance|unspent|unused|under|over|gap|net|increase|decrease|rise|fall|open|outstanding|shortfall|surplus|more|fewer)\b|\+\s?\/\s?[-−–]/i,
  change: /./,
  share: /./,
  quotient:
    /\b(per|each|rate|average|mean|unit|ratio|(?:cost )?(?:of|for) (?:a|one)|an? (?:head|person|day|week|month|year|visit)|apiece)\b/i,
  product: /\b(total|cost|amount|value|sum|income|due|paid|spend|spent|charge|hours|days)\b/i,
}

/** Sums and differences of longer tables are read without names, with more than two parts: see check-table-rule. */
const FEWEST_FOR_SUMS = 3

/** What a column may be, by its unit: percentages are shares or changes, and nothing else is. */
function rulesFor(grid: Grid, at: number): { rule: keyof typeof WAYS; isNamed: boolean }[] {
  const head = grid.headers[at] ?? ''
  const isPercent = grid.rows.some(({ cells }) => cells[at]?.number?.unit === 'percent')
  const isChange = named.difference.test(head)
  const rules: (keyof typeof WAYS)[] = isPercent
    ? [
        ...(isChange || /^\W*(?:%|per ?cent)\W*$/i.test(head) ? (['change'] as const) : []),
        ...(isChange ? [] : (['share'] as const)),
      ]
    : [...(grid.rows.length < FEWEST_FOR_SUMS ? (['sum', 'difference'] as const) : []), 'quotient', 'product']
  return rules.map((rule) => ({ rule, isNamed: named[rule].test(head) }))
}

type Picked = (rows: Grid['rows'], row: number) => readonly (GridCell | undefined)[]

const inRow =
  ({ target, a, b }: { target: number; a: number; b: number }): Picked =>
  (rows, row) =>
    [target, a, b].map((at) => rows[row]?.cells[at])

/** The figure of a row, and the two that it is the step between, the earlier one first. */
const betweenRows =
  ({ target, from, back }: { target: number; from: number; back: number }): Picked =>
  (rows, row) => [rows[row]?.cells[target], rows[row - back]?.cells[from], rows[row]?.cells[from]]

function rowsOf(grid: Grid, picked: Picked, work: Work): RelatedRow[] {
  const isLoose = isRounded(grid) || isOfMoney(grid)
  return grid.rows.flatMap((_, row) => {
    const cells = picked(grid.rows, row)
    const [target, a, b] = cells.map((cell) => cell?.number)
    if (!target || !a || !b || b.value === 0 || a.value === 0) return []
    if (b.unit === 'percent' || a.unit === 'percent') return []
    const gapOf = ([value = 0, one = 0, other = 0]: readonly number[]) => {
      const { given, slack } = work({ ...a, value: one }, { ...b, value: other })
      const own = target.step * (isLoose || target.step < 1 || slack > 0 || !Number.isInteger(given) ? HALF : 0)
      return { given, isMet: Math.abs(given - value) <= slack + own + DUST * Math.max(1, Math.abs(given)) }
    }
    const { given, isMet } = gapOf([target.value, a.value, b.value])
    const [own, ...from] = cells.flatMap((cell) => cell ?? [])
    return own ? [{ target: own, from, given, fits: isMet, wouldFit: (values) => gapOf(values).isMet }] : []
  })
}

const HALF = 0.5
const DUST = 1e-9

/** How little the fits can be chance. */
const weightOf = (rows: readonly RelatedRow[]) => rows.reduce((sum, row) => sum + (row.fits ? digitsOf(row) : 0), 0)

type Trial = { readonly rule: keyof typeof WAYS; readonly isNamed: boolean; readonly rows: readonly RelatedRow[] }

/** Whether so many rows fit that the rest are slips: fewer where the column's name says what it is. */
function isRelation(trial: Trial, isOnly: boolean): boolean {
  const { rows, isNamed } = trial
  const [weight, fits, failing] = [weightOf(rows), fitting(rows), faultsIn(rows)]
  // Asked last: to try every other digit takes the longest.
  const areSlips = () => failing.every(isSlipped)
  if (failing.length > Math.max(1, fits)) return false
  if (!isFirm(trial)) return fits > 1 && weight >= (isNamed ? MANY_NAMED : MANY) && areSlips()
  if (fits > 1 && isNamed) return weight >= (fits < 3 ? FEW_NAMED : FIRM_NAMED) || (weight >= SLIPPED && areSlips())
  if (fits > 1) return weight >= SURE && (fits > 2 || areSlips())
  return isOnly && fits > 0 && isOneRow(weight, isNamed, areSlips)
}

/** Whether one row that comes out tells the relation of a table's only three columns. */
const isOneRow = (weight: number, isNamed: boolean, areSlips: () => boolean) =>
  (isNamed && weight >= FEW_NAMED) || (weight >= (isNamed ? 1.2 : 2.5) && areSlips())

const SURE = 6

/** Where more rows fail than one in four, all by a slip. */
const [MANY, MANY_NAMED] = [5, 3]

/** Of columns that are called so: with two rows that come out, with more, and where the rest are slips. */
const [FEW_NAMED, FIRM_NAMED, SLIPPED] = [1.9, 3.5, 2.8]

/** So few rows fail that they need no other ground than the others. */
const isFirm = ({ rows }: Trial) => faultsIn(rows).length <= Math.max(1, Math.floor(rows.length / 4))
