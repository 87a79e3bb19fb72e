import { type CheckedDocument, lineAt, pageAt, type Range } from '#modules/passages/index.js'
import { type Grid, tablesOf } from '#modules/tables/index.js'
import type { Span } from './found.js'

/** A row of a table of money as the document prints it: its name, and each figure under the head of its column. */
export type MoneyRow = {
  readonly label: string
  readonly values: readonly { readonly column: string; readonly text: string }[]
  readonly span: Span
  /** Where its name stands, if the document prints it apart from its figures. */
  readonly named?: Span
}

/** A table of awards, budgets or other money. */
export type MoneyTable = { readonly title: string; readonly rows: readonly MoneyRow[] }

const MONEY = /[£]|\b(award|budget|expenditure|grant|fund|income|cost|precept|reserve|spending|outturn)/i
/** A table with fewer rows of figures is a sentence about money. */
const FEWEST_ROWS = 2

/** The tables of awards and finance in a document, each row with the passage that it stands in. */
export function moneyTables(document: CheckedDocument): MoneyTable[] {
  return tablesOf(document).flatMap((grid) => {
    const rows = grid.rows.flatMap((row) => moneyRow(document, grid, row) ?? [])
    const said = `${grid.caption} ${grid.headers.join(' ')} ${rows.map(({ label }) => label).join(' ')}`
    return rows.length >= FEWEST_ROWS && MONEY.test(said) && !isProse(rows)
      ? [{ title: titleOf(grid), rows: named(document, rows) }]
      : []
  })
}

/** Numbered paragraphs that stand like rows: most of their names are the ends of sentences. */
const isProse = (rows: readonly MoneyRow[]) => rows.filter(({ label }) => /[.;,]$/.test(label)).length * 2 > rows.length

/**
 * Rows that a PDF parted from their names get them back where the document leaves no doubt: as many lines of words
 * together, not far above, as there are rows without a name.
 */
function named(document: CheckedDocument, rows: readonly MoneyRow[]): MoneyRow[] {
  const result: MoneyRow[] = []
  for (let at = 0; at < rows.length; ) {
    let end = at
    while (rows[end]?.label === '') end += 1
    const first = rows[at]
    const names = end > at && first ? namesAbove(document, first.span.start, end - at) : undefined
    for (const row of rows.slice(at, Math.max(end, at + 1))) {
      const name = row.label === '' ? names?.[result.length - at] : undefined
      result.push(name ? { ...row, label: name.quote, named: name } : row)
    }
    at = Math.max(end, at + 1)
  }
  return result
}

const LINES_ABOVE = 40

/** The one run of so many lines of words among the lines above a place; undefined where there is none, or more. */
function namesAbove(document: CheckedDocument, start: number, count: number): Span[] | undefined {
  const lines = linesBefore(document, start)
  const runs: Span[][] = [[]]
  for (const line of lines) {
    if (/\p{Ll}/u.test(line.quote) && !/[\d£]/.test(line.quote)) runs.at(-1)?.push(line)
    else runs.push([])
  }
  const fitting = runs.filter((run) => run.length === count)
  return fitting.length === 1 ? fitting[0] : undefined
}

function linesBefore(document: CheckedDocument, start: number): Span[] {
  const lines: Span[] = []
  let end = start
  while (lines.length < LINES_ABOVE && end > 0) {
    const from = document.text.lastIndexOf('\n', end - 2) + 1
    const range = { start: from, end: Math.max(from, end - 1) }
    if (from < start) lines.unshift(spanOf(document, range))
    end = from
  }
  return lines
}

/** The heads of a grid's columns: where they ran together, its periods, if there are as many as columns. */
function headsOf({ headers }: Grid): readonly string[] {
  const periods = headers.join(' ').match(/\b(?:19|20)\d{2}(?:[/–-]\d{2,4})?\b/g) ?? []
  const ranTogether = headers.some((head) => (head.match(/\b(?:19|20)\d{2}/g) ?? []).length > 1)
  return ranTogether && periods.length === headers.length ? periods : headers
}

function moneyRow(document: CheckedDocument, grid: Grid, row: Grid['rows'][number]): MoneyRow | undefined {
  const heads = headsOf(grid)
  const numbers = row.cells.flatMap((cell, at) =>
    cell?.number ? [{ column: heads[at] ?? '', text: cell.text.trim() }] : [],
  )
  const cells = row.cells.flatMap((cell) => (cell?.number ? [cell] : []))
  if (numbers.length === 0) return undefined
  // A PDF sets cells of words apart by wide gaps: only the first of them is the name.
  const [label = '', ...words] = row.label.split(/\s{3,}/)
  const values = [...words.map((text) => ({ column: '', text })), ...numbers]
  const ends = [...cells, ...(row.label === '' ? [] : [row])]
  const range = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) }
  return { label, values, span: spanOf(document, range) }
}

function spanOf(document: CheckedDocument, { start, end }: Range): Span {
  const page = pageAt(document, start)
  const quote = document.text
    .slice(start, Math.min(end, start + 500))
    .replace(/\s+/g, ' ')
    .trim()
  return { start, end, line: lineAt(document, start), ...(page !== undefined && { page }), quote }
}

const LONGEST_TITLE = 120

const titleOf = ({ name = '', caption }: Grid) =>
  (
    name.trim() ||
    (caption.trim().length <= LONGEST_TITLE
      ? caption
      : caption
          .trim()
          .slice(-LONGEST_TITLE)
          .replace(/^\S*\s/, ''))
  )
    .replace(/\s+/g, ' ')
    .trim()
