import { err, ok, type Result } from '#kernel/result.js'
import { FILE_TYPES, type FileType } from './files.js'

/** One column as published: its header, and its name and type in the lake's first reading. */
type FormColumn = { readonly header: string; readonly name: string; readonly type: 'varchar' | 'double' }

const text = (header: string, name: string): FormColumn => ({ header, name, type: 'varchar' })
const degrees = (header: string): FormColumn => ({ header, name: header.toLowerCase(), type: 'double' })

const CRIME: readonly FormColumn[] = [
  ...[text('Crime ID', 'crime_id'), text('Month', 'month')],
  ...[text('Reported by', 'reported_by'), text('Falls within', 'falls_within')],
  ...[degrees('Longitude'), degrees('Latitude'), text('Location', 'location')],
  ...[text('LSOA code', 'lsoa'), text('LSOA name', 'lsoa_name')],
]

/** The columns of each kind of file. They are found by their headers, in whatever order they stand. */
export const FORMS: Readonly<Record<FileType, readonly FormColumn[]>> = {
  street: [...CRIME, text('Crime type', 'type'), text('Last outcome category', 'outcome'), text('Context', 'context')],
  outcomes: [...CRIME, text('Outcome type', 'outcome')],
  'stop-and-search': [
    ...[text('Type', 'type'), text('Date', 'date'), text('Part of a policing operation', 'is_operation')],
    ...[text('Policing operation', 'operation'), degrees('Latitude'), degrees('Longitude'), text('Gender', 'gender')],
    ...[text('Age range', 'age'), text('Self-defined ethnicity', 'self_ethnicity')],
    ...[text('Officer-defined ethnicity', 'officer_ethnicity'), text('Legislation', 'legislation')],
    ...[text('Object of search', 'object'), text('Outcome', 'outcome')],
    text('Outcome linked to object of search', 'linked'),
    text('Removal of more than just outer clothing', 'more_than_outer'),
  ],
}

/** A header as it is compared: in small letters, with one space for whatever else stands between the words. */
function plainHeader(header: string): string {
  return header
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The cells of a line of headers (RFC 4180). */
export function headerCells(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  return cells.map(([, inQuotes, bare]) => (inQuotes?.replaceAll('""', '"') ?? bare ?? '').trim())
}

/** The columns in the order of this file, or what is wrong with its headers: every one is named. */
export function columnsInOrder(type: FileType, header: string): Result<FormColumn[], string> {
  const cells = headerCells(header)
  const plain = cells.map(plainHeader)
  if (plain.includes('easting')) return err(OLD_FORM)
  const separator = otherSeparator(header, cells)
  if (separator !== undefined) return err(`has its cells apart by ${separator}, not by commas`)
  const form = FORMS[type]
  const columns = plain.map((cell) => form.find((column) => plainHeader(column.header) === cell))
  const missing = form.filter((column) => !columns.includes(column)).map((column) => column.header)
  const unknown = cells.filter((_, at) => columns[at] === undefined)
  const doubled = form.filter((column) => columns.filter((each) => each === column).length > 1)
  const problems = [
    ...said('has no column', missing),
    ...said('has a column that is not known:', unknown),
    ...said(
      'has two columns',
      doubled.map((column) => column.header),
    ),
  ]
  if (problems.length > 0) return err(problems.join('; '))
  return ok(columns.filter((column) => column !== undefined))
}

const SEPARATORS: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** What stands between the cells of a line that has no comma, where it is one of those that programs write. */
function otherSeparator(header: string, { length }: readonly string[]): string | undefined {
  return length > 1 ? undefined : Object.entries(SEPARATORS).find(([mark]) => header.split(mark).length > 2)?.[1]
}

const said = (what: string, names: readonly string[]) =>
  names.length === 0 ? [] : [`${what} ${names.map((name) => `“${name}”`).join(', ')}`]

const OLD_FORM =
  'is in the form of 2012, with eastings and northings and neither Crime IDs nor LSOAs, so that nothing in it can be ' +
  'counted by area or followed from release to release. data.police.uk publishes the same months in today’s form'

/** The kind of file that has exactly these headers, for a file whose name does not say. */
export function typeOfHeader(header: string): FileType | undefined {
  return FILE_TYPES.find((type) => columnsInOrder(type, header).ok)
}
