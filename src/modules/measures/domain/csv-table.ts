import { err, ok, type Result } from '#kernel/result.js'

/** One row of a file, with the number that a spreadsheet gives it (the head is row 1). */
export type CsvRow = { readonly number: number; readonly cells: readonly string[] }

/** Why a text is no table. */
export type CsvRefusal = { readonly code: 'open-quote'; readonly row: number }

/** Reads comma-separated text as RFC 4180 has it, with either kind of line end. Empty lines are passed over. */
export function csvRows(text: string): Result<CsvRow[], CsvRefusal> {
  const source = text.replace(/^\ufeff/, '')
  const rows: CsvRow[] = []
  let cells: string[] = []
  let number = 1
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y
  while (cell.lastIndex < source.length) {
    const match = cell.exec(source)
    if (!match) return err({ code: 'open-quote', row: number })
    const [, quoted, plain = '', end] = match
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',' && cell.lastIndex < source.length) continue
    if (end === ',') cells.push('')
    if (cells.some((each) => each.trim() !== '')) rows.push({ number, cells })
    cells = []
    number += 1
  }
  return ok(rows)
}
