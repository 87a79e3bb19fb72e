import { err, ok, type Result } from '#kernel/result.js'
import type { AreaNames } from './area-names.js'
import { type FigureStatus, type Given, numbersOf } from './figure-numbers.js'
import type { Table, TableColumn } from './find-table.js'
import { plainHeader } from './header-words.js'
import type { KnownMeasure, Mapping, MeasureNames } from './mapping.js'
import { addressOf, type ImportProblem, quoted, type SheetCell, type SheetRow } from './sheet.js'
import { writtenPeriod } from './written-period.js'

/** One figure of a file, and the cells that it was read from. */
export type ReadFigure = {
  readonly measure: string
  /** The period's code. */
  readonly period: string
  /** '' is the office's own area. */
  readonly area: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly status: FigureStatus
  readonly note: string
  readonly interval: { readonly lower: number; readonly upper: number } | null
  readonly cells: FigureCells
}

/** Where each part of a figure stands: 'value' → 'D7'. */
export type FigureCells = Readonly<Partial<Record<FigureColumn, string>>>
type FigureColumn =
  | 'measure'
  | 'period'
  | 'area'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'status'
  | 'note'
  | 'lower'
  | 'upper'

/** What reading goes by. */
export type ReadingContext = {
  readonly mapping: Mapping
  readonly names: MeasureNames
  readonly areas: AreaNames
}

/** What a table gave. */
export type ReadTable = { readonly figures: readonly ReadFigure[]; readonly notes: readonly string[] }

/** Reads every figure of a table, or says of each cell that cannot be read what is wrong with it. */
export function readFigures(table: Table, context: ReadingContext): Result<ReadTable, ImportProblem[]> {
  const raws = table.rows.flatMap((row) => rawsOf(row, table))
  const filled = raws.filter((raw) => !isBlank(raw, table))
  const problems: ImportProblem[] = []
  const figures: ReadFigure[] = []
  for (const raw of filled) {
    const figure = figureOf(raw, context)
    if (figure.ok) figures.push(figure.value)
    else problems.push(...figure.error.map((each) => ({ sheet: table.sheet.name, ...each })))
  }
  problems.push(...repeats(figures, table), ...unstatedScale(filled, context, table))
  if (figures.length === 0 && problems.length === 0) problems.push(nothing(table))
  if (problems.length > 0) return err(problems)
  const blank = raws.length - filled.length
  const left =
    blank === 1
      ? '1 row has no figure yet and was passed over'
      : `${blank} rows have no figure yet and were passed over`
  return ok({ figures, notes: [...table.sheet.notes, ...(blank > 0 ? [left] : [])] })
}

type Placed = { readonly cell: SheetCell; readonly header: string }
type Raw = {
  readonly row: number
  readonly text: Partial<Record<FigureColumn, string>>
  readonly given: Given
  readonly cells: FigureCells
}

type CellProblem = Omit<ImportProblem, 'sheet'>

/** The figures that one row holds: one, or one for each period or measure that has a column. */
function rawsOf({ number, cells }: SheetRow, { columns, measure }: Table): Raw[] {
  const at = (index: number) => cells[index] ?? null
  const shared = columns.filter(isShared)
  const base = rawOf(number, shared, at)
  const withMeasure = measure ? { ...base, text: { measure, ...base.text } } : base
  const periods = columns.filter(({ role, index }) => role === 'period-figure' && at(index))
  if (columns.some(({ role }) => role === 'period-figure')) {
    return periods.map((column) =>
      withFigure(withMeasure, { text: { period: column.header }, part: 'value' }, place(number, column, at)),
    )
  }
  const figures = columns.filter((column) => column.role === 'figure')
  if (figures.length === 0) return [withMeasure]
  const byMeasure = Map.groupBy(
    figures.filter(({ index }) => at(index)),
    ({ measure: slug }) => slug,
  )
  return [...byMeasure].map(([slug, parts]) =>
    parts.reduce<Raw>(
      (raw, column) => withFigure(raw, { text: { measure: slug }, part: column.part }, place(number, column, at)),
      withMeasure,
    ),
  )
}

