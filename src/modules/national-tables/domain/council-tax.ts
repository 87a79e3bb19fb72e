import { addMonths } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { preceptError } from './bands.js'
import { figureIn, textIn } from './cells.js'
import type { Figure } from './figure.js'
import { areaIn, type FigureKind, FigureReader, type FiguresRead, figuresOf } from './figure-kind.js'
import { plainHead } from './heads.js'
import { financialYearIn, type Span } from './periods.js'
import { policingBody } from './policing-body.js'
import { listed, ownSheets, quoted, type Sheet, type SheetProblem, type SheetRow } from './sheet.js'

/** Precepts one line a year, as a series of the returns has them. */
export const PRECEPT_SERIES: FigureKind = {
  words: {
    columns: [
      { key: 'ecode', title: 'ecode', names: ['ecode', 'e code', 'la code'], isOptional: true },
      { key: 'code', title: 'gss_code', names: ['gss code', 'ons code', 'onscode', 'area code'] },
      {
        key: 'authority',
        title: 'authority',
        names: ['authority', 'local policing body', 'precepting authority', 'name'],
      },
      { key: 'year', title: 'year', names: ['year', 'financial year'] },
      {
        key: 'requirement',
        title: 'council_tax_requirement_gbp',
        names: ['council tax requirement gbp', 'council tax requirement', 'precept', 'requirement'],
      },
      {
        key: 'base',
        title: 'council_tax_base_band_d_equivalents',
        names: ['council tax base band d equivalents', 'council tax base', 'tax base', 'taxbase', 'base'],
      },
      {
        key: 'bandD',
        title: 'band_d_precept_gbp',
        names: ['band d precept gbp', 'band d', 'band d precept', 'average band d'],
      },
      {
        key: 'before',
        title: 'previous_year_band_d_gbp',
        names: ['previous year band d gbp', 'previous year band d'],
        isOptional: true,
      },
    ],
  },
  rowOf: (cells) => {
    const span = financialYearIn(cells.text('year'))
    if (!span) return err({ key: 'year', problem: `${quoted(cells.text('year'))} is no financial year` })
    const area = policingBody({ code: areaIn(cells, 'authority').code, name: cells.text('authority') }, 'PCC')
    // A blank of a series says nothing of that year; the year's own return may.
    const figures = figuresOf(
      cells,
      ['requirement', 'base', 'bandD'].filter((key) => cells.text(key) !== ''),
    )
    if (!figures.ok) return figures
    return ok(area ? { row: { area, labels: { as: 'set that year' }, figures: figures.value }, span } : 'passed-over')
  },
}

/**
 * Reads the council tax requirement return of a year: every policing body's requirement, tax base and Band D, of the
 * year and of the year before. Heads are found by their words; years stand in them or in the row below.
 */
export function readCouncilTaxReturn(sheets: readonly Sheet[], fileName: string): Result<FiguresRead, SheetProblem[]> {
  const own = ownSheets(sheets)
  const shown = own.filter(({ isHidden }) => !isHidden)
  const year = yearOfFile(own, fileName)
  const found = shown.flatMap((sheet) => returnIn(sheet, year) ?? [])
  const [best] = found.toSorted((a, b) => a.missing.length - b.missing.length)
  if (!best) return err([NO_RETURN])
  const whole = found.filter(({ missing }) => missing.length === 0)
  const doubled = whole.flatMap(({ sheet, row, doubled: each }) => each.map((pair) => twice(sheet, row, pair)))
  if (doubled.length > 0) return err(doubled)
  if (whole.length === 0) return err([lacks(best)])
  const reader = new FigureReader()
  for (const table of whole) addBodies(reader, table)
  return withIdentities(reader.finish())
}

const NO_RETURN: SheetProblem = {
  ...{ sheet: '', cell: '', problem: 'No sheet of this file is a council tax requirement return' },
  fix: 'It should have the heads “E-code”, “Authority”, “Class”, and lines for requirement, tax base and Band D',
}

type Part = 'requirement' | 'base' | 'bandD'
type Place = { readonly part: Part; readonly index: number; readonly head: string; readonly year: Span }
type Return = {
  readonly sheet: Sheet
  readonly row: SheetRow
  readonly places: readonly Place[]
  readonly missing: readonly string[]
  readonly doubled: readonly string[]
  readonly names: { readonly code: number; readonly name: number; readonly kind: number }
}

const PARTS: readonly (readonly [Part, string, RegExp])[] = [
  ['requirement', 'Council Tax Requirement', /^1 council tax requirement\b/],
  ['base', 'Council tax base', /^\d+ council tax base for (council tax setting purposes|the major precepting)/],
  [
    'bandD',
    'Average (Band D) council tax',
    /^\d+ average band d 2 adult equivalent council tax (of major precepting authority|including (adult social care precept and )?local precepts)/,
  ],
]

