import { widthsOfSans } from './fonts.js'
import type { Inline, TableContent } from './paper.js'

/** The type of a printed table, and what stands free on either side of a cell, in points. */
export const TABLE_TYPE = { size: 9, inset: 5 } as const

/** Kerning, which is not counted, hardly ever widens a word; this much it may. */
const SPARE = 1
/** A column wider than this, or all of them wider than so much, is left to the typesetter to share out. */
const WIDEST = 110
const WIDEST_TOGETHER = 260

/**
 * How wide each column of a printed table is, as the typesetter reads it: what holds numbers is as wide as its widest
 * cell, text shares what is left. Widths are worked out here, from the typeface's own (OpenType `hmtx`), where all cells
 * are plain words of our text face: left to itself (“auto”) the typesetter sets every cell once more to find them, and
 * keeps each setting, a twentieth of the memory of a long paper.
 */
export function columnWidths(content: TableContent, isSans: boolean): string[] {
  const { columns, rows, isNarrow } = content
  const isFitted = ({ align }: TableContent['columns'][number]) => align === 'number' || isNarrow === true
  const points = columns.map((column, at) => {
    if (!isSans || !isFitted(column)) return undefined
    return widest([widthOf(column.label, 'Semibold'), ...rows.map((row) => widthOfCell(row[at] ?? []))])
  })
  const together = points.reduce((sum: number, each) => sum + (each ?? 0), 0)
  return columns.map((column, at) => {
    if (!isFitted(column)) return `${column.share ?? 1}fr`
    const width = points[at]
    return width === undefined || together > WIDEST_TOGETHER ? 'auto' : `${width}pt`
  })
}

function widest(cells: readonly (number | undefined)[]): number | undefined {
  let most = 0
  for (const width of cells) {
    if (width === undefined || width > WIDEST) return undefined
    most = Math.max(most, width)
  }
  return Math.ceil(most + SPARE + 2 * TABLE_TYPE.inset)
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
