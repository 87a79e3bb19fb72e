import { type CheckedDocument, lineAt, pageAt } from '#modules/passages/index.js'
import type { FoundPart, PartKind, Span } from './found.js'
import { type Piece, tidy } from './pieces.js'
import { labelOf } from './plan-words.js'

type TableCell = { readonly text: string; readonly start: number; readonly end: number }

/** The parts in a table whose head names them, as a plan on a page: a theme in each row, its aim and outcome beside it. */
export function partsOfTable(document: CheckedDocument, piece: Piece, theme: string | null): FoundPart[] {
  const { table } = piece.block
  if (!table) return []
  const [head, rows] =
    table.headerCells.length > 0 ? [table.headerCells, table.rows] : [table.rows[0] ?? [], table.rows.slice(1)]
  const kinds = head.map((cell) => kindOf(cell.text))
  if (kinds.filter(Boolean).length < 2 && !(head.length === 1 && kinds[0])) return []
  const themeColumn = kinds.indexOf('theme')
  return rows.flatMap((row) => {
    const own = themeColumn >= 0 ? tidy(row[themeColumn]?.text ?? '') || theme : theme
    return row.flatMap((cell, column) => partsOfCell(document, cell, kinds[column], own))
  })
}

function kindOf(heading: string): PartKind | undefined {
  const label = labelOf(tidy(heading))
  return label && label.rest === undefined && !label.prefix ? label.kind : undefined
}

function partsOfCell(
  document: CheckedDocument,
  cell: TableCell,
  kind: PartKind | undefined,
  theme: string | null,
): FoundPart[] {
  if (!kind || !/\p{L}/u.test(cell.text)) return []
  const bulleted = /(?:^|\n)\s*[•●▪*–-]\s/.test(cell.text)
  const texts = bulleted ? cell.text.split(/\n\s*(?=[•●▪*–-]\s)/) : [cell.text]
  let from = cell.start
  return texts.flatMap((own) => {
    const start = Math.max(from, document.text.indexOf(own.split('\n')[0] ?? own, from))
    const end = Math.min(cell.end, start + own.length)
    from = end
    const text = tidy(own.replace(/^\s*[•●▪*–-]\s+/, ''))
    return text
      ? [{ kind, text, theme: kind === 'theme' ? null : theme, span: spanOf(document, start, end), also: [] }]
      : []
  })
}

function spanOf(document: CheckedDocument, start: number, end: number): Span {
  const page = pageAt(document, start)
  return {
    start,
    end,
    line: lineAt(document, start),
    ...(page !== undefined && { page }),
    quote: document.text.slice(start, end),
  }
}
