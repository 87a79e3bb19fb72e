import type { TableNumber } from '#modules/quantities/index.js'
import { type Fit, fitOf, isOneSlip, tableNumber } from '#modules/quantities/index.js'
import { type Grid, isBareTotal, isRounded, isTotalLabel } from '#modules/tables/index.js'

/** One column of a relation: what the parts come to, what is printed, and how they stand to each other. */
export type ColumnFit = { column: number; sum: number; shown: TableNumber; fit: Fit; parts: number }

/** A row that is, or should be, the sum of other rows; how sure we are of that comes from the columns where it holds. */
export type Relation = {
  target: number
  parts: number[]
  /** +1 or −1 for each part, where rows such as "Less: grants" are taken away. */
  signs: number[]
  fits: ColumnFit[]
  basis: 'label' | 'pattern'
}

const REACH = 40

/** What is asked of the rows and columns of a table again and again, worked out once. */
type Known = { numbers: number[]; isTotal: boolean[]; isPart: boolean[]; isMeasure: boolean[]; isAdded: boolean[] }

const known = new WeakMap<Grid, Known>()

function knownOf(grid: Grid): Known {
  const held = known.get(grid)
  if (held) return held
  const fresh: Known = {
    numbers: grid.rows.map((row) => row.cells.filter((cell) => cell?.number).length),
    isTotal: grid.rows.map((row) => isTotalLabel(row.label)),
    isPart: grid.rows.map((row) => isPartOfAbove.test(row.label)),
    isMeasure: grid.rows.map((row) => isMeasure.test(row.label)),
    isAdded: grid.headers.map((header) => !isNotAdded(header)),
  }
  known.set(grid, fresh)
  return fresh
}

/** Finds the rows that are sums of others: by their labels, and by arithmetic that holds in nearly every column. */
export function totalsIn(grid: Grid): Relation[] {
  const rounded = isRounded(grid)
  const covered = new Set<number>()
  const { numbers, isTotal } = knownOf(grid)
  const totals = grid.rows.filter((_, at) => isTotal[at] && numbers[at]).length
  const relations: Relation[] = []
  grid.rows.forEach((_, target) => {
    if (!numbers[target]) return
    const best = bestCandidate(grid, { target, covered, rounded, totals })
    if (!best) return
    relations.push(best)
    if (holding(best) > 0) for (const part of best.parts) covered.add(part)
  })
  return relations
}

type Search = { target: number; covered: ReadonlySet<number>; rounded: boolean; totals: number }

function bestCandidate(grid: Grid, search: Search): Relation | undefined {
  const isLabelled = isNamedTotal(grid, search.target)
  if (!isLabelled && (knownOf(grid).numbers[search.target] ?? 0) < 4) return undefined
  let best: Relation | undefined
  for (const signed of signedCandidates(grid, search, isLabelled)) {
    const fits = fitsOf(grid, search, signed)
    if (fits.length === 0) continue
    const relation: Relation = { target: search.target, ...signed, fits, basis: isLabelled ? 'label' : 'pattern' }
    if (!best || rankOf(relation) > rankOf(best)) best = relation
    if (holding(best) === best.fits.length) break
  }
  return best && isCredible(grid, best, search.totals) ? best : undefined
}

const takesAway = /^\W*(?:less|minus|deduct\w*)\b/i
const fromReserves = /\b(?:contributions?|transfers?|drawdown|funding|use|net use)\b.*\b(?:from|of)\b.*\breserves?\b/i

type Signed = { parts: number[]; signs: number[] }

function* signedCandidates(grid: Grid, search: Search, isLabelled: boolean): Generator<Signed> {
  for (const parts of candidates(grid, search, isLabelled)) {
    for (const signs of signsFor(grid, parts)) yield { parts, signs }
  }
}

type RowSign = 'plain' | 'less' | 'reserves'

const rowSigns = new WeakMap<Grid, { rows: RowSign[]; isPlain: boolean }>()

/** How each row is counted, worked out once for a table. */
function signsOf(grid: Grid): { rows: RowSign[]; isPlain: boolean } {
  const known = rowSigns.get(grid)
  if (known) return known
  const rows = grid.rows.map(({ label }): RowSign => {
    if (takesAway.test(label)) return 'less'
    return fromReserves.test(label) ? 'reserves' : 'plain'
  })
  const signs = { rows, isPlain: rows.every((row) => row === 'plain') }
  rowSigns.set(grid, signs)
  return signs
}

/** Rows "Less: …" are taken away; what comes from reserves may be printed either way. */
function signsFor(grid: Grid, parts: number[]): number[][] {
  const { rows, isPlain } = signsOf(grid)
  const plain = parts.map(() => 1)
  if (isPlain) return [plain]
  const less = parts.map((at) => (rows[at] === 'less' ? -1 : 1))
  const both = parts.map((at) => (rows[at] === 'plain' ? 1 : -1))
  const choices = [less, both, plain].filter((signs) => signs[0] === 1)
  return choices.filter((signs, at) => choices.findIndex((one) => one.join() === signs.join()) === at)
}

