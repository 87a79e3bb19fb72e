import { createHash } from 'node:crypto'
import type { Json } from '#kernel/canonical-json.js'
import { toCsv } from '#platform/csv.js'
import { FIGURES, FILES, MEASURES, type TableForm, VINTAGES } from '../domain/columns.js'
import { csvwMetadata, type TableFacts } from '../domain/csvw.js'
import { dataPackage, type PackageFile } from '../domain/data-package.js'
import { measuresJson } from '../domain/json.js'
import { licenceAddresses } from '../domain/licences.js'
import { type ExportedMeasure, type ExportedSource, newestOf, type PublishedData } from '../domain/published.js'
import { workbookOf } from './workbook.js'

/** The forms in which measures leave. */
export const EXPORT_FORMATS = ['csvw', 'xlsx', 'json', 'datapackage'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** One file of an export, by its path below the chosen folder. */
export type ExportFile = { readonly path: string; readonly bytes: Uint8Array }

/** The files of an export. The same figures give the same bytes, whenever and wherever they are made. */
export async function exportFiles(data: PublishedData, format: ExportFormat): Promise<ExportFile[]> {
  switch (format) {
    case 'csvw':
      return csvwFiles(data)
    case 'json':
      return [{ path: 'measures.json', bytes: jsonBytes(measuresJson(data)) }]
    case 'xlsx':
      return [{ path: 'measures.xlsx', bytes: await workbookOf(data) }]
    case 'datapackage':
      return packageFiles(data)
  }
}

/** A table as CSV. */
function tableCsv<Row>({ columns }: TableForm<Row>, rows: readonly Row[]): string {
  return toCsv(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  )
}

/** A value as JSON that people can read too. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The figures of one measure as CSV. */
export function figuresCsv(measure: ExportedMeasure): string {
  return tableCsv(FIGURES, measure.figures)
}

/** The metadata that stand beside a measure's own file of figures. */
export function figuresMetadata(data: PublishedData, measure: ExportedMeasure, url: string): Json {
  return csvwMetadata(FIGURES, figureFacts(data, measure, url))
}

function figureFacts({ publisher, asKnownOn }: PublishedData, measure: ExportedMeasure, url: string): TableFacts {
  const { title, definition, geography, sources, vintages } = measure
  const days = vintages.flatMap(({ knownOn }) => knownOn ?? [])
  const asKnown = asKnownOn ? ` As known on ${asKnownOn}.` : ''
  return {
    ...{ url, title, publisher },
    description: `${definition} ${geography}.${asKnown} Numbers that the office withholds because they are small are marked [c].`,
    licences: licenceAddresses(sources.map(({ licence }) => licence)),
    modified: newestOf(days),
    rowAddress: '{area}-{period}',
  }
}

function csvwFiles(data: PublishedData): ExportFile[] {
  const { measures } = data
  const register = registerFacts(data)
  const own = measures.map((measure) => ({ measure, url: fileNameOf(measure.measure) }))
  return [
    textFile('measures.csv', tableCsv(MEASURES, measures)),
    textFile('measures.csv-metadata.json', jsonText(csvwMetadata(MEASURES, register))),
    ...own.flatMap(({ measure, url }) => [
      textFile(url, figuresCsv(measure)),
      textFile(`${url}-metadata.json`, jsonText(figuresMetadata(data, measure, url))),
    ]),
  ]
}

function registerFacts({ publisher, measures }: PublishedData): TableFacts {
  return {
    url: 'measures.csv',
    title: 'Measures',
    description: 'What each published measure counts, who answers for it, and what its newest figures say.',
    publisher,
    licences: licenceAddresses([]),
    modified: newestOf(measures.flatMap(({ vintages }) => vintages.flatMap(({ knownOn }) => knownOn ?? []))),
    rowAddress: '{measure}',
  }
}

/** A measure may be called as the register's own file is. */
function fileNameOf(measure: string): string {
  return measure === 'measures' ? 'measures-figures.csv' : `${measure}.csv`
}

function packageFiles(data: PublishedData): ExportFile[] {
  const { measures } = data
  const files = [...new Map(measures.flatMap(({ sources }) => sources).map((each) => [each.id, each])).values()]
  const tables = [
    packed('measures', 'What each published measure counts and who answers for it', MEASURES, measures),
    packed(
      'figures',
      'Every figure as last known, for every area',
      FIGURES,
      measures.flatMap(({ figures }) => figures),
    ),
    packed(
      'vintages',
      'Every figure as recorded, each time',
      VINTAGES,
      measures.flatMap(({ vintages }) => vintages),
    ),
    packed<ExportedSource>('files', 'The files that figures came in', FILES, files),
  ]
  const descriptor = dataPackage(
    data,
    tables.map(({ about }) => about),
  )
  return [textFile('datapackage.json', jsonText(descriptor)), ...tables.map(({ file }) => file)]
}

function packed<Row>(name: string, description: string, form: TableForm<Row>, rows: readonly Row[]) {
  const file = textFile(`data/${name}.csv`, tableCsv(form, rows))
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const about: PackageFile<Row> = {
    ...{ name, title, description, form, path: file.path, bytes: file.bytes.length },
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }
  return { file, about }
}

function textFile(path: string, text: string): ExportFile {
  return { path, bytes: Buffer.from(text, 'utf8') }
}

function jsonBytes(value: Json): Uint8Array {
  return Buffer.from(jsonText(value), 'utf8')
}
