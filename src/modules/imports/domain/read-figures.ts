import { err, ok, type Result } from '#kernel/result.js'
import type { AreaFinder } from './area-finder.js'
import { otherTitles } from './beside-figures.js'
import { type FigureNumbers, numbersOf } from './figure-numbers.js'
import type { Table } from './find-table.js'
import { plainHeader } from './header-words.js'
import type { KnownMeasure, Mapping, MeasureNames } from './mapping.js'
import { cellOf, type FigurePlace, type RawFigure, rawReader } from './raw-figures.js'
import { type ImportProblem, type ImportQuestion, quoted } from './sheet.js'
import { UnstatedShares } from './unstated-shares.js'
import { impossiblePeriod, writtenPeriod } from './written-period.js'

/** One figure of a file, and the cells that it was read from. */
export type ReadFigure = FigureNumbers & {
  readonly measure: string
  /** The period's code. */
  readonly period: string
  /** '' is the office's own area. */
  readonly area: string
  readonly place: FigurePlace
}

/** What reading goes by. */
export type ReadingContext = {
  readonly mapping: Mapping
  readonly names: MeasureNames
  readonly areas: AreaFinder
}

/** What a table gave. */
export type ReadTable = {
  readonly figures: readonly ReadFigure[]
  readonly notes: readonly string[]
  readonly questions: readonly ImportQuestion[]
}

/** Reads every figure of a table, or says of each cell that cannot be read what is wrong with it. */
export function readFigures(table: Table, context: ReadingContext): Result<ReadTable, ImportProblem[]> {
  const rawsOf = rawReader(table)
  const isTemplate = table.columns.some(({ header }) => plainHeader(header) === 'due by')
  const shares = new UnstatedShares(context)
  const problems: ImportProblem[] = []
  const figures: ReadFigure[] = []
  let blank = 0
  for (const row of table.rows) {
    for (const raw of rawsOf(row)) {
      if (isTemplate && isBlank(raw)) {
        blank += 1
        continue
      }
      shares.look(raw)
      const figure = figureOf(raw, context)
      if (figure.ok) figures.push(figure.value)
      else problems.push(...figure.error.map((each) => ({ sheet: table.sheet.name, ...each })))
    }
  }
  problems.push(...repeats(figures, table), ...otherTitles(table, context.names), ...shares.problems(table.sheet.name))
  if (figures.length === 0 && problems.length === 0) problems.push(nothing(table))
  return problems.length > 0
    ? err(problems)
    : ok({ figures, notes: [...table.sheet.notes, ...blankNote(blank)], questions: shares.questions(table.sheet.name) })
}

function blankNote(blank: number): string[] {
  if (blank === 0) return []
  return [
    `${blank} ${blank === 1 ? 'row has' : 'rows have'} no figure yet and ${blank === 1 ? 'was' : 'were'} passed over`,
  ]
}

type CellProblem = Omit<ImportProblem, 'sheet'>

/** A row of a template that nobody has filled in yet. Elsewhere a row without a figure is a slip. */
function isBlank({ text, given }: RawFigure): boolean {
  return Object.keys(given).length === 0 && !text.status && !text.note
}

function figureOf(raw: RawFigure, context: ReadingContext): Result<ReadFigure, CellProblem[]> {
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
  if (measure.ok && period?.ok && area.ok && numbers.ok) {
    return ok({
      ...numbers.value,
      measure: measure.value.slug,
      period: period.value,
      area: area.value,
      place: { row: raw.row, letters: raw.letters },
    })
  }
  const problems: CellProblem[] = []
  for (const read of [measure, period, area]) if (read && !read.ok) problems.push(read.error)
  if (!numbers.ok)
    problems.push(...numbers.error.map(({ column, problem, fix }) => ({ cell: cellOf(raw, column), problem, fix })))
  return err(problems)
}

/** The words of a row may be no error of a spreadsheet, whatever column they stand in. */
function brokenTexts(raw: RawFigure): CellProblem[] {
  return Object.entries(raw.text).flatMap(([column, words]) =>
    /^#(REF|DIV\/0|N\/A|NAME|NULL|NUM|VALUE)[!?]?$/i.test(words)
      ? [{ cell: cellOf(raw, column), problem: `The cell shows the error ${words}`, fix: 'Mend its formula' }]
      : [],
  )
}

function measureOf(raw: RawFigure, { names }: ReadingContext): Result<KnownMeasure, CellProblem> {
  const written = raw.text.measure ?? ''
  const cell = cellOf(raw, 'measure')
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

function periodOf(raw: RawFigure, { frequency, title }: KnownMeasure): Result<string, CellProblem> {
  const written = raw.text.period ?? ''
  const cell = cellOf(raw, 'period')
  const fix = `Write it like ${EXAMPLES[frequency]}`
  if (written === '') return err({ cell, problem: 'There is no period', fix })
  const period = writtenPeriod(written, frequency)
  if (period.ok) return period
  if (period.error === 'two-meanings') return err({ cell, problem: `${quoted(written)} may mean two periods`, fix })
  const kind = `${quoted(written)} is not the kind of period that ${quoted(title)} has, ${KINDS[frequency]}`
  return err({ cell, problem: impossiblePeriod(written, frequency) ?? kind, fix })
}

function placeOf(raw: RawFigure, { mapping, areas }: ReadingContext): Result<string, CellProblem> {
  const written = raw.text.area ?? ''
  const explained = mapping.areas.find((each) => plainHeader(each.written) === plainHeader(written))
  const area = explained ? explained.area : areas.find(written)
  if (area !== undefined) return ok(area)
  const fix = 'Use its code, like E23000023, or a name that the office keeps among its areas'
  return err({ cell: cellOf(raw, 'area'), problem: `There is no area ${quoted(written)}`, fix })
}

function repeats(figures: readonly ReadFigure[], { sheet }: Table): ImportProblem[] {
  const first = new Map<string, string>()
  return figures.flatMap(({ measure, area, period, place }) => {
    const key = JSON.stringify([measure, area, period])
    const cell = cellOf(place, 'value')
    const other = first.get(key)
    if (other === undefined) first.set(key, cell)
    const problem = `${other} has the same measure, area and period: ${measure}, ${period}`
    return other === undefined ? [] : [{ sheet: sheet.name, cell, problem, fix: 'Keep one of the two' }]
  })
}

function nothing({ sheet, headerRow }: Table): ImportProblem {
  return { sheet: sheet.name, cell: `row ${headerRow + 1}`, problem: 'There are no figures', fix: 'Give at least one' }
}