const resultLabel = /\b(?:amount|sub-?total|total|net|balance|remaining|requirement|to be|raised|precept)\b/i

const isNamedTotal = (grid: Grid, at: number) => knownOf(grid).isTotal[at] || isResult(grid, at)

/** The row under "Less: …" rows that names what is left. */
const isResult = (grid: Grid, target: number) =>
  takesAway.test(grid.rows[target - 1]?.label ?? '') &&
  !takesAway.test(grid.rows[target]?.label ?? '') &&
  resultLabel.test(grid.rows[target]?.label ?? '')

/** The sets of rows that a total could be the sum of, the natural ones first. */
function* candidates(grid: Grid, { target, covered }: Search, isLabelled: boolean): Generator<number[]> {
  const { isTotal, isPart } = knownOf(grid)
  const above = numericRows(grid, Math.max(0, target - REACH), target)
  const tops = above.filter((at) => !covered.has(at))
  const leaves = above.filter((at) => !isTotal[at] && !isPart[at])
  if (isLabelled) yield* [sinceBreak(grid, leaves, target), leaves].filter((list) => list.length > 1)
  yield* suffixes(grid, target, tops)
  if (!isLabelled) return
  yield* suffixes(grid, target, leaves)
  yield* suffixes(
    grid,
    target,
    above.filter((at) => isTotal[at]),
  )
  yield* suffixes(grid, target, above)
  if (/^\W*(?:net|gross)\b/i.test(grid.rows[target]?.label ?? '')) return
  const below = numericRows(grid, target + 1, Math.min(grid.rows.length, target + REACH)).filter((at) => !isTotal[at])
  for (const mirrored of suffixes(grid, target, below.toReversed())) yield mirrored.toReversed()
}

/** "Of which …", "including …" and "memo" rows repeat what another row counts already. */
const isPartOfAbove = /^\W*(?:of which|including|includes|incl\b|memo)/i

/** Rows of averages, changes and targets are no parts of any sum. */
const isMeasure =
  /\b(?:average|mean|median|percentage|per cent)\b|^\W*(?:%|change\W*$|difference|variance|rank)|\btarget\W*$/i

function numericRows(grid: Grid, from: number, until: number): number[] {
  const { numbers, isMeasure: isNone } = knownOf(grid)
  const rows: number[] = []
  for (let at = from; at < until; at += 1) if (numbers[at] && !isNone[at]) rows.push(at)
  return rows
}

/** Rows after the last total or heading above the target. */
function sinceBreak(grid: Grid, rows: number[], target: number): number[] {
  const { numbers, isTotal } = knownOf(grid)
  let from = target - 1
  while (from >= 0 && numbers[from] && !isTotal[from]) from -= 1
  return rows.filter((at) => at > from)
}

/** The last two rows, the last three, and so on up to all of them; of plain rows only those whose sum comes near. */
function* suffixes(grid: Grid, target: number, rows: number[]): Generator<number[]> {
  const near = signsOf(grid).isPlain ? nearSuffixes(grid, target, rows) : undefined
  for (let from = 0; from <= rows.length - 2; from += 1) {
    if (from === 0 || !near || near.has(from)) yield rows.slice(from)
  }
}

/** Where the rows from there on come near the target in any column: found by adding up once from the end. */
function nearSuffixes(grid: Grid, target: number, rows: number[]): Set<number> {
  const near = new Set<number>()
  for (const [column, cell] of (grid.rows[target]?.cells ?? []).entries()) {
    const shown = cell?.number
    if (!shown) continue
    let [sum, step] = [0, shown.step]
    for (let from = rows.length - 1; from >= 0; from -= 1) {
      const number = grid.rows[rows[from] ?? -1]?.cells[column]?.number
      sum += number?.value ?? 0
      step = Math.max(step, number?.step ?? 0)
      if (Math.abs(sum - shown.value) <= step * (rows.length - from + 1)) near.add(from)
    }
  }
  return near
}

function fitsOf(grid: Grid, { target, rounded }: Search, { parts, signs }: Signed): ColumnFit[] {
  const { isAdded } = knownOf(grid)
  return grid.headers.flatMap((_, column): ColumnFit[] => {
    const shown = grid.rows[target]?.cells[column]?.number
    if (!shown || !isAdded[column]) return []
    if (parts.some((at) => isUnknown(grid.rows[at]?.cells[column]?.text))) return []
    const signed = parts.flatMap((at, index) => {
      const number = grid.rows[at]?.cells[column]?.number
      return number ? [{ number, sign: signs[index] ?? 1 }] : []
    })
    const numbers = signed.map(({ number }) => number)
    const kinds = new Set([...numbers, shown].map((number) => number.unit === 'percent'))
    const filled = numbers.filter((number) => number.value !== 0)
    if (kinds.size > 1 || filled.length < 2 || filled.some((number) => number.value === shown.value)) return []
    const sum = rounded12(signed.reduce((total, { number, sign }) => total + number.value * sign, 0))
    if (shown.unit === 'percent' && !isHundred(shown, sum)) return []
    return [{ column, sum, shown, fit: fitOf(numbers, shown, sum, rounded), parts: numbers.length }]
  })
}