const isShared = ({ role }: TableColumn) => !['figure', 'period-figure', 'unknown', 'left-out'].includes(role)
type CellAt = (index: number) => SheetCell | null
type Place = { readonly address: string; readonly cell: SheetCell | null; readonly header: string }

function place(row: number, { index, header }: TableColumn, at: CellAt): Place {
  return { address: addressOf(row, index), cell: at(index), header }
}

const NUMBERS = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const
const isNumber = (role: string): role is (typeof NUMBERS)[number] => NUMBERS.some((each) => each === role)

function rawOf(row: number, columns: readonly TableColumn[], at: CellAt): Raw {
  const text: Record<string, string> = {}
  const given: Record<string, Placed> = {}
  const cells: Record<string, string> = {}
  for (const column of columns) {
    const { address, cell, header } = place(row, column, at)
    cells[column.role] = address
    if (!cell) continue
    if (isNumber(column.role)) given[column.role] = { cell, header }
    else text[column.role] = cell.text
  }
  return { row, text, given, cells }
}

function withFigure(
  raw: Raw,
  { text, part }: { text: Raw['text']; part: 'value' | 'numerator' | 'denominator' },
  { address, cell, header }: Place,
): Raw {
  const which = text.measure ? 'measure' : 'period'
  return {
    row: raw.row,
    text: { ...raw.text, ...text },
    given: { ...raw.given, ...(cell && { [part]: { cell, header } }) },
    cells: { ...raw.cells, [part]: address, [which]: raw.cells[which] ?? address },
  }
}

/** A row of a template that nobody has filled in yet. Elsewhere a row without a figure is a slip. */
function isBlank({ text, given }: Raw, { columns }: Table): boolean {
  const isTemplate = columns.some(({ header }) => plainHeader(header) === 'due by')
  return isTemplate && Object.keys(given).length === 0 && !text.status && !text.note
}

function figureOf(raw: Raw, context: ReadingContext): Result<ReadFigure, CellProblem[]> {
  const broken = brokenTexts(raw)
  if (broken.length > 0) return err(broken)
  const measure = measureOf(raw, context)
  const period = measure.ok ? periodOf(raw, measure.value) : undefined
  const area = placeOf(raw, context)
  const numbers = numbersOf(
    raw.given,
    { status: raw.text.status ?? '', note: raw.text.note ?? '' },
    { measure: measure.ok ? measure.value : undefined, scale: context.mapping.scale },
  )
  const cellFor = (column: string) =>
    raw.cells[column as FigureColumn] ?? raw.cells.value ?? raw.cells.numerator ?? `row ${raw.row}`
  if (measure.ok && period?.ok && area.ok && numbers.ok) {
    return ok({
      ...numbers.value,
      measure: measure.value.slug,
      period: period.value,
      area: area.value,
      cells: raw.cells,
    })
  }
  const problems: CellProblem[] = []
  for (const read of [measure, period, area]) if (read && !read.ok) problems.push(read.error)
  if (!numbers.ok)
    problems.push(...numbers.error.map(({ column, problem, fix }) => ({ cell: cellFor(column), problem, fix })))
  return err(problems)
}

/** The words of a row may be no error of a spreadsheet, whatever column they stand in. */
function brokenTexts({ text, cells }: Raw): CellProblem[] {
  return Object.entries(text).flatMap(([column, words]) =>
    /^#(REF|DIV\/0|N\/A|NAME|NULL|NUM|VALUE)[!?]?$/i.test(words)
      ? [
          {
            cell: cells[column as FigureColumn] ?? '',
            problem: `The cell shows the error ${words}`,
            fix: 'Mend its formula',
          },
        ]
      : [],
  )
}

function measureOf({ row, text, cells }: Raw, { names }: ReadingContext): Result<KnownMeasure, CellProblem> {
  const written = text.measure ?? ''
  const cell = cells.measure ?? `row ${row}`
  const measure = names.find(written)
  if (measure) return ok(measure)
  if (written === '')
    return err({ cell, problem: 'There is no measure', fix: 'Write its title or the name that ends its address' })
  return err({
    cell,
    problem: `There is no measure ${quoted(written)}`,
    fix: 'Use its title or the name that ends its address, or say which measure it is',
  })
}

