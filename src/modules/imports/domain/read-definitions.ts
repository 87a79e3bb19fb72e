import { cellAddress } from '#kernel/cell-address.js'
import { err, ok, type Result } from '#kernel/result.js'
import { slugOf } from '#kernel/slug.js'
import {
  CODE_HEADS,
  DEFINITION_FORMS,
  type DefinitionField,
  type FieldForm,
  OTHER_HEADS,
  type WrittenDefinition,
} from './definition-fields.js'
import { plainHeader } from './header-words.js'
import { type ImportProblem, mergedProblems, quoted, type Sheet, type SheetCell, type SheetRow } from './sheet.js'

/** One measure as a row of a file defines it. `cellOf` says where one of its answers stands. */
export type DefinitionRow = {
  readonly code: string
  /** Whether the file gives the code; else it is made from the title. */
  readonly hasCode: boolean
  readonly says: WrittenDefinition
  readonly cellOf: (field: DefinitionField | 'code') => string
}

/** The definitions of a file, and the sheet that they stand on. */
export type DefinitionSheet = { readonly sheet: string; readonly rows: readonly DefinitionRow[] }

type Column = { readonly index: number; readonly field: DefinitionField | 'code' }
type Heads = { readonly sheet: Sheet; readonly row: SheetRow; readonly columns: readonly Column[] }

const ROWS_SEARCHED = 40

/** A file with more is none of definitions. */
const MOST_ROWS = 2000

/** Reads one measure a row, by the names of the heads in any order, or says of each cell what is wrong with it. */
export function readDefinitions(sheets: readonly Sheet[], wanted: string): Result<DefinitionSheet, ImportProblem[]> {
  const shown = sheets.filter(({ name, isHidden }) => (wanted ? name === wanted : !isHidden))
  const tables = shown.flatMap((sheet) => headsOf(sheet) ?? [])
  const [table] = tables
  if (!table) return err([noTable(sheets, wanted)])
  if (tables.length > 1) return err([severalTables(tables)])
  const problems = [...headProblems(table), ...mergedProblems(table.sheet, table.row.number)]
  if (problems.length > 0) return err(problems)
  const rows = table.sheet.rows.filter(({ number }) => number > table.row.number)
  if (rows.length === 0 || rows.length > MOST_ROWS) return err([wrongLength(table, rows.length)])
  return readRows(table, rows)
}

/** The first row that has a head for the title, and one for something else. */
function headsOf(sheet: Sheet): Heads | undefined {
  for (const row of sheet.rows.slice(0, ROWS_SEARCHED)) {
    const columns = row.cells.flatMap((cell, index) => {
      const field = cell && fieldOf(cell.text)
      return field ? [{ index, field }] : []
    })
    const fields = new Set(columns.map(({ field }) => field))
    if ((fields.has('title') || fields.has('code')) && fields.size > 1) return { sheet, row, columns }
  }
  return undefined
}

const FIELDS = new Map<string, Column['field']>([
  ...Object.entries(DEFINITION_FORMS).flatMap(([field, { heads }]) =>
    heads.map((head) => [head, field as DefinitionField] as const),
  ),
  ...CODE_HEADS.map((head) => [head, 'code'] as const),
])

function fieldOf(header: string): Column['field'] | undefined {
  const plain = plainHeader(header)
  return FIELDS.get(plain) ?? FIELDS.get(plain.replace(/ percent$/, ''))
}

function headProblems({ sheet, row, columns }: Heads): ImportProblem[] {
  const seen = new Map<string, number>()
  return row.cells.flatMap((cell, index) => {
    if (!cell || OTHER_HEADS.includes(plainHeader(cell.text))) return []
    const at = { sheet: sheet.name, cell: cellAddress(row.number, index) }
    const field = columns.find((column) => column.index === index)?.field
    if (!field) return [{ ...at, problem: `The column ${quoted(cell.text)} is not known`, fix: HEADS_FIX }]
    const first = seen.get(field)
    if (first === undefined) seen.set(field, index)
    const problem = `${quoted(cell.text)} says the same as ${cellAddress(row.number, first ?? 0)}`
    return first === undefined ? [] : [{ ...at, problem, fix: 'Leave out one of the two columns' }]
  })
}

const HEADS_FIX = `Leave it out, or call it one of: code, ${Object.values(DEFINITION_FORMS)
  .map(({ heads: [head] }) => head)
  .join(', ')}`

function readRows({ sheet, columns }: Heads, rows: readonly SheetRow[]): Result<DefinitionSheet, ImportProblem[]> {
  const problems: ImportProblem[] = []
  const first = new Map<string, string>()
  const read = rows.map((row) => {
    const { code: written, ...says } = answersOf(row, columns, (cell, wrong) =>
      problems.push({ sheet: sheet.name, cell, ...wrong }),
    )
    const cellOf = (field: DefinitionField | 'code') => {
      const column = columns.find((each) => each.field === field)
      return column ? cellAddress(row.number, column.index) : `row ${row.number}`
    }
    const code = written ?? slugOf(says.title ?? '')
    problems.push(...namingProblems({ code, written, title: says.title, cellOf }, first, sheet.name))
    return { code, hasCode: written !== undefined, says, cellOf }
  })
  return problems.length > 0 ? err(problems) : ok({ sheet: sheet.name, rows: read })
}

type Answers = WrittenDefinition & { readonly code?: string }