function returnIn(sheet: Sheet, ofFile: Span | undefined): Return | undefined {
  const row = sheet.rows.slice(0, 15).find(({ cells }) => {
    const plain = cells.map((cell) => plainHead(textIn(cell)))
    return plain.some((head) => head === 'e code' || head === 'ecode') && plain.includes('authority')
  })
  if (!row) return undefined
  const heads = row.cells.map((cell) => textIn(cell))
  if (!heads.some((head) => PARTS.some(([, , pattern]) => pattern.test(plainHead(head))))) return undefined
  const below = sheet.rows.find(({ number }) => number > row.number)
  const places = placesIn(heads, below, ofFile)
  const missing = PARTS.filter(([part]) => !places.some((place) => place.part === part)).map(([, title]) => title)
  const years = new Map<string, Place>()
  const doubled: string[] = []
  for (const place of places) {
    const key = `${place.part}|${place.year.until}`
    const known = years.get(key)
    if (known) doubled.push(`${quoted(known.head)} and ${quoted(place.head)}`)
    else years.set(key, place)
  }
  const at = (...names: string[]) => heads.findIndex((head) => names.includes(plainHead(head)))
  const names = { code: at('ons code', 'onscode', 'gss code'), name: at('authority'), kind: at('class') }
  return { sheet, row, places, missing, doubled, names }
}

/** A head that stands over two columns names both; the row below, or the head itself, says of which year each is. */
function placesIn(heads: readonly string[], below: SheetRow | undefined, ofFile: Span | undefined): Place[] {
  const places: Place[] = []
  let over = ''
  for (let index = 0; index < Math.max(heads.length, below?.cells.length ?? 0); index += 1) {
    const head = heads[index] ?? ''
    const isBlank = head === '' || /^\.\.\.\d+$/.test(head)
    if (!isBlank) over = head
    const part = PARTS.find(([, , pattern]) => pattern.test(plainHead(over)))?.[0]
    const year = financialYearIn(textIn(below?.cells[index])) ?? yearInHead(isBlank ? '' : head, ofFile)
    if (part && year) places.push({ part, index, head: over, year })
  }
  return places
}

function yearInHead(head: string, ofFile: Span | undefined): Span | undefined {
  if (!ofFile) return undefined
  if (/\(current year\)/i.test(head)) return ofFile
  if (!/\(previous year\)/i.test(head)) return undefined
  return { from: addMonths(ofFile.from, -12), until: addMonths(ofFile.until, -12) }
}

/** The year that a return is of, from its own words ("relates to financial year 2023-24"), or from its name. */
function yearOfFile(sheets: readonly Sheet[], fileName: string): Span | undefined {
  for (const { rows } of sheets) {
    for (const { cells } of rows.slice(0, 8)) {
      const text = cells
        .map((cell) => textIn(cell))
        .find((each) => /financial year|requirement return|levels/i.test(each))
      const year = text ? financialYearIn(text) : undefined
      if (year) return year
    }
  }
  return financialYearIn(fileName.replaceAll('_', ' '))
}

function addBodies(reader: FigureReader, table: Return): void {
  const { sheet, row, places, names } = table
  const years = [...new Set(places.map(({ year }) => year.until))].toSorted()
  for (const line of sheet.rows.filter((each) => each.number > row.number)) {
    const written = { code: codeIn(textIn(line.cells[names.code])), name: textIn(line.cells[names.name]) }
    const area = policingBody(written, textIn(line.cells[names.kind]))
    if (!area) continue
    for (const until of years) {
      const ofYear = places.filter((place) => place.year.until === until)
      const span = ofYear[0]?.year
      const as = until === years.at(-1) ? 'set that year' : 'given a year later'
      const figures = figuresIn(reader, line, { sheet, places: ofYear })
      if (span) reader.add({ row: { area, labels: { as }, figures }, span }, { sheet: sheet.name, row: line.number })
    }
  }
}

function figuresIn(
  reader: FigureReader,
  { number, cells }: SheetRow,
  { sheet, places }: Pick<Return, 'sheet' | 'places'>,
): Record<string, Figure> {
  const figures: Record<string, Figure> = {}
  for (const { part, index, head } of places) {
    const figure = figureIn(cells[index])
    const cell = `row ${number}, column ${quoted(head)}`
    if (figure.ok) figures[part] = figure.value
    else reader.refuse({ sheet: sheet.name, cell, problem: figure.error, fix: MEND })
  }
  return figures
}

const MEND = 'Mend the cell, or take the publisher’s file again'

function codeIn(text: string): string | null {
  return /^[EW]\d{8}$/.test(text) ? text : null
}

function twice(sheet: Sheet, row: SheetRow, pair: string): SheetProblem {
  return {
    sheet: sheet.name,
    cell: `row ${row.number}`,
    problem: `Two columns are the same by name: ${pair}`,
    fix: 'Keep the one that is meant',
  }
}

function lacks({ sheet, row, missing }: Return): SheetProblem {
  return {
    ...{ sheet: sheet.name, cell: `row ${row.number}` },
    problem: `The return lacks ${listed(missing)}`,
    fix: 'Take the publisher’s file again; the year must stand in the head, in the row below it, or in the file’s name',
  }
}

/** Says which bodies' figures do not come to their own Band D. Nothing is changed. */
export function withIdentities(read: Result<FiguresRead, SheetProblem[]>): Result<FiguresRead, SheetProblem[]> {
  if (!read.ok) return read
  const wrong = read.value.rows.filter(({ figures }) => (preceptError(figures) ?? 0) > 0.0051)
  if (wrong.length === 0) return read
  const named = wrong.map(({ area, until }) => `${area.name} in the year to ${until}`)
  const warning = `Requirement over tax base does not give Band D to the penny: ${listed(named, 12)}`
  return ok({ ...read.value, warnings: [...read.value.warnings, warning] })
}
