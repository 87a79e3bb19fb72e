import { type CheckedDocument, type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { isMiscopied, isOneSlip, printed } from '#modules/quantities/index.js'
import { type Grid, type GridCell, tablesBothWays } from '#modules/tables/index.js'
import { spokenOf, toldOf } from './spoken-places.js'

/**
 * Figures of a table that its other rows tie together: where one column is what two or three others come to, with whatever
 * signs, in so many rows that this is no chance, a row that misses it by one slip of the pen is told. No word is read.
 */
export function checkTableRule(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const spoken = spokenOf(
    document,
    findings.filter(({ kind, verdict }) => kind === 'sum' && verdict !== 'holds'),
  )
  const isHeld = toldOf(findings.filter(({ kind, verdict }) => kind === 'sum' && verdict === 'holds'))
  return tablesBothWays(document)
    .flatMap((grid) => brokenRows(grid))
    .filter(({ cells }) => !cells.some((cell) => spoken(cell)) && !isHeld(cells, cells.length))
    .map((broken) => told(document, broken))
}

/** A column and the others that it is what they come to. */
type Rule = { readonly target: number; readonly parts: readonly number[]; readonly signs: readonly number[] }

/** A row against a rule: its cells, the first of them what the others should come to. */
type Row = {
  readonly cells: readonly GridCell[]
  readonly others: readonly number[]
  readonly sum: number
  readonly gap: number
  readonly step: number
}

type Broken = Row & { readonly signs: readonly number[]; readonly isSure: boolean }

const [MOST_COLUMNS, MOST_ROWS, REACH] = [40, 80, 12]

function brokenRows(grid: Grid): Broken[] {
  if (grid.headers.length > MOST_COLUMNS || grid.rows.length > MOST_ROWS || grid.rows.length < 3) return []
  const rules = rulesFor(grid)
  const chance = Math.log10(rules.length + 1)
  const found = new Map<GridCell, Broken & { readonly weight: number }>()
  for (const rule of rules) {
    const judged = judge(grid, rule, chance)
    for (const broken of judged) {
      const [cell] = broken.cells
      const known = cell && found.get(cell)
      if (cell && (!known || known.weight < broken.weight)) found.set(cell, broken)
    }
  }
  return oneEach([...found.values()])
}

/** Of several rules that one row breaks the weightiest is told. */
function oneEach(broken: readonly (Broken & { readonly weight: number })[]): Broken[] {
  const taken = new Set<GridCell>()
  return broken
    .toSorted((one, other) => other.weight - one.weight)
    .filter(({ cells }) => {
      const isFree = !cells.some((cell) => taken.has(cell))
      for (const cell of cells) taken.add(cell)
      return isFree
    })
}

/** What is there at first, and what came and went, in whatever order the three stand. */
const BALANCES: readonly (readonly number[])[] = [
  [1, 1, -1],
  [1, -1, 1],
  [1, -1, -1],
  [-1, 1, 1],
  [-1, -1, 1],
]

/** Every way in which a column may be what two others come to, or neighbours of it three or more. */
const rulesFor = ({ headers }: Grid): Rule[] =>
  headers.flatMap((_, target) => [...ofTwo(headers.length, target), ...ofMore(headers.length, target)])

function* ofTwo(width: number, target: number): Generator<Rule> {
  const until = Math.min(width, target + REACH + 1)
  for (let one = Math.max(0, target - REACH); one < until; one += 1) {
    for (let other = one + 1; other < until; other += 1) {
      if (one !== target && other !== target) yield { target, parts: [one, other], signs: [1, 1] }
    }
  }
}

function ofMore(width: number, target: number): Rule[] {
  const before = Array.from({ length: Math.min(target, REACH) }, (_, nth) => target - 1 - nth).reverse()
  const behind = Array.from({ length: Math.min(width - target - 1, REACH) }, (_, nth) => target + 1 + nth)
  const runs = [...before.map((_, nth) => before.slice(nth)), ...behind.map((_, nth) => behind.slice(0, nth + 1))]
  const sums = runs.filter(({ length }) => length > 2).map((parts) => ({ target, parts, signs: parts.map(() => 1) }))
  const balances = before.length > 2 ? BALANCES.map((signs) => ({ target, parts: before.slice(-3), signs })) : []
  return [...sums, ...balances]
}

/** In steps: less may be rounding; up to one for each figure may be too, unless all other rows come out exactly. */
const LEAST_GAP = 1.5
const [LEAST_WEIGHT, SURE_WEIGHT] = [2, 6]

function judge(grid: Grid, rule: Rule, chance: number): (Broken & { readonly weight: number })[] {
  const rows = grid.rows.flatMap(({ cells }) => rowOf(cells, rule) ?? [])
  const holding = rows.filter(({ gap, step }) => Math.abs(gap) < step / 2)
  if (holding.length < 2 || !holding.some((row) => sizesOf(row).length === row.cells.length)) return []
  const off = rows.filter((row) => areDifferent(row) && Math.abs(row.gap) > row.step * LEAST_GAP)
  const near = off.filter((row) => Math.abs(row.gap) <= row.step * row.cells.length)
  const isExact = near.length < 2 && holding.length > 2 && holding.length + off.length === rows.length
  const failing = isExact ? off : off.filter((row) => !near.includes(row))
  if (failing.length === 0 || failing.length > holding.length) return []
  const weight = holding.reduce((all, row) => all + weightOf(row), 0) - chance
  const isSure = weight >= SURE_WEIGHT && holding.length > 2 && failing.length === 1
  if (weight < LEAST_WEIGHT) return []
  return failing.filter(isSlip).map((row) => ({ ...row, signs: rule.signs, isSure, weight }))
}

/** A row that has all figures of a rule, at least two of them not nought. */
function rowOf(cells: readonly (GridCell | undefined)[], { target, parts, signs }: Rule): Row | undefined {
  const own = [target, ...parts].flatMap((at) => cells[at] ?? [])
  const numbers = own.flatMap(({ number }) => number ?? [])
  const [whole, ...terms] = numbers
  if (!whole || numbers.length !== parts.length + 1) return undefined
  if (numbers.some(({ unit }) => unit === 'percent') || numbers.filter(({ value }) => value !== 0).length < 2)
    return undefined
  const sum = terms.reduce((all, { value }, nth) => all + value * (signs[nth] ?? 1), 0)
  const step = Math.max(...numbers.map((number) => number.step))
  const others = cells.flatMap((cell) => (cell?.number && !own.includes(cell) ? Math.abs(cell.number.value) : []))
  return { cells: own, others, sum, step, gap: Math.round((whole.value - sum) * 1e6) / 1e6 }
}

const sizesOf = ({ cells }: Row) => cells.map(({ number }) => Math.abs(number?.value ?? 0)).filter((size) => size > 0)

/** Where two figures are the same and the third is nought, they may be the same for another reason. */
const areDifferent = (row: Row) => sizesOf(row).length > 2

const WEIGHT_OF_SAME = 1.5

/** How unlikely it is that such a figure comes out by chance, in powers of ten. */
function weightOf(row: Row): number {
  const weight = Math.log10(Math.max(1, Math.min(...sizesOf(row)) / row.step))
  return areDifferent(row) ? weight : Math.min(WEIGHT_OF_SAME, weight)
}

const LEAST_STEPS = 20

/** One digit of one figure would mend it, and what is missing is no other figure of the row. */
function isSlip({ cells, others, sum, gap, step }: Row): boolean {
  if (others.some((other) => Math.abs(other - Math.abs(gap)) < step / 2)) return false
  const [whole = 0, ...parts] = cells.map(({ number }) => number?.value ?? 0)
  if (Math.max(Math.abs(whole), Math.abs(sum)) / step < LEAST_STEPS) return false
  return (
    isOneSlip(sum, whole, step) ||
    parts.some((part) => isMiscopied(Math.round((part + gap) / step), Math.round(part / step)))
  )
}

function told(document: CheckedDocument, { cells, signs, sum, step, isSure }: Broken): Finding {
  const [whole, ...parts] = cells
  const working = parts.map(({ text }, nth) => `${signOf(signs[nth] ?? 1, nth)}${text.trim()}`).join(' ')
  return findingOf({
    kind: 'sum',
    verdict: isSure ? 'warning' : 'question',
    quotes: cells.map(({ start, end }) => quoteOf(document, start, end)),
    message: `Printed as ${whole?.text.trim()}; worked out as in the other rows of the table it would be ${printed(sum, step)}.`,
    working: `${working} = ${printed(sum, step)}`,
    suggestion: 'Mend the figure of this row that was mistyped.',
  })
}

function signOf(sign: number, nth: number): string {
  if (sign < 0) return '− '
  return nth > 0 ? '+ ' : ''
}
