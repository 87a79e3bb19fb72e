import { addMonths, type IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type CsvRow, csvRows } from './csv-table.js'
import type { Measure } from './measure.js'
import { type ObservationStatus, STATUSES } from './observation.js'
import { type Figures, figuresOf } from './observation-figures.js'
import { type Frequency, PERIOD_EXAMPLES, type Period, parsePeriod } from './period.js'
import { periodLabel } from './period-words.js'

/** The columns of a file of figures. */
export const COLUMNS = ['measure', 'period', 'numerator', 'denominator', 'value', 'status', 'note'] as const
type Column = (typeof COLUMNS)[number]

/** What is wrong in one cell, and what to write instead. Row 1 is the head, as a spreadsheet counts. */
export type RowProblem = {
  readonly row: number
  readonly column: string
  readonly problem: string
  readonly fix: string
}

/** One figure of a file, read and checked. */
export type ReadFigure = Figures & {
  readonly row: number
  readonly measure: Measure
  readonly period: Period
  readonly status: ObservationStatus
  readonly note: string
}

/** What a file is read against: the register, and the day after which nothing can be final. */
export type ReadingContext = { readonly measures: ReadonlyMap<string, Measure>; readonly today: IsoDate }

const NOTE_LIMIT = 1000

/** Reads a whole file of figures. One problem anywhere refuses it all, and every problem is listed. */
export function readObservationFile(text: string, context: ReadingContext): Result<ReadFigure[], RowProblem[]> {
  const table = csvRows(text)
  if (!table.ok) return err([OPEN_QUOTE(table.error.row)])
  const [head, ...rows] = table.value
  const places = placesOf(head)
  if (!places.ok) return places
  if (rows.length === 0) return err([{ row: 2, column: 'measure', problem: 'There are no figures', fix: 'Add a row' }])
  const problems: RowProblem[] = []
  const figures: ReadFigure[] = []
  for (const row of rows) {
    const figure = readRow(row, places.value, context)
    if (figure.ok) figures.push(figure.value)
    else problems.push(...figure.error)
  }
  problems.push(...repeats(figures))
  return problems.length > 0 ? err(problems.sort((a, b) => a.row - b.row)) : ok(figures)
}

const OPEN_QUOTE = (row: number): RowProblem => ({
  row,
  column: 'note',
  problem: 'A quotation mark stands where it does not belong, or is never closed',
  fix: 'Put quotation marks round the whole cell, and write those inside it twice',
})

type Places = ReadonlyMap<Column, number>

function placesOf(head: CsvRow | undefined): Result<Places, RowProblem[]> {
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase())
  const fix = `Begin the file with the line ${COLUMNS.join(',')}`
  const problems: RowProblem[] = []
  for (const column of COLUMNS) {
    const count = names.filter((name) => name === column).length
    if (count !== 1)
      problems.push({
        row: 1,
        column,
        problem: count ? `There are ${count} such columns` : 'There is no such column',
        fix,
      })
  }
  for (const name of names) {
    if (name !== '' && !COLUMNS.some((column) => column === name)) {
      problems.push({ row: 1, column: name, problem: 'This column is not known', fix })
    }
  }
  return problems.length > 0 ? err(problems) : ok(new Map(COLUMNS.map((column) => [column, names.indexOf(column)])))
}

type CellReader = (column: Column) => string
type CellProblem = Omit<RowProblem, 'row'>