/** What the cells of a row say, each read in the form of its column. */
function answersOf(row: SheetRow, columns: readonly Column[], report: (cell: string, wrong: Wrong) => void): Answers {
  const says: Partial<Record<keyof Answers, unknown>> = {}
  for (const { index, field } of columns) {
    const cell = row.cells[index]
    const answer = cell ? answerOf(cell, field === 'code' ? CODE : DEFINITION_FORMS[field]) : undefined
    if (answer?.ok === false) report(cellAddress(row.number, index), answer.error)
    else if (answer) says[field] = answer.value
  }
  return says as Answers
}

const CODE: FieldForm = { kind: 'text', most: 80, heads: CODE_HEADS }

type Naming = {
  readonly code: string
  readonly written: string | undefined
  readonly title: string | undefined
  readonly cellOf: DefinitionRow['cellOf']
}

/** A row names a measure, by a code that can end an address, and is the only one that does. */
function namingProblems(
  { code, written, title, cellOf }: Naming,
  first: Map<string, string>,
  sheet: string,
): ImportProblem[] {
  const at = { sheet, cell: cellOf(written === undefined ? 'title' : 'code') }
  if (written === undefined && !title)
    return [{ ...at, problem: 'The row names no measure', fix: 'Write its title, or its code' }]
  if (written !== undefined && written !== slugOf(written)) {
    const problem = `${quoted(written)} cannot end an address`
    return [{ ...at, problem, fix: `Write small letters, digits and hyphens, like ${slugOf(written)}` }]
  }
  const other = first.get(code)
  if (other === undefined) first.set(code, at.cell)
  const problem = `${other} defines ${quoted(code)} too`
  return other === undefined ? [] : [{ ...at, problem, fix: 'Keep one of the two, or give each a code of its own' }]
}

type Wrong = { readonly problem: string; readonly fix: string }

/** What a cell answers; nothing when it is blank. */
function answerOf(cell: SheetCell, form: FieldForm): Result<unknown, Wrong> | undefined {
  if (cell.kind === 'error' || cell.kind === 'uncalculated')
    return err({ problem: `The cell shows ${quoted(cell.text)}`, fix: 'Write the words in its place' })
  const written = cell.text.trim()
  if (written === '') return undefined
  switch (form.kind) {
    case 'text':
      return written.length <= form.most ? ok(written) : err(tooLong(form.most))
    case 'link':
      return /^https?:\/\//i.test(written) && URL.canParse(written) && written.length <= 2000 ? ok(written) : err(LINK)
    case 'number':
      return numberIn(written, form)
    case 'yes-no':
      return yesOrNo(written)
    case 'choice':
      return chosen(written, form.answers)
  }
}

function tooLong(most: number): Wrong {
  return { problem: `The text is longer than ${most} characters`, fix: 'Shorten it' }
}

const LINK: Wrong = { problem: 'It is no full web address', fix: 'Write it like https://www.example.org/report' }

function numberIn(written: string, { least, most }: FieldForm & { kind: 'number' }): Result<number, Wrong> {
  const plain = written.replaceAll(/[, \u00a0]/g, '')
  const number = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
  if (number >= least && number <= most) return ok(number)
  const range = `from ${least} to ${most.toLocaleString('en-GB')}`
  return err({ problem: `${quoted(written)} is no whole number ${range}`, fix: 'Write digits, like 5 or 1000' })
}

function yesOrNo(written: string): Result<boolean, Wrong> {
  if (/^(yes|y|true|1|x)$/i.test(written)) return ok(true)
  if (/^(no|n|false|0)$/i.test(written)) return ok(false)
  return err({ problem: `${quoted(written)} is neither yes nor no`, fix: 'Write yes or no' })
}

function chosen(written: string, answers: Readonly<Record<string, readonly string[]>>): Result<string, Wrong> {
  const plain = plainHeader(written)
  const found = Object.entries(answers).find(
    ([answer, words]) => plainHeader(answer) === plain || words.includes(plain),
  )
  if (found) return ok(found[0])
  return err({
    problem: `${quoted(written)} is not an answer here`,
    fix: `Write one of: ${Object.keys(answers).join(', ')}`,
  })
}

function noTable(sheets: readonly Sheet[], wanted: string): ImportProblem {
  const names = sheets.map(({ name }) => quoted(name)).join(', ')
  if (wanted && !sheets.some(({ name }) => name === wanted))
    return { sheet: wanted, cell: '', problem: `There is no sheet ${quoted(wanted)}`, fix: `Choose one of ${names}` }
  const problem = 'No row with the heads of definitions was found'
  return { sheet: wanted, cell: '', problem, fix: 'Name the columns title, unit, polarity, frequency, and so on' }
}

function severalTables(tables: readonly Heads[]): ImportProblem {
  const names = tables.map(({ sheet }) => quoted(sheet.name)).join(', ')
  return {
    sheet: '',
    cell: '',
    problem: `More than one sheet holds definitions: ${names}`,
    fix: 'Say which one to take',
  }
}

function wrongLength({ sheet, row }: Heads, count: number): ImportProblem {
  const at = { sheet: sheet.name, cell: `row ${row.number + 1}` }
  if (count === 0) return { ...at, problem: 'There are no definitions under the heads', fix: 'Give one measure a row' }
  return { ...at, problem: `There are more than ${MOST_ROWS} rows`, fix: 'Split the file' }
}
