/** One cell of a table that leaves as CSV. */
export type Cell = string | number | null

/** A table as CSV (RFC 4180, UTF-8): CRLF, quotes where needed, and text that a spreadsheet would run as a formula made harmless. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = inertText(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Text that no spreadsheet takes for a formula: an apostrophe before `=`, `+`, `-`, `@`, a tab or a carriage return. */
export function inertText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
