import { err, ok, type Result } from '#kernel/result.js'
import { listed, ownSheets, quoted, type Sheet, type SheetCell, type SheetProblem, type SheetRow } from './sheet.js'

/** A column that a table of some kind has: found by what its head is called, never by where it stands. */
export type Column = {
  /** How readers of the kind know it. */
  readonly key: string
  /** How the publisher calls it today. */
  readonly title: string
  /** Everything that it has been called, in plain form: small letters and figures with single spaces between. */
  readonly names: readonly string[]
  /** Names that carry a year or a number. */
  readonly pattern?: RegExp
  readonly isOptional?: true
}

/** The columns of a kind, and those that may stand beside them and say nothing that is kept. */
export type HeadWords = { readonly columns: readonly Column[]; readonly ignored?: readonly RegExp[] }

/** A head as it is compared: "Number of Offences [note 2]" is "number of offences". */
export function plainHead(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\[(note|footnote)?[^\]]{0,12}\]/g, ' ')
    .replaceAll(/\((note|footnote)[^)]{0,12}\)/g, ' ')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A table found in a sheet: which column stands where, and the rows under the heads. */
export type FoundTable = {
  readonly sheet: Sheet
  readonly headRow: number
  /** The place of each known column, with the head as it is written. */
  readonly places: ReadonlyMap<string, { readonly index: number; readonly head: string }>
  readonly rows: readonly SheetRow[]
}

type Heads = {
  readonly sheet: Sheet
  readonly row: SheetRow
  readonly places: FoundTable['places']
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
  readonly doubled: readonly string[]
}

const ROWS_SEARCHED = 40

/**
 * Finds every sheet that is a table of the kind. Heads that nobody knows, that lack or that stand twice are told by
 * name, also when only one of several sheets has them: a year that is passed over in silence would be lost.
 */
export function findTables(sheets: readonly Sheet[], words: HeadWords): Result<FoundTable[], SheetProblem[]> {
  const all = ownSheets(sheets)
  const shown = all.filter(({ isHidden }) => !isHidden)
  const found = (shown.length > 0 ? shown : all).flatMap((sheet) => bestHeads(sheet, words) ?? [])
  const [best] = found.toSorted(byLikelihood)
  if (!best || best.places.size === 0) return err([noHeads(words)])
  const needed = words.columns.filter(({ isOptional }) => !isOptional).length
  const likely = found.filter((heads) => heads === best || needed - heads.missing.length > needed * 0.6)
  const problems = likely.flatMap((heads) => headProblems(heads, words))
  if (problems.length > 0) return err(problems)
  return ok(likely.map(tableUnder))
}

/** Whether the heads of a file are just those of the kind: how a file of unknown kind is recognised. */
export function hasHeads(sheets: readonly Sheet[], words: HeadWords): boolean {
  return findTables(sheets, words).ok
}

function bestHeads(sheet: Sheet, words: HeadWords): Heads | undefined {
  const candidates = sheet.rows
    .slice(0, ROWS_SEARCHED)
    .filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1)
  return candidates.map((row) => headsIn(sheet, row, words)).sort(byLikelihood)[0]
}

function byLikelihood(a: Heads, b: Heads): number {
  return b.places.size - a.places.size || a.missing.length - b.missing.length || a.row.number - b.row.number
}

function headsIn(sheet: Sheet, row: SheetRow, { columns, ignored = [] }: HeadWords): Heads {
  const places = new Map<string, { index: number; head: string }>()
  const unknown: string[] = []
  const doubled: string[] = []
  for (const [index, cell] of row.cells.entries()) {
    if (!cell || isNoHead(cell)) continue
    const plain = plainHead(cell.text)
    const [column] = columns.filter(({ names, pattern }) => names.includes(plain) || pattern?.test(plain))
    const known = column && places.get(column.key)
    if (column && known) doubled.push(`${quoted(known.head)} and ${quoted(cell.text)}`)
    else if (column) places.set(column.key, { index, head: cell.text })
    else if (!ignored.some((each) => each.test(plain))) unknown.push(cell.text)
  }
  const missing = columns.filter(({ key, isOptional }) => !isOptional && !places.has(key)).map(({ title }) => title)
  return { sheet, row, places, missing, unknown, doubled }
}

/** What statistics programs write over a column without a head, and the number of a row. */
function isNoHead({ text }: SheetCell): boolean {
  return /^(\.\.\.\d+|unnamed: ?\d+|x|v1|)$/i.test(text.trim())
}

function headProblems({ sheet, row, missing, unknown, doubled }: Heads, words: HeadWords): SheetProblem[] {
  const at = { sheet: sheet.name, cell: `row ${row.number}` }
  const problems: SheetProblem[] = []
  if (missing.length > 0)
    problems.push({
      ...at,
      problem: `The table lacks the ${missing.length === 1 ? 'column' : 'columns'} ${listed(missing, 30)}`,
      fix: fixFor(missing, unknown, words),
    })
  if (unknown.length > 0)
    problems.push({
      ...at,
      problem: `Nobody knows the ${unknown.length === 1 ? 'column' : 'columns'} ${listed(unknown, 30)}`,
      fix: 'Remove what this kind of table does not have, or rename it; nothing is guessed',
    })
  for (const pair of doubled)
    problems.push({ ...at, problem: `Two columns are the same by name: ${pair}`, fix: 'Keep the one that is meant' })
  return problems
}

function fixFor(missing: readonly string[], unknown: readonly string[], { columns }: HeadWords): string {
  const lacking = columns.filter(({ title }) => missing.includes(title))
  const others = lacking.flatMap(({ names, title }) => names.filter((name) => name !== plainHead(title)).slice(0, 4))
  const called = others.length > 0 ? `Also read: ${listed(others)}` : 'Add it, or check the kind of the table'
  return unknown.length > 0 ? `${called}. The file has ${listed(unknown)}` : called
}

function noHeads({ columns }: HeadWords): SheetProblem {
  const titles = columns.filter(({ isOptional }) => !isOptional).map(({ title }) => title)
  return {
    sheet: '',
    cell: '',
    problem: 'No row of this file has the heads of such a table',
    fix: `It should have ${listed(titles, 12)}`,
  }
}

/** The rows under the heads, without the lines below a table that fill one cell each: notes and sources. */
function tableUnder({ sheet, row, places }: Heads): FoundTable {
  const below = sheet.rows.filter(({ number }) => number > row.number)
  const isNote = ({ cells }: SheetRow) => places.size > 1 && cells.filter((cell) => cell !== null).length === 1
  const last = below.findLastIndex((each) => !isNote(each))
  return { sheet, headRow: row.number, places, rows: below.slice(0, last + 1) }
}
