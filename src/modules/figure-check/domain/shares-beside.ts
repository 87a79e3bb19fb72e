import {
  type Item,
  proseOf,
  quantityOfCell,
  type Sentence,
  type ShareBeside,
  sharesBeside,
  sharesInRow,
} from '#modules/claims/index.js'
import { type CheckedDocument, type Quote, quoteOf } from '#modules/passages/index.js'
import type { Quantity } from '#modules/quantities/index.js'
import { type Grid, type GridCell, tablesOf, transposed } from '#modules/tables/index.js'

/** A figure and where the document prints it. */
export type Printed = { readonly quantity: Quantity; readonly quote: Quote }

/** An amount with the percentage beside it, in running text or in a row of a table; the whole if the words name it. */
export type BesideShare = {
  readonly part: Printed
  readonly percent: Printed
  readonly whole?: Printed
  /** Its sentence, where it stands in running text. */
  readonly sentence?: Sentence
}

/** Shares that stand together, in their order: those of running text, or of one column of a table. */
export type ShareGroup = { readonly shares: readonly BesideShare[]; readonly isColumn: boolean }

/** Every amount of a document that has its percentage beside it. */
export function shareGroupsOf(document: CheckedDocument): ShareGroup[] {
  const prose = proseOf(document)
  const figure = (item: Item | undefined): Printed | undefined =>
    item?.quantity && { quantity: item.quantity, quote: prose.quote(item) }
  const printed = (sentence: Sentence) => (share: ShareBeside) => {
    const [part, percent, whole] = [share.part, share.percent, share.whole].map(figure)
    return part && percent ? [{ part, percent, sentence, ...(whole ? { whole } : {}) }] : []
  }
  const said = prose.sentences.flatMap((one) => sharesBeside(one).flatMap(printed(one)))
  const rows = prose.sentences.map(
    (one): ShareGroup => ({ shares: sharesInRow(one).flatMap(printed(one)), isColumn: false }),
  )
  const columns = tablesOf(document).flatMap((grid) =>
    [grid, transposed(grid)].flatMap((way) => way.headers.flatMap((_, at) => columnOf(document, way, at) ?? [])),
  )
  return [{ shares: said, isColumn: false }, ...rows, ...columns]
}

/** Every amount of running text and of the tables that shares may be of, in the order of the document. */
export function amountsOf(document: CheckedDocument): Printed[] {
  const prose = proseOf(document)
  const said = prose.sentences.flatMap(({ items }) =>
    items.flatMap((item): Printed[] =>
      item.quantity && isWhole(item.quantity) ? [{ quantity: item.quantity, quote: prose.quote(item) }] : [],
    ),
  )
  const cells = tablesOf(document).flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.flatMap((cell) => printedCell(document, cell) ?? [])),
  )
  return [...said, ...cells.filter(({ quantity }) => isWhole(quantity))].toSorted(
    (one, other) => one.quote.start - other.quote.start,
  )
}

const isWhole = ({ unit, isRange, perTime }: Quantity) => /^(count|pounds)$/.test(unit) && !isRange && !perTime

const notShares =
  /\b(?:change|rise|fall|increase|decrease|growth|difference|variance|target|average|points?)\b|^\W*[+±-]/i

/** The percentages of a column, each with the amount to its left, or else to its right. */
function columnOf(document: CheckedDocument, grid: Grid, percent: number): ShareGroup | undefined {
  if (notShares.test(`${grid.headers[percent]}`)) return undefined
  const beside = [percent - 1, percent + 1].find((at) => grid.rows.some(({ cells }) => isAmount(cells[at])))
  if (beside === undefined) return undefined
  const shares = grid.rows.flatMap(({ label, cells }): BesideShare[] => {
    const [part, share] = [printedCell(document, cells[beside]), printedCell(document, cells[percent])]
    const isPair = part && share && isAmount(cells[beside]) && share.quantity.unit === 'percent'
    return isPair && !notShares.test(label) ? [{ part, percent: share }] : []
  })
  return shares.length > 2 ? { shares, isColumn: true } : undefined
}

const isAmount = (cell: GridCell | undefined) =>
  cell?.number !== undefined && cell.number.unit !== 'percent' && cell.number.value > 0

/** "(40%)" beside an amount stands in brackets, and is not negative. */
function printedCell(document: CheckedDocument, cell: GridCell | undefined): Printed | undefined {
  if (!cell?.number) return undefined
  const number = cell.number.unit === 'percent' ? { ...cell.number, value: Math.abs(cell.number.value) } : cell.number
  return { quantity: quantityOfCell(number, cell), quote: quoteOf(document, cell.start, cell.end) }
}
