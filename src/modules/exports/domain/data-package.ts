import type { Json } from '#kernel/canonical-json.js'
import type { Column, ColumnType, TableForm } from './columns.js'
import { OGL } from './licences.js'
import { type ExportedSource, newestMoment, type PublishedData } from './published.js'

/** One file of the package, as it was written. */
export type PackageFile<Row = never> = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly path: string
  readonly form: TableForm<Row>
  readonly bytes: number
  readonly sha256: string
}

const TYPES: Readonly<Record<ColumnType, Json>> = {
  text: { type: 'string' },
  number: { type: 'number' },
  count: { type: 'integer' },
  date: { type: 'date', format: 'default' },
  moment: { type: 'datetime', format: 'default' },
  flag: { type: 'boolean' },
  uri: { type: 'string', format: 'uri' },
}

/** The descriptor of a Frictionless data package (version 1): what is in each file, byte for byte. */
export function dataPackage(data: PublishedData, files: readonly PackageFile[]): Json {
  const { publisher, asKnownOn, measures } = data
  const created = newestMoment(measures)
  const sources = [...new Map(measures.flatMap((each) => each.sources).map((each) => [each.id, each])).values()]
  return {
    profile: 'tabular-data-package',
    name: 'measures',
    title: `Measures published by ${publisher}`,
    description: `Every published measure and its figures${asKnownOn ? `, as known on ${asKnownOn}` : ''}. Numbers that the office withholds because they are small are marked [c].`,
    ...(created && { created }),
    ...(asKnownOn && { asKnownOn }),
    licenses: [licence()],
    contributors: [{ title: publisher, role: 'publisher' }],
    sources: sourcesOf(sources),
    resources: files.map(resourceOf),
  }
}

function licence(): Json {
  return { name: OGL.name, title: OGL.title, path: OGL.path }
}

/** Each publisher's title once. */
function sourcesOf(files: readonly ExportedSource[]): Json[] {
  const byTitle = new Map(files.map((file) => [`${file.title} (${file.publisher})`, file]))
  return [...byTitle].map(([title, { url }]) => ({ title, ...(url && /^https?:/.test(url) && { path: url }) }))
}

function resourceOf({ name, title, description, path, form, bytes, sha256 }: PackageFile): Json {
  return {
    ...{ profile: 'tabular-data-resource', name, title, description, path },
    ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', bytes, hash: `sha256:${sha256}` },
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    licenses: [licence()],
    schema: {
      fields: form.columns.map(fieldOf),
      missingValues: [''],
      primaryKey: [...form.key],
      ...(form.links.length > 0 && { foreignKeys: form.links.map(foreignKeyOf) }),
    },
  }
}

function fieldOf<Row>({ name, title, description, type, isRequired, oneOf, property }: Column<Row>): Json {
  const constraints = { ...(isRequired && { required: true }), ...(oneOf && { enum: [...oneOf] }) }
  return {
    name,
    ...(TYPES[type] as { type: string }),
    title,
    description,
    ...(property && { rdfType: property }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  }
}

function foreignKeyOf({ columns, table, to }: TableForm<never>['links'][number]): Json {
  return { fields: [...columns], reference: { resource: table, fields: [...to] } }
}
