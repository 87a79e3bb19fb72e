import { type WorkbookSheet, writeWorkbook } from '#platform/tables/write-workbook.js'
import { OWN } from '../domain/columns.js'
import { OGL } from '../domain/licences.js'
import {
  type ExportedFigure,
  type ExportedMeasure,
  MARKS,
  marksOf,
  newestMoment,
  type PublishedData,
} from '../domain/published.js'

/**
 * All measures as one workbook by the conventions of the Government Analysis Function for spreadsheets: a cover, a list of
 * the tables, notes; then one table a sheet from A1, with no merged cells, and shorthand in brackets.
 */
export async function workbookOf(data: PublishedData): Promise<Uint8Array> {
  const { publisher, measures } = data
  const tables = measures.map((measure, at) => ({ measure, name: tableName(at, measure) }))
  const sheets = [cover(data), contents(tables), notes(measures), ...tables.map(tableSheet)]
  const newest = newestMoment(measures)
  const title = `Measures published by ${publisher}`
  return writeWorkbook(sheets, 'xlsx', { title, creator: publisher, ...(newest && { modifiedAt: new Date(newest) }) })
}

type NamedTable = { readonly measure: ExportedMeasure; readonly name: string }

/** Sheet names are short, and start with their number so that they can be told and found. */
function tableName(at: number, { measure }: ExportedMeasure): string {
  return `${at + 1}_${measure.replaceAll('-', '_')}`.slice(0, 31)
}

function cover({ publisher, asKnownOn, measures }: PublishedData): WorkbookSheet {
  const newest = newestMoment(measures)
  return {
    name: 'Cover',
    columns: [{ width: 90 }],
    boldRows: [0],
    rows: [
      [`Measures published by ${publisher}`],
      [asKnownOn ? `The figures as known on ${asKnownOn}.` : 'The figures as last known.'],
      ...(newest ? [[`The newest was recorded on ${newest.slice(0, 10)}.`]] : []),
      [`Licence of what the office wrote: ${OGL.title}, ${OGL.path}`],
      ['Figures of other bodies carry the licence of their source, named on the sheet of notes.'],
      ['Numbers that the office withholds because they are small are marked [c].'],
      ['The second sheet lists the tables; the third explains marks and sources. Each table has a sheet of its own.'],
    ],
  }
}

function contents(tables: readonly NamedTable[]): WorkbookSheet {
  return {
    name: 'Contents',
    columns: [{ width: 34 }, { width: 60 }, { width: 20 }, { width: 30 }],
    headRows: 1,
    rows: [
      ['Sheet', 'Measure', 'Unit', 'Place'],
      ...tables.map(({ measure, name }) => [name, measure.title, unitOf(measure), measure.geography]),
    ],
  }
}

function notes(measures: readonly ExportedMeasure[]): WorkbookSheet {
  const files = new Map(measures.flatMap(({ sources }) => sources).map((each) => [each.id, each]))
  return {
    name: 'Notes',
    columns: [{ width: 40 }, { width: 90 }],
    headRows: 1,
    rows: [
      ['Mark or measure', 'What it means'],
      ...Object.entries(MARKS).map(([mark, words]) => [mark, words]),
      ...measures.flatMap(({ title, definition, caveat, source }) => [
        [title, definition],
        ...(caveat ? [[`${title}: bear in mind`, caveat]] : []),
        [`${title}: source`, source],
      ]),
      ...[...files.values()].map((file) => [
        `File ${file.fileName}`,
        `${file.title}, ${file.publisher}. ${file.licence}. ${file.attribution}${file.sha256 ? ` SHA-256 ${file.sha256}` : ''}`,
      ]),
    ],
  }
}

const HEAD = [
  'Period',
  'First day',
  'Last day',
  'Area',
  'Value',
  'Numerator',
  'Denominator',
  'Marks',
  'Note',
  'Known on',
]
const WIDTHS = [18, 12, 12, 20, 16, 12, 14, 12, 50, 12]

function tableSheet({ measure, name }: NamedTable): WorkbookSheet {
  return {
    name,
    columns: WIDTHS.map((width) => ({ width })),
    headRows: 1,
    rows: [HEAD.map((head) => (head === 'Value' ? `Value (${unitOf(measure)})` : head)), ...measure.figures.map(rowOf)],
  }
}

/** A cell without a number says why in shorthand: no cell is empty but where nothing applies. */
function rowOf(figure: ExportedFigure): WorkbookSheet['rows'][number] {
  const { period, area, value, numerator, denominator, note, knownOn } = figure
  const shorthand = figure.status === 'withheld' ? '[c]' : '[x]'
  const number = (amount: number | null) => amount ?? (value === null ? shorthand : '[z]')
  return [
    ...[period.code, day(period.from), day(period.until), area || OWN],
    ...[number(value), number(numerator), number(denominator)],
    marksOf(figure).join(' '),
    note,
    knownOn === null ? null : day(knownOn),
  ]
}

function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

function unitOf({ unit, unitLabel }: ExportedMeasure): string {
  if (unit === 'pounds') return 'pounds'
  return unit === 'percentage' ? `% ${unitLabel}`.trim() : unitLabel || unit
}