const EXAMPLES: Readonly<Record<KnownMeasure['frequency'], string>> = {
  month: '2025-03 or March 2025',
  quarter: '2024/25 Q4',
  'financial-year': '2024/25',
  'calendar-year': '2024',
  'rolling-12-months': '12m to 2025-03 or 12 months to March 2025',
  'as-at': '2025-03-31 or 31/03/2025',
}

const KINDS: Readonly<Record<KnownMeasure['frequency'], string>> = {
  month: 'a month',
  quarter: 'a quarter',
  'financial-year': 'a financial year',
  'calendar-year': 'a calendar year',
  'rolling-12-months': '12 months to the end of a month',
  'as-at': 'a day',
}

function periodOf({ row, text, cells }: Raw, { frequency, title }: KnownMeasure): Result<string, CellProblem> {
  const written = text.period ?? ''
  const cell = cells.period ?? `row ${row}`
  const fix = `Write it like ${EXAMPLES[frequency]}`
  if (written === '') return err({ cell, problem: 'There is no period', fix })
  const period = writtenPeriod(written, frequency)
  if (period.ok) return period
  if (period.error === 'two-meanings') return err({ cell, problem: `${quoted(written)} may mean two periods`, fix })
  const problem = `${quoted(written)} is not the kind of period that ${quoted(title)} has, ${KINDS[frequency]}`
  return err({ cell, problem, fix })
}

function placeOf({ row, text, cells }: Raw, { mapping, areas }: ReadingContext): Result<string, CellProblem> {
  const written = text.area ?? ''
  const explained = mapping.areas.find((each) => plainHeader(each.written) === plainHeader(written))
  const area = explained ? explained.area : areas.find(written)
  if (area !== undefined) return ok(area)
  const fix = 'Use its code, like E23000023, or a name that the office keeps among its areas'
  return err({ cell: cells.area ?? `row ${row}`, problem: `There is no area ${quoted(written)}`, fix })
}

function repeats(figures: readonly ReadFigure[], { sheet }: Table): ImportProblem[] {
  const first = new Map<string, string>()
  return figures.flatMap(({ measure, area, period, cells }) => {
    const key = JSON.stringify([measure, area, period])
    const cell = cells.value ?? cells.numerator ?? ''
    const other = first.get(key)
    if (other === undefined) first.set(key, cell)
    const problem = `${other} has the same measure, area and period: ${measure}, ${period}`
    return other === undefined ? [] : [{ sheet: sheet.name, cell, problem, fix: 'Keep one of the two' }]
  })
}

/** Percentages that all lie between 0 and 1, and nothing says that they are not shares of 1. */
function unstatedScale(raws: readonly Raw[], { mapping, names }: ReadingContext, { sheet }: Table): ImportProblem[] {
  if (mapping.scale) return []
  const values = raws.flatMap(({ text, given, cells }) => {
    const isShare = names.find(text.measure ?? '')?.unit === 'percentage'
    const plain = isShare ? given.value : undefined
    const isChecked = given.numerator && given.denominator
    const number = plain?.cell.number ?? Number(plain?.cell.text ?? Number.NaN)
    const isSaid =
      !plain ||
      plain.cell.isPercent ||
      /\b(percent|percentage|per cent|pct|proportion|fraction)\b/.test(plainHeader(plain.header))
    return isSaid || isChecked || !Number.isFinite(number) ? [] : [{ number, cell: cells.value ?? '' }]
  })
  const isUnsure =
    values.some(({ number }) => number !== 0 && Math.abs(number) < 1) &&
    values.every(({ number }) => Math.abs(number) <= 1)
  if (!isUnsure) return []
  return [
    {
      sheet: sheet.name,
      cell: values[0]?.cell ?? '',
      problem: 'Every percentage lies between 0 and 1, so it may be a proportion',
      fix: 'Say whether the numbers go from 0 to 1 or from 0 to 100, or write them with %',
    },
  ]
}

function nothing({ sheet, headerRow }: Table): ImportProblem {
  return { sheet: sheet.name, cell: `row ${headerRow + 1}`, problem: 'There are no figures', fix: 'Give at least one' }
}
