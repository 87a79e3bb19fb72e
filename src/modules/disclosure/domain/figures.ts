import type { Cell, Relation } from './problem.js'

/** One figure of a table, as far as its small numbers matter: one vintage of one period of one series. */
export type SmallFigure = {
  readonly id: string
  /** The measure that it is a figure of. */
  readonly series: string
  /** The kind of period and what is counted: only within a family do numbers add up without being told. */
  readonly family: string
  /** '' is the office's own area, the whole of those within it. */
  readonly area: string
  /** The first and the last day of its period, written 2025-03-01. */
  readonly from: string
  readonly until: string
  /** When it became known: later vintages sort after earlier ones. */
  readonly known: string
  /** How many there are of what it counts; null where that is not known or not a number of anything. */
  readonly count: number | null
  /** Of how many, for a share. */
  readonly base: number | null
  /** Numbers below this are small; null when small numbers of it tell of nobody. */
  readonly below: number | null
}

/** The numbers that one figure shows. */
export type Quantity = 'count' | 'base'

/** The name of the cell of one number of a figure. */
export function cellId(figure: SmallFigure, quantity: Quantity | 'rest'): string {
  return `${figure.id} ${quantity}`
}

/** The cells of a figure: its count; for a share also the base and the rest, which anyone can work out. */
export function cellsOf(figure: SmallFigure): { cells: Cell[]; relations: Relation[] } {
  const { id, count, base, below } = figure
  if (count === null || !isAmount(count)) return { cells: [], relations: [] }
  const cell = (quantity: Quantity | 'rest', amount: number, least: number | null) =>
    ({ id: cellId(figure, quantity), figure: id, amount, below: least }) satisfies Cell
  const own = cell('count', count, below)
  if (base === null || !isAmount(base)) return { cells: [own], relations: [] }
  const whole = cell('base', base, null)
  if (count > base) return { cells: [own, whole], relations: [] }
  const rest = cell('rest', base - count, below)
  const terms = [
    [own.id, 1],
    [rest.id, 1],
    [whole.id, -1],
  ] as const
  return { cells: [own, rest, whole], relations: [{ terms }] }
}

/** Whether a figure has a number of this kind, and which. */
export function amountOf({ count, base }: SmallFigure, quantity: Quantity): number | null {
  const amount = quantity === 'count' ? count : base
  if (count === null || !isAmount(count)) return null
  return amount !== null && isAmount(amount) ? amount : null
}

function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0
}

/** All numbers times a thousand, where some have decimals (full-time equivalents): the arithmetic wants whole numbers. */
export function inWholeNumbers(figures: readonly SmallFigure[]): readonly SmallFigure[] {
  const isWhole = (amount: number | null) => amount === null || Number.isInteger(amount)
  if (figures.every(({ count, base }) => isWhole(count) && isWhole(base))) return figures
  const times = (amount: number | null) => (amount === null ? null : Math.round(amount * 1000))
  return figures.map((each) => ({
    ...each,
    ...{ count: times(each.count), base: times(each.base), below: times(each.below) },
  }))
}
