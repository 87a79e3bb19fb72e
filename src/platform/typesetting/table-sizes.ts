import { widthsOfSans } from './fonts.js'
import type { Inline, TableContent } from './paper.js'

/** The type of a printed table, and what stands free beside and above a cell, in points. */
export const TABLE_TYPE = { size: 9, beside: 5, above: 4.5 } as const

/** A row of one line: the height of a capital of the text face (OpenType `sCapHeight`, 0.66), and what is free. */
const ONE_LINE = 0.66 * TABLE_TYPE.size + 2 * TABLE_TYPE.above
/** Kerning, which is not counted, hardly ever widens a word; this much it may. */
const SPARE = 1
/** A column wider than this, or all of them wider than so much, is left to the typesetter to share out. */
const WIDEST = 110
const WIDEST_TOGETHER = 260
/** The narrowest line that a table is ever set to: upright, in the column of numbered paragraphs, in a callout. */
const LINE = 390

/** Widths of the columns and heights of the rows, its head first, as the typesetter reads them. */
export type TableSizes = { readonly columns: readonly string[]; readonly rows: string }

/**
 * How wide each column of a printed table is, and how high each row. What holds numbers is as wide as its widest cell;
 * text shares what is left; a row whose cells fit on one line is as high as one line. That is what the typesetter would
 * come to by itself (“auto”), setting every cell once for its width and once for its height and keeping each setting: a
 * tenth of the memory of a long paper. It is worked out here from the typeface's own widths (OpenType `hmtx`) where
 * cells are plain words of our text face, and left to the typesetter where they are not.
 */
export function tableSizes(content: TableContent, isSans: boolean): TableSizes {
  const fitted = fittedWidths(content, isSans)
  const together = fitted.reduce((sum: number, each) => sum + (each ?? 0), 0)
  const columns = content.columns.map((column, at) => {
    if (!isFitted(content, at)) return `${column.share ?? 1}fr`
    const width = fitted[at]
    return width === undefined || together > WIDEST_TOGETHER ? 'auto' : `${width}pt`
  })
  const isKnown = isSans && !columns.includes('auto')
  const rooms = isKnown ? roomsOf(content, fitted, LINE - together) : undefined
  return { columns, rows: rowHeights(content, rooms) }
}

function isFitted({ columns, isNarrow }: TableContent, at: number): boolean {
  return columns[at]?.align === 'number' || isNarrow === true
}

/** The width of each column that is as wide as its cells; nothing where that cannot be known. */
function fittedWidths(content: TableContent, isSans: boolean): (number | undefined)[] {
  return content.columns.map(({ label }, at) => {
    if (!isSans || !isFitted(content, at)) return undefined
    return widest([widthOf(label, 'Semibold'), ...content.rows.map((row) => widthOfCell(row[at] ?? []))])
  })
}

function widest(cells: readonly (number | undefined)[]): number | undefined {
  let most = 0
  for (const width of cells) {
    if (width === undefined || width > WIDEST) return undefined
    most = Math.max(most, width)
  }
  return Math.ceil(most + SPARE + 2 * TABLE_TYPE.beside)
}

/** What each column has for its words on the narrowest line, in points. */
function roomsOf({ columns }: TableContent, fitted: readonly (number | undefined)[], left: number): number[] {
  const shares = columns.reduce((sum, { share }, at) => sum + (fitted[at] === undefined ? (share ?? 1) : 0), 0)
  return columns.map(({ share }, at) => (fitted[at] ?? (left * (share ?? 1)) / shares) - SPARE - 2 * TABLE_TYPE.beside)
}

function rowHeights({ rows }: TableContent, rooms: readonly number[] | undefined): string {
  const heights = rows.map((row) => {
    const isOneLine = rooms && row.every((cell, at) => (widthOfCell(cell) ?? Number.NaN) <= (rooms[at] ?? 0))
    return isOneLine ? `${ONE_LINE.toFixed(2)}pt` : 'auto'
  })
  return `(${['auto', ...heights].join(',')},)`
}

/** The width of a cell in points; nothing where it holds more than plain words. */
function widthOfCell(cell: readonly Inline[]): number | undefined {
  let width = 0
  for (const inline of cell) {
    if (inline.kind !== 'text' && inline.kind !== 'value' && inline.kind !== 'typed') return undefined
    const own = widthOf(inline.text, 'Regular')
    if (own === undefined) return undefined
    width += own
  }
  return width
}

function widthOf(text: string, weight: 'Regular' | 'Semibold'): number | undefined {
  const widths = widthsOfSans(weight)
  let width = 0
  for (const character of text) {
    const own = widths.get(character.codePointAt(0) ?? 0)
    if (own === undefined) return undefined
    width += own * TABLE_TYPE.size
  }
  return width
}
