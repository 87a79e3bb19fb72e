import type { Json } from '#kernel/canonical-json.js'
import type { Column, ColumnType, TableForm } from './columns.js'

/** What the metadata of one CSV file says of the whole file. */
export type TableFacts = {
  /** The file's name, beside the metadata. */
  readonly url: string
  readonly title: string
  readonly description: string
  readonly publisher: string
  /** The addresses of the licences that its figures may be used under. */
  readonly licences: readonly string[]
  /** The newest day of anything in it. */
  readonly modified: string | null
  /** The name of the primary key as part of each row's address, below the file's own. */
  readonly rowAddress: string
}

const DATATYPES: Readonly<Record<ColumnType, Json>> = {
  text: 'string',
  number: 'number',
  count: { base: 'integer', minimum: 0 },
  date: { base: 'date', format: 'yyyy-MM-dd' },
  moment: 'dateTime',
  flag: 'boolean',
  uri: 'anyURI',
}

/** Terms without a language of their own are English of the United Kingdom. */
const CONTEXT: Json = ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }]

/** Metadata of one CSV file as the W3C's Metadata Vocabulary for Tabular Data (2015) has it. */
export function csvwMetadata<Row>(form: TableForm<Row>, facts: TableFacts): Json {
  return {
    '@context': CONTEXT,
    url: facts.url,
    'dc:title': text(facts.title),
    'dc:description': text(facts.description),
    'dc:publisher': text(facts.publisher),
    'dc:license': facts.licences.map((licence) => ({ '@id': licence })),
    ...(facts.modified && { 'dc:modified': { '@value': facts.modified, '@type': 'xsd:date' } }),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', header: true, headerRowCount: 1 },
    tableSchema: {
      columns: form.columns.map(columnOf),
      primaryKey: [...form.key],
      aboutUrl: `${facts.url}#${facts.rowAddress}`,
    },
  }
}

/** Titles are as in the head of the file: the column's name. What people call it stands in the description. */
function columnOf<Row>({ name, title, description, type, isRequired, oneOf, property }: Column<Row>): Json {
  const datatype = oneOf ? { base: 'string', format: oneOf.map(literally).join('|') } : DATATYPES[type]
  return {
    name,
    titles: name,
    'dc:title': text(title),
    'dc:description': text(description),
    datatype,
    ...(isRequired ? { required: true } : { null: '' }),
    ...(property && { propertyUrl: property }),
    ...(property && type === 'uri' && { valueUrl: `{+${name}}` }),
  }
}

function literally(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function text(words: string): Json {
  return { '@value': words, '@language': 'en-GB' }
}
