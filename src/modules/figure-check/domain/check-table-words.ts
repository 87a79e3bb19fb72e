import type { Cell, CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { tableNumber } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/**
 * Columns of words beside figures: arrows and "up" or "down" against two levels, "met" and "not met" against a target, a
 * rank against what is ranked. The rows that agree tell how the table is meant, and those that do not are told.
 */
export const checkTableWords: Check = (document) =>
  document.blocks.flatMap(({ table }) => {
    if (!table || table.rows.length < FEWEST || table.rows.length > MOST) return []
    const columns = table.header.map((head, at): Column => ({ head, cells: table.rows.map((row) => row[at]) }))
    return columns.flatMap((own, at) => {
      const readings = [...directions(own, columns.slice(0, at)), ...outcomes(own, columns), ...ranks(own, columns)]
      const best = readings.reduce<Row[]>((one, two) => (agreeing(two) > agreeing(one) ? two : one), [])
      return isMeant(best) ? best.map((row) => asFinding(document, row)) : []
    })
  })

const [FEWEST, MOST] = [3, 60]

type Column = { readonly head: string; readonly cells: readonly (Cell | undefined)[] }
type Row = { readonly word: Cell; readonly figures: readonly Cell[]; readonly fits: boolean }

const agreeing = (rows: readonly Row[]) => rows.filter(({ fits }) => fits).length

/** At least two rows that agree, and of every three no more than one that does not. */
const isMeant = (rows: readonly Row[]) =>
  agreeing(rows) >= 2 && rows.length - agreeing(rows) <= Math.max(1, Math.floor(rows.length / 4))

const numberIn = (cell: Cell | undefined) => (cell ? tableNumber(cell.text)?.value : undefined)

const isOfFigures = ({ cells }: Column) =>
  cells.filter((cell) => numberIn(cell) !== undefined).length * 2 > cells.length

const rowsOf = (cells: readonly (Cell | undefined)[], rowAt: (word: Cell, row: number) => Row | undefined): Row[] =>
  cells.flatMap((word, row) => (word ? (rowAt(word, row) ?? []) : []))

/** A row of a word and two figures, where both are there. */
function compared(word: Cell, [one, other]: readonly (Cell | undefined)[], fits: (a: number, b: number) => boolean) {
  const [a, b] = [numberIn(one), numberIn(other)]
  if (!one || !other || a === undefined || b === undefined) return undefined
  return { word, figures: [one, other], fits: fits(a, b) }
}

const up = /^\W*(?:[↑▲⬆↗]|up|rise|risen|rising|increas(?:e|ed|ing)|higher)\W*$/i
const down = /^\W*(?:[↓▼⬇↘]|down|fall|fallen|falling|decreas(?:e|ed|ing)|lower)\W*$/i
const noLevel = /change|%|variance|difference|target|average|rank/i

/** "↑", "Down": against the two levels before it, the later of which may stand first. */
function directions({ cells }: Column, before: readonly Column[]): Row[][] {
  const levels = before.filter((column) => isOfFigures(column) && !noLevel.test(column.head)).slice(-2)
  const [first, second] = levels
  if (!first || !second) return []
  return [1, -1].map((order) =>
    rowsOf(cells, (word, row) => {
      const way = Number(up.test(word.text)) - Number(down.test(word.text))
      const pair = [first.cells[row], second.cells[row]]
      return way === 0 ? undefined : compared(word, pair, (a, b) => Math.sign(b - a) === way * order)
    }),
  )
}

const met = /^\W*(?:yes|met|achieved|exceeded|on target|hit|✓|✔)\W*$/i
const unmet = /^\W*(?:no|not met|missed|not achieved|below target|off target|✗|✘)\W*$/i

/** "Met", "Not met": a result at its target or better, be that more or less. */
function outcomes({ head, cells }: Column, columns: readonly Column[]): Row[][] {
  const target = columns.find(
    (column) => isOfFigures(column) && /\b(target|goal|standard|threshold)\b/i.test(column.head),
  )
  const results = columns.filter((column) => column !== target && isOfFigures(column) && !noLevel.test(column.head))
  const result = results.at(-1)
  if (!target || !result || !/\b(met|achieved|status|rag|on target|target|hit)\b|\?/i.test(head)) return []
  return [1, -1].map((better) =>
    rowsOf(cells, (word, row) => {
      const is = met.test(word.text)
      if (!is && !unmet.test(word.text)) return undefined
      return compared(word, [result.cells[row], target.cells[row]], (a, b) => (a - b) * better >= 0 === is)
    }),
  )
}

/** "1, 2, 3" beside the only other column of figures: each against the place that its figure has. */
function ranks({ head, cells }: Column, columns: readonly Column[]): Row[][] {
  const others = columns.filter((column) => column.head !== head && isOfFigures(column))
  const [ranked] = others
  const places = cells.flatMap((cell) => numberIn(cell) ?? [])
  if (!/^\W*(rank|ranking|position|place)\b/i.test(head) || !ranked || others.length > 1) return []
  const placed = cells.flatMap((word, row) => {
    const [figure, value, place] = [ranked.cells[row], numberIn(ranked.cells[row]), numberIn(word)]
    return word && figure && value !== undefined && place !== undefined ? [{ word, figure, value, place }] : []
  })
  if (placed.length < cells.length) return []
  if (new Set(places).size < cells.length || Math.max(...places) !== cells.length) return byPlace(placed)
  const inOrder = placed.toSorted((a, b) => a.place - b.place)
  return [1, -1].map((order) => {
    const odd = oddOneOut(inOrder.map(({ value }) => value * order))
    return odd === undefined
      ? []
      : inOrder.map(({ word, figure }, nth) => ({ word, figures: [figure], fits: nth !== odd }))
  })
}

type Placed = { readonly word: Cell; readonly figure: Cell; readonly value: number; readonly place: number }

/** Places of which one stands twice or none can be: each against how many figures stand before its own. */
const byPlace = (placed: readonly Placed[]): Row[][] =>
  [1, -1].map((order) =>
    placed.map(({ word, figure, value, place }) => {
      const before = placed.filter((one) => (one.value - value) * order > 0).length
      const level = placed.filter((one) => one.value === value).length
      return { word, figures: [figure], fits: place > before && place <= before + level }
    }),
  )

/** The one of the figures without which they would fall in order, or the first of two; -1 where they do, nothing where it could be any. */
function oddOneOut(values: readonly number[]): number | undefined {
  const falls = (all: readonly number[]) => all.every((value, at) => at === 0 || value <= (all[at - 1] ?? value))
  if (falls(values)) return -1
  const odd = values.flatMap((_, at) => (falls(values.toSpliced(at, 1)) ? [at] : []))
  return odd.length === 1 || (odd.length === 2 && values.length > FEWEST) ? odd[0] : undefined
}

function asFinding(document: CheckedDocument, { word, figures, fits }: Row): Finding {
  const [said, ...shown] = [word, ...figures].map(({ text }) => text.trim())
  return findingOf({
    kind: 'change',
    verdict: fits ? 'holds' : 'warning',
    quotes: [word, ...figures].map((cell) => quoteOf(document, cell.start, cell.end)),
    message: fits
      ? 'The word agrees with the figures of its row.'
      : `The row says “${said}” of ${shown.join(' and ')}; the other rows of the table use it otherwise.`,
    working: `“${said}” beside ${shown.join(' and ')}.`,
    ...(fits ? {} : { suggestion: 'Mend the word or the figures of this row.' }),
  })
}
