import { err, ok, type Result } from '#kernel/result.js'
import { fileProblem, type ReadTable, RowCollector, type TableLimits, type TableProblem, textCell } from './table.js'

/** Reads a file of text with separators: any usual encoding, any line ends, comma, semicolon, tab or bar between cells. */
export function readText(bytes: Uint8Array, name: string, limits: TableLimits): Result<ReadTable[], TableProblem> {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  const declared = /^sep=([,;\t|])\r?\n?/i.exec(text)
  const separator = declared?.[1] ?? separatorOf(text)
  const rows = readRows(declared ? text.slice(declared[0].length) : text, separator, {
    ...{ name, limits },
    firstRow: declared ? 2 : 1,
  })
  if (!rows.ok) return rows
  const notes = encoding === 'UTF-8' ? [] : [`Read as ${encoding} text`]
  return ok([{ name, ...rows.value, merged: [], isHidden: false, notes }])
}

type Decoded = { readonly text: string; readonly encoding: string }

function decode(bytes: Uint8Array): Result<Decoded, TableProblem> {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding === 'windows-1252' && /[ÂÃ][\u0080-\u00bf]|â€/.test(text)) return err(MIXED)
  const bad = UNREADABLE.exec(text)
  if (bad) return err(notText(text, bad.index))
  return ok({ text, encoding: NAMES[encoding] })
}

/** Control characters other than tabs and line ends, and what stands for bytes that are no character. */
const UNREADABLE = /(?![\t\n\v\f\r])\p{Cc}|\ufffd/u

const NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252' } as const
const MIXED = fileProblem(
  'The text is partly in UTF-8 and partly in another encoding, so letters and signs would come out wrong',
  'Open it in a spreadsheet program and save it as “CSV UTF-8”',
)

function notText(text: string, index: number): TableProblem {
  const row = text.slice(0, index).split(/\r\n|\r|\n/).length
  return {
    sheet: '',
    cell: `row ${row}`,
    problem: 'The file is not plain text, or has characters that cannot be read',
    fix: 'Save it as “CSV UTF-8”, or as a workbook (.xlsx or .ods)',
  }
}

function encodingOf(bytes: Uint8Array): keyof typeof NAMES {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 400)
  const noughts = [0, 1].map((odd) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const many = sample.length / 4
  if ((noughts[1] ?? 0) > many && noughts[0] === 0) return 'utf-16le'
  if ((noughts[0] ?? 0) > many && noughts[1] === 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

const SEPARATORS = [',', '\t', ';', '|'] as const

/** The separator that stands in most of the first lines, outside quotes; a comma when none does. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const counts = SEPARATORS.map((each) => lines.filter((line) => line.includes(each)).length)
  const most = Math.max(...counts)
  const best = SEPARATORS.filter((_, index) => counts[index] === most)
  const widest = (each: string) => lines.reduce((sum, line) => sum + line.split(each).length, 0)
  return most === 0 ? ',' : (best.sort((a, b) => widest(b) - widest(a))[0] ?? ',')
}

type RowsOptions = { readonly name: string; readonly limits: TableLimits; readonly firstRow: number }

/** RFC 4180, in one pass. A row's number is its place in a spreadsheet, so a line end inside quotes counts for none. */
function readRows(text: string, separator: string, { name, limits, firstRow }: RowsOptions) {
  const collector = new RowCollector(name, limits)
  const reader = new CellReader(text, separator)
  let [before, last] = [0, 0]
  for (let row = firstRow; !reader.isDone; row += 1) {
    const cells: ReturnType<typeof textCell>[] = []
    for (let isLast = false; !isLast; ) {
      const cell = reader.next()
      if (typeof cell !== 'object') return err(quoteProblem(name, row, cells.length, cell))
      cells.push(textCell(cell.text))
      isLast = cell.isLast
      if (cells.length > limits.columns + 1) break
    }
    const problem = collector.add(row, cells)
    if (problem) return err(problem)
    ;[before, last] = [last, cells.length]
    if (cells.length > limits.columns)
      return err(fileProblem(`Row ${row} has more than ${limits.columns} cells`, 'Check its separators'))
  }
  const isCut = reader.endedOpen && last > 1 && last < before
  const cutRow = collector.rows.at(-1)?.number
  return ok({ rows: collector.rows, ...(isCut && cutRow !== undefined && { cutRow }) })
}

function quoteProblem(sheet: string, row: number, column: number, what: 'unclosed' | 'after-quote'): TableProblem {
  const cell = `row ${row}, column ${column + 1}`
  const problem =
    what === 'unclosed'
      ? 'A quotation mark is opened and never closed: the file may be cut short'
      : 'There is text after a closing quotation mark'
  return { sheet, cell, problem, fix: 'Save the file again from the program that made it' }
}

/** Reads one cell after the other. */
class CellReader {
  readonly #text: string
  readonly #separator: string
  #at = 0

  constructor(text: string, separator: string) {
    this.#text = text
    this.#separator = separator
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length
  }

  /** Whether the text ended without a line end. */
  get endedOpen(): boolean {
    return this.#at > this.#text.length
  }

  /** The next cell and whether it ends its row, or what is wrong with its quotation marks. */
  next(): { text: string; isLast: boolean } | 'unclosed' | 'after-quote' {
    this.#skipToQuote()
    if (this.#text[this.#at] !== '"') {
      const from = this.#at
      this.#at = this.#endOfPlain()
      return { text: this.#text.slice(from, this.#at), isLast: this.#step() }
    }
    const parts: string[] = []
    let from = this.#at + 1
    for (;;) {
      const close = this.#text.indexOf('"', from)
      if (close < 0) return 'unclosed'
      parts.push(this.#text.slice(from, close))
      from = close + 2
      if (this.#text[close + 1] !== '"') {
        this.#at = close + 1
        break
      }
    }
    const end = this.#endOfPlain()
    if (this.#text.slice(this.#at, end).trim() !== '') return 'after-quote'
    this.#at = end
    return { text: parts.join('"'), isLast: this.#step() }
  }

  /** Spaces between a separator and a quotation mark say nothing. */
  #skipToQuote(): void {
    let at = this.#at
    while (this.#text[at] === ' ') at += 1
    if (this.#text[at] === '"') this.#at = at
  }

  #endOfPlain(): number {
    let end = this.#at
    while (end < this.#text.length && !this.#isEnd(this.#text[end])) end += 1
    return end
  }

  #isEnd(character: string | undefined): boolean {
    return character === this.#separator || character === '\n' || character === '\r'
  }

  /** Goes past the separator or the line end, and says whether the row has ended. */
  #step(): boolean {
    const character = this.#text[this.#at]
    this.#at += character === '\r' && this.#text[this.#at + 1] === '\n' ? 2 : 1
    return character !== this.#separator
  }
}