function readRow({ number, cells }: CsvRow, places: Places, context: ReadingContext): Result<ReadFigure, RowProblem[]> {
  const cell: CellReader = (column) => (cells[places.get(column) ?? -1] ?? '').trim()
  const measure = readMeasure(cell('measure'), context)
  const status = readStatus(cell('status'))
  const period = readPeriod(cell('period'), measure.ok ? measure.value.frequency : undefined)
  const figures =
    measure.ok && status.ok
      ? figuresOf(textsOf(cell), measure.value, status.value)
      : ok({ numerator: null, denominator: null, value: null })
  const problems: CellProblem[] = [measure, status, period, figures].flatMap((each) => (each.ok ? [] : each.error))
  if (period.ok && status.ok) problems.push(...timeProblems(period.value, status.value, context.today))
  problems.push(...noteProblems(cell), ...(cells.length > places.size ? [TOO_MANY_CELLS] : []))
  if (problems.length > 0 || !measure.ok || !status.ok || !period.ok || !figures.ok) {
    return err(problems.map((problem) => ({ row: number, ...problem })))
  }
  const read = { row: number, measure: measure.value, period: period.value, status: status.value, note: cell('note') }
  return ok({ ...read, ...figures.value })
}

const TOO_MANY_CELLS: CellProblem = {
  column: 'note',
  problem: 'The row has more cells than the head',
  fix: 'Put quotation marks round cells with commas',
}

function textsOf(cell: CellReader) {
  return { numerator: cell('numerator'), denominator: cell('denominator'), value: cell('value') }
}

function readMeasure(slug: string, { measures }: ReadingContext): Result<Measure, CellProblem[]> {
  const measure = measures.get(slug)
  const fix = 'Use the name that ends its address'
  return measure ? ok(measure) : err([{ column: 'measure', problem: `There is no measure ${quoted(slug)}`, fix }])
}

function readStatus(text: string): Result<ObservationStatus, CellProblem[]> {
  const status = STATUSES.find((each) => each === text)
  const fix = `Write one of ${STATUSES.join(', ')}`
  return status ? ok(status) : err([{ column: 'status', problem: `${quoted(text)} is not a status`, fix }])
}

function noteProblems(cell: CellReader): CellProblem[] {
  const note = cell('note')
  if (note.length > NOTE_LIMIT) {
    return [{ column: 'note', problem: `The note is longer than ${NOTE_LIMIT} characters`, fix: 'Shorten it' }]
  }
  const hasNoReason = cell('status') === 'missing' && note === ''
  return hasNoReason
    ? [{ column: 'note', problem: 'A missing figure has no reason', fix: 'Say why it is missing' }]
    : []
}

function readPeriod(text: string, frequency: Frequency | undefined): Result<Period, CellProblem[]> {
  const period = parsePeriod(text)
  const fix = frequency ? `Write it like ${PERIOD_EXAMPLES[frequency]}` : 'Write it like 2025-03 or 2024/25'
  const wrong = (problem: string) => err([{ column: 'period', problem, fix }])
  if (!period.ok) return wrong(text === '' ? 'There is no period' : `${quoted(text)} is not a period`)
  const isOther = frequency && period.value.kind !== frequency
  return isOther ? wrong(`${quoted(text)} is not the kind of period that this measure has`) : period
}

/** Nothing that has not ended is final; a plan ten years ahead, or figures from before our time, are slips of the pen. */
function timeProblems(period: Period, status: ObservationStatus, today: IsoDate): CellProblem[] {
  const wrong = (problem: string, fix: string) => [
    { column: 'period', problem: `${periodLabel(period)} ${problem}`, fix },
  ]
  if (period.until > addMonths(today, 120)) return wrong('is more than ten years ahead', 'Check the year')
  if (period.from < addMonths(today, -600)) return wrong('is more than fifty years ago', 'Check the year')
  if (period.until <= today || status === 'estimated' || status === 'missing') return []
  return wrong('has not ended', 'Only an estimated figure can be given for it')
}

function repeats(figures: readonly ReadFigure[]): RowProblem[] {
  const first = new Map<string, number>()
  return figures.flatMap(({ row, measure, period }) => {
    const key = `${measure.slug} ${period.code}`
    const other = first.get(key)
    if (other === undefined) first.set(key, row)
    const fix = 'Keep one of the two rows'
    return other === undefined
      ? []
      : [{ row, column: 'period', problem: `Row ${other} has the same measure and period`, fix }]
  })
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