/** Percentages are added up to a hundred, or to what is one digit from the hundred that they come to. */
const isHundred = ({ value, step }: TableNumber, sum: number) =>
  Math.abs(value - 100) <= 0.5 || (value > 100 && Math.abs(sum - 100) < step / 2 && isOneSlip(sum, value, step))

/** A figure that is kept back or not known ("<5", "*", "not available"), or that is more than a number. */
const isUnknown = (text: string | undefined) =>
  text !== undefined &&
  (/^\W*[*~]+\W*$|\bnot (?:known|available|held)\b|\btbc\b|^\s*(?:[cxz]|\.\.)\s*$/i.test(text) ||
    (/\d/.test(text) && !tableNumber(text)))

/** Columns of averages, rates and targets have totals that are no sums. */
const isNotAdded = (header: string) => /\b(average|mean|median|rate|per|each|target|rank|index)\b/i.test(header)

/** Takes away what binary arithmetic leaves behind the last printed digit. */
export const rounded12 = (value: number) => Math.round(value * 1e6) / 1e6

/** In how many columns a relation holds. */
export const holding = (relation: Relation) => relation.fits.filter((fit) => fit.fit === 'holds').length

/** Columns that hold, and then those that one digit would mend. */
const rankOf = (relation: Relation) => holding(relation) * 100 + slipping(relation)

/** In how many columns one wrong digit in one figure would explain what is printed. */
const slipping = ({ fits }: Relation) =>
  fits.filter(
    ({ fit, sum, shown }) => fit !== 'holds' && shown.value > sum / 10 && isOneSlip(sum, shown.value, shown.step),
  ).length

/** Whether the columns, or the label, leave no doubt that this row is meant to be the sum of those. */
function isCredible(grid: Grid, relation: Relation, totals: number): boolean {
  const [holds, columns] = [holding(relation), relation.fits.length]
  if (relation.basis === 'pattern') {
    const sums = new Set(relation.fits.map((fit) => fit.sum))
    return columns >= 4 && holds >= 3 && holds >= columns - 1 && sums.size >= 3 && relation.parts.length >= 2
  }
  if (holds > 0) {
    const least = isBareTotal(grid.rows[relation.target]?.label ?? '') ? 3 : 2
    return holds * least >= columns || (holds + slipping(relation)) * 2 > columns
  }
  return isWholeByShares(relation) || isPlainTotal(grid, relation, totals) || areAllSlips(grid, relation)
}

/** With no column that holds, only a bare "Total" under plain rows of like figures is taken at its word. */
function isPlainTotal(grid: Grid, relation: Relation, totals: number): boolean {
  if (relation.parts.some((at) => at > relation.target)) return false
  const label = grid.rows[relation.target]?.label ?? ''
  const gaps = relation.fits.map((fit) => Math.abs(fit.sum - fit.shown.value) / Math.max(1e-9, Math.abs(fit.sum)))
  const most = Math.max(...gaps)
  if (!isBareTotal(label)) return most < 0.05 && relation.fits.length === 1 && isAdditive(grid)
  const limit = relation.fits.length === 1 ? 0.95 : 0.1
  return most < limit && isAdditive(grid) && totals === 1 && relation.fits.length <= 2
}

/** A column of shares beside it comes to about 100: the rows are all the parts there are. */
const isWholeByShares = ({ fits }: Relation) =>
  fits.some(({ fit, shown }) => shown.unit === 'percent' && fit !== 'wrong' && shown.value === 100)

const SURELY_NO_CHANCE = 1000

/** Every column is one digit away from its printed total, and the figures are too large for that to be chance. */
function areAllSlips(grid: Grid, relation: Relation): boolean {
  const isLarge = relation.fits.every(({ shown }) => Math.abs(shown.value / shown.step) >= SURELY_NO_CHANCE)
  const isOfAll = relation.parts.every((at) => at < relation.target)
  return isLarge && isOfAll && isAdditive(grid) && slipping(relation) === relation.fits.length
}

/** Tables of averages, rates and answers of which people may give several do not add up and need not. */
function isAdditive(grid: Grid): boolean {
  const said = `${grid.caption.slice(-120)} ${grid.headers.join(' ')}`
  return !/\b(average|mean|median|rate|rates|index|unique|may (?:choose|select|tick|be)|more than one|satisf|confiden|top|main|most|largest|selected|key)/i.test(
    said,
  )
}
