import type { TableNumber } from '#modules/quantities/index.js'
import { type Fit, fitOf } from '#modules/quantities/index.js'
import type { Grid, GridCell, GridRow } from '#modules/tables/index.js'
import { isRounded } from '#modules/tables/index.js'
import { type ColumnFit, rounded12 } from './grid-totals.js'

/** A known rule between named rows: what it says in words, and how it came out in each column. */
export type Identity = { target: number; parts: number[]; signs: number[]; rule: string; fits: ColumnFit[] }

type Term = { row: RegExp; signs: number[] }
type Rule = { name: string; target: RegExp; not?: RegExp; terms: Term[] }

const gross = /\bgross\b/i
const net =
  /^(?:total )?net (?:revenue |service |operating )?(?:expenditure|cost|spend|spending|budget)\b(?!.*requirement)/i
const requirement = /\b(?:net )?(?:budget|revenue) requirement\b|\bNBR\b/i
const financing =
  /\b(?:total|all) (?:financing|funding)\b|\bfinancing total\b|\bfinanced by total\b|^(?:financing|funding)$/i
const reserves = /\breserves?\b/i

/** The identities of a police budget, as the medium-term plans of local policing bodies print them. */
const rules: Rule[] = [
  {
    name: 'gross expenditure less income is net expenditure',
    target: net,
    terms: [
      { row: gross, signs: [1] },
      { row: /\bincome\b/i, signs: [1, -1] },
    ],
  },
  {
    name: 'net expenditure with movements on reserves is the budget requirement',
    target: requirement,
    terms: [
      { row: net, signs: [1] },
      { row: reserves, signs: [1, -1] },
    ],
  },
  {
    name: 'the gap is the requirement less the financing',
    target: /\b(?:budget |funding )?(?:gap|shortfall)\b/i,
    terms: [
      { row: requirement, signs: [1, -1] },
      { row: financing, signs: [-1, 1] },
    ],
  },
  {
    name: 'the variance is the budget less the outturn',
    target: /^(?:variance|under-?spend|over-?spend|\(?under\)? ?\/ ?\(?over)/i,
    terms: [
      { row: /\bbudget\b/i, signs: [1, -1] },
      { row: /\boutturn\b|\bactual\b|\bforecast\b/i, signs: [-1, 1] },
    ],
  },
]

/** Finds the known identities that a table's labels name, and works out each column. */
export function identitiesIn(grid: Grid): Identity[] {
  const rounded = isRounded(grid)
  const named = rules.flatMap((rule) => applied(grid, rule, rounded) ?? [])
  return [...named, ...balances(grid, rounded), ...agreed(grid, rounded)]
}

function applied(grid: Grid, rule: Rule, rounded: boolean): Identity | undefined {
  const target = rowNamed(grid, rule.target, -1)
  if (target < 0) return undefined
  const parts = rule.terms.map((term) => nearestAbove(grid, term.row, target))
  if (parts.some((part) => part < 0) || new Set(parts).size < parts.length) return undefined
  const choices = signChoices(rule.terms)
  return bestOf(grid, { target, parts, rule: rule.name }, choices, rounded)
}

type Draft = { target: number; parts: number[]; rule: string }

/** The signs under which most columns come right; a table keeps to one way of printing minus. */
function bestOf(grid: Grid, draft: Draft, choices: number[][], rounded: boolean): Identity | undefined {
  let best: Identity | undefined
  for (const signs of choices) {
    const identity = { ...draft, signs, fits: signedFits(grid, draft, signs, rounded) }
    if (!best || right(identity) > right(best)) best = identity
  }
  if (!best || best.fits.length === 0) return undefined
  return best
}

const right = (identity: Identity) => identity.fits.filter((fit) => fit.fit === 'holds').length

function signedFits(grid: Grid, draft: Draft, signs: number[], rounded: boolean): ColumnFit[] {
  return grid.headers.flatMap((_, column): ColumnFit[] => {
    const shown = grid.rows[draft.target]?.cells[column]?.number
    const numbers = draft.parts.map((at) => numberOf(grid.rows[at]?.cells[column]))
    const known = numbers.filter((number): number is TableNumber => number !== undefined)
    if (!shown || known.length < numbers.length || known.some((number) => number.unit === 'percent')) return []
    const sum = rounded12(known.reduce((total, number, at) => total + number.value * (signs[at] ?? 1), 0))
    return [{ column, sum, shown, fit: fitOf(known, shown, sum, rounded), parts: known.length }]
  })
}

/** A dash stands for nought where another column has a figure. */
const numberOf = (cell: GridCell | undefined): TableNumber | undefined =>
  cell && /^\s*(?:[-–—−]+|nil)\s*$/i.test(cell.text) ? { value: 0, step: 1, unit: 'plain' } : cell?.number

function signChoices(terms: Term[]): number[][] {
  return terms.reduce<number[][]>(
    (all, term) => all.flatMap((signs) => term.signs.map((sign) => [...signs, sign])),
    [[]],
  )
}

const hasNumbers = (row: GridRow | undefined) => row?.cells.some((cell) => cell?.number) ?? false

function rowNamed(grid: Grid, name: RegExp, after: number): number {
  return grid.rows.findIndex((row, at) => at > after && name.test(row.label) && hasNumbers(row))
}

function nearestAbove(grid: Grid, name: RegExp, below: number): number {
  for (let at = below - 1; at >= 0; at -= 1) {
    const row = grid.rows[at]
    if (row && name.test(row.label) && hasNumbers(row)) return at
  }
  return -1
}

const opening =
  /\bopening\b|\bbrought forward\b|\bb\/f\b|\b(?:balance|held|reserves?)\b.*\b(?:at )?1 april\b|^at 1 april\b/i
const closing =
  /\bclosing\b|\bcarried forward\b|\bc\/f\b|\b(?:balance|held|reserves?)\b.*\b(?:at )?31 march\b|^at 31 march\b/i
const goesOut =
  /\b(?:out|used?|usage|spent|spend|drawn|drawdown|withdraw|from reserves?|leavers?|left|closed|resolved|paid|release)/i

/** An opening balance, with what came in and what went out, is the closing balance. */
function balances(grid: Grid, rounded: boolean): Identity[] {
  const dated = datedEnds(grid)
  const first = dated?.from ?? rowNamed(grid, opening, -1)
  const until = dated?.until ?? (first < 0 ? -1 : rowNamed(grid, closing, first))
  const restated = grid.rows.findLastIndex(({ label }, at) => at > first && at < until && opening.test(label))
  const from = restated < 0 ? first : restated
  if (until - from < 2) return []
  const between = Array.from({ length: until - from }, (_, at) => from + at).filter((at) => hasNumbers(grid.rows[at]))
  const before = restated < 0 && from > 0 && !dated ? rowsBefore(grid, from) : []
  const found = [between, [...before, ...between]].flatMap(
    (parts) => balanceOf(grid, { from, until, parts }, rounded) ?? [],
  )
  const best = found.reduce<Identity | undefined>(
    (one, two) => (one && right(one) >= right(two) ? one : two),
    undefined,
  )
  return best && (right(best) > 0 || (!dated && before.length === 0)) ? [best] : []
}

/** The rows of figures right above the opening balance: what came in may stand before it. */
function rowsBefore(grid: Grid, from: number): number[] {
  const start = grid.rows.findLastIndex((row, at) => at < from && !hasNumbers(row)) + 1
  return Array.from({ length: from - start }, (_, nth) => start + nth)
}

type Balance = { from: number; until: number; parts: number[] }

/**
 * The signs that the words give, or all plus; where those fail in most columns, the signs that most columns follow: heads do
 * not always tell which way the money went.
 */
function balanceOf(grid: Grid, { from, until, parts }: Balance, rounded: boolean): Identity | undefined {
  const byWord = parts.map((at) => (at !== from && goesOut.test(grid.rows[at]?.label ?? '') ? -1 : 1))
  const rule = 'the opening balance with what came in and went out is the closing balance'
  const draft = { target: until, parts, rule }
  const said = bestOf(grid, draft, [parts.map(() => 1), byWord], rounded)
  if (!said || right(said) * 2 >= said.fits.length || said.fits.length < 2) return said
  if (parts.length > MOST_PARTS) return undefined
  const either = signChoices(parts.map((at) => ({ row: opening, signs: at === from ? [1] : [1, -1] })))
  const followed = bestOf(grid, draft, either, rounded)
  return followed && right(followed) * 2 > followed.fits.length ? followed : undefined
}

const MOST_PARTS = 5

const yearEnd = /^\W*(?:balance |held |as )?(?:at |on )?(?:1 april|31 march) (20\d\d)\W*$/i

/** "1 April 2024 | In | Out | 31 March 2025": the first and the last of such days, a year apart, movements between. */
function datedEnds(grid: Grid): { from: number; until: number } | undefined {
  const days = grid.rows.flatMap((row, at) => {
    const year = yearEnd.exec(row.label)?.[1]
    return year && hasNumbers(row) ? [{ at, year: Number(year) }] : []
  })
  const [first, last] = days
  const isYear = days.length === 2 && first && last && last.year - first.year === 1 && last.at - first.at >= 2
  return isYear ? { from: first.at, until: last.at } : undefined
}

/** Where no gap is printed, total financing and the budget requirement are one figure. */
function agreed(grid: Grid, rounded: boolean): Identity[] {
  const target = rowNamed(grid, financing, -1)
  const other = rowNamed(grid, requirement, -1)
  const isGapShown = rowNamed(grid, /\b(?:gap|shortfall|surplus|deficit)\b(?!.*collection)/i, -1)
  if (target < 0 || other < 0 || isGapShown >= 0 || target === other) return []
  const draft = { target, parts: [other], rule: 'total financing equals the budget requirement' }
  const identity = bestOf(grid, draft, [[1]], rounded)
  return identity && right(identity) > 0 ? [identity] : []
}

/** How sure a failing column is: certain when the rule holds in other columns under one way of writing minus. */
export function failing(identity: Identity): { column: ColumnFit; fit: Fit; isSure: boolean }[] {
  const isSure = right(identity) > 0
  return identity.fits
    .filter((column) => column.fit !== 'holds')
    .map((column) => ({ column, fit: column.fit, isSure: isSure && column.fit === 'wrong' }))
}
