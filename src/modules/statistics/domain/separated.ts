import { err, ok, type Result } from '#kernel/result.js'

/** One row of a text table and the line that it begins on. */
export type SeparatedRow = { readonly line: number; readonly cells: readonly string[] }

/**
 * Reads a table of values separated by commas (RFC 4180), or by semicolons or tabs when the head has none of the
 * former. Any line ends; a byte order mark and empty rows are passed over. Refuses a quote that is never closed.
 */
export function separatedRows(
  text: string,
): Result<readonly SeparatedRow[], { readonly code: 'open-quote'; readonly line: number }> {
  const source = text.replace(/^\ufeff/, '')
  const separator = separatorOf(source)
  const rows: SeparatedRow[] = []
  let cells: string[] = []
  let line = 1
  let start = 1
  let at = 0
  while (at < source.length) {
    const cell = cellAt(source, at, separator)
    if (!cell) return err({ code: 'open-quote', line })
    cells.push(cell.text.trim())
    line += cell.text.split(/\r\n|\r|\n/).length - 1
    at = cell.end
    if (source[at] === separator) {
      at += 1
      if (at === source.length) cells.push('')
      else continue
    }
    if (cells.some((each) => each !== '')) rows.push({ line: start, cells })
    cells = []
    at += source.startsWith('\r\n', at) ? 2 : 1
    line += 1
    start = line
  }
  return ok(rows)
}

function separatorOf(source: string): string {
  const head = /[^\r\n]+/.exec(source)?.[0] ?? ''
  return [',', ';', '\t'].find((each) => head.includes(each)) ?? ','
}

function cellAt(source: string, from: number, separator: string): { text: string; end: number } | undefined {
  const lead = /[ ]*"/y
  lead.lastIndex = from
  if (!lead.test(source)) {
    let end = from
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1
    return { text: source.slice(from, end), end }
  }
  const quoted = /([^"]*(?:""[^"]*)*)"[ ]*/y
  quoted.lastIndex = lead.lastIndex
  const match = quoted.exec(source)
  const after = source[quoted.lastIndex]
  const isEnd = after === undefined || after === separator || after === '\n' || after === '\r'
  return match && isEnd ? { text: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex } : undefined
}
