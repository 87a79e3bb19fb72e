import type { DocumentText, TextBlock, TextCell, TextRange } from '#platform/documents/document-text.js'

/** What would have been read of a file if one number in it, of as many characters, were another. */
export function changedText(read: DocumentText, place: TextRange, fresh: string): DocumentText {
  const shown = read.text.slice(place.start, place.end)
  const changed = (text: string) =>
    text.replace(new RegExp(`(?<![\\d.,])${shown.replaceAll('.', '\\.')}(?!\\d)`), fresh)
  const isAt = (range: TextRange) => range.start <= place.start && place.end <= range.end
  const changedCell = (cell: TextCell): TextCell => (isAt(cell) ? { ...cell, text: changed(cell.text) } : cell)
  const changedBlock = (block: TextBlock): TextBlock => {
    if (!block.table || !isAt(block)) return block
    const { header, headerCells, rows } = block.table
    const at = headerCells.findIndex(isAt)
    const table = {
      ...block.table,
      headerCells: headerCells.map(changedCell),
      header: header.map((title, column) => (column === at ? changed(title) : title)),
      rows: rows.map((row) => row.map(changedCell)),
    }
    return { ...block, table }
  }
  const text = read.text.slice(0, place.start) + fresh + read.text.slice(place.end)
  return { ...read, text, ...(read.blocks ? { blocks: read.blocks.map(changedBlock) } : {}) }
}
