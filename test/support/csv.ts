/** A CSV file (RFC 4180) as rows of texts, read independently of how it was written. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  for (cell.lastIndex = 0; cell.lastIndex < text.length; ) {
    const match = cell.exec(text)
    if (!match) throw new Error('Not CSV')
    const [, raw = '', end] = match
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
