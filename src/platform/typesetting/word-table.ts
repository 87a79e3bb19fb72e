import {
  AlignmentType,
  BorderStyle,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  Paragraph as WordParagraph,
  Table as WordTable,
} from 'docx'
import { isShort, plainText, type TableContent } from './paper.js'
import { clean, run, wordLine } from './word-lines.js'

/** Where a table may stand: the width of the text, and the footnotes that were named already. */
type Room = { readonly width: number; readonly noted: Set<number> }

/** A table whose header row is repeated on each page. Widths are fixed: not every reader of Word minds shares. */
export function wordTable(
  content: TableContent,
  context: Room,
  where: { readonly indent: number },
  about: string,
): WordTable {
  const widths = columnWidths(content, context.width - where.indent)
  const head = new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: content.columns.map(({ label }, index) =>
      wordCell({ content, widths, index, isHead: true, isKept: true, children: [run(label)] }),
    ),
  })
  const rows = content.rows.map((row, at) => {
    const isKept = keepsNext(content, at)
    const cell = (_: unknown, index: number) =>
      wordCell({ content, widths, index, isHead: false, isKept, children: wordLine(row[index] ?? [], context.noted) })
    return new TableRow({ cantSplit: true, children: content.columns.map(cell) })
  })
  return new WordTable({
    ...{ rows: [head, ...rows], columnWidths: widths, layout: TableLayoutType.FIXED },
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    indent: { size: where.indent, type: WidthType.DXA },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    tableLook: { ...BANDS, firstRow: true, firstColumn: content.rowHeads },
    ...{ title: clean(about), description: clean(about) },
  })
}

/** A short table stands on one page; of a long one no row is alone, neither the first below its head nor the last. */
function keepsNext(content: TableContent, row: number): boolean {
  const last = content.rows.length - 1
  return row < last && (isShort(content) || row === 0 || row === last - 1)
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BANDS = { lastRow: false, lastColumn: false, noHBand: true, noVBand: true }

type CellParts = {
  readonly content: TableContent
  readonly widths: readonly number[]
  readonly index: number
  readonly isHead: boolean
  readonly isKept: boolean
  readonly children: ParagraphChild[]
}

function wordCell({ content, widths, index, isHead, isKept, children }: CellParts): TableCell {
  const side = content.columns.length > 8 ? 30 : 80
  const rule = isHead ? { size: 12, color: '16202a' } : { size: 4, color: 'd9dcd6' }
  const isNumber = content.columns[index]?.align === 'number'
  const paragraph = new WordParagraph({
    ...{ style: isHead ? 'TableHead' : 'TableText', keepNext: isKept, children },
    alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
  })
  return new TableCell({
    width: { size: widths[index] ?? 1000, type: WidthType.DXA },
    borders: { top: NONE, left: NONE, right: NONE, bottom: { style: BorderStyle.SINGLE, ...rule } },
    margins: { top: 50, bottom: 50, left: side, right: side },
    children: [paragraph],
  })
}

/** A column of a narrow table, in twentieths of a point: four centimetres. */
const NARROW = 2268

/** Number columns take what they need, the rest is shared by weight. */
function columnWidths({ columns, rows, isNarrow }: TableContent, room: number): number[] {
  const whole = isNarrow ? Math.min(room, columns.length * NARROW) : room
  const needed = columns.map(({ label, align }, index) => {
    if (align !== 'number') return 0
    const longest = Math.max(
      ...[label, ...rows.slice(0, 200).map((row) => plainText(row[index] ?? []))].map(({ length }) => length),
    )
    return Math.min(2200, Math.max(800, longest * 118 + 280))
  })
  const taken = needed.reduce((sum, each) => sum + each, 0)
  const weights = columns.map(({ align, share }) => (align === 'number' ? 0 : (share ?? 1)))
  const weight = weights.reduce((sum, each) => sum + each, 0)
  if (weight === 0 || taken > whole * 0.8) return byWeight(columns, whole)
  return columns.map((_, index) => needed[index] || Math.floor(((whole - taken) * (weights[index] ?? 0)) / weight))
}

function byWeight(columns: TableContent['columns'], whole: number): number[] {
  const sum = columns.reduce((total, { share }) => total + (share ?? 1), 0)
  return columns.map(({ share }) => Math.floor((whole * (share ?? 1)) / sum))
}
