import { checkThing, type Found, INHERITED, isThing, LANGUAGE, type Thing } from './csvw-things.js'
import { type Datatype, faultOfValue, faultsOfDatatype, isBuiltIn } from './csvw-values.js'

/** Gives the text of a file that metadata name, or nothing where there is none. */
export type ReadFile = (url: string) => string | undefined

const CONTEXT = 'http://www.w3.org/ns/csvw'
const GROUP = '@context @id @type tables dialect notes tableDirection tableSchema transformations'.split(' ')
const TABLE = '@context @id @type url dialect notes suppressOutput tableDirection tableSchema transformations'.split(
  ' ',
)
const SCHEMA = '@context @id @type columns foreignKeys primaryKey rowTitles'.split(' ')
const COLUMN = '@id @type name suppressOutput titles virtual'.split(' ')

/** Checks metadata of tables and the CSV files that they describe by the W3C's rules of 2015 for validators. */
export function checkCsvw(metadata: string, read: ReadFile): Found {
  const found: Found = { errors: [], warnings: [] }
  const whole = parsed(metadata, found)
  if (!whole) return found
  checkContext(whole['@context'], found)
  const isGroup = 'tables' in whole || !('url' in whole)
  const tables = isGroup ? tablesOf(whole, found) : [whole]
  if (isGroup) checkThing(whole, { type: 'TableGroup', known: GROUP }, found)
  const read2 = tables.map((table) => checkTable(table, { group: isGroup ? whole : {}, read, found }))
  for (const table of read2)
    if (table)
      checkForeignKeys(
        table,
        read2.flatMap((each) => each ?? []),
        found,
      )
  return found
}

function parsed(text: string, found: Found): Thing | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (isThing(value)) return value
    found.errors.push('not an object')
  } catch {
    found.errors.push('not JSON')
  }
  return undefined
}

function checkContext(context: unknown, { errors }: Found): void {
  if (context === CONTEXT) return
  const [first, second] = Array.isArray(context) ? context : []
  const isRight = first === CONTEXT && (second === undefined || isThing(second))
  if (!isRight) errors.push('the context is wrong')
  else if (Object.keys(second ?? {}).some((name) => !['@base', '@language'].includes(name)))
    errors.push('the context says too much')
}

function tablesOf(group: Thing, { errors }: Found): Thing[] {
  const { tables } = group
  const list = Array.isArray(tables) ? tables.filter(isThing) : []
  if (list.length === 0) errors.push('no tables')
  return list
}

type ReadTable = {
  readonly url: string
  readonly schema: Thing
  readonly columns: readonly Column[]
  readonly rows: readonly string[][]
}
type Column = {
  readonly name: string
  readonly titles: readonly string[]
  readonly isVirtual: boolean
  readonly rules: Thing
}
type At = { readonly group: Thing; readonly read: ReadFile; readonly found: Found }

function checkTable(table: Thing, { group, read, found }: At): ReadTable | undefined {
  const { errors } = found
  checkThing(table, { type: 'Table', known: TABLE }, found)
  if (typeof table.url !== 'string' || table.url === '') {
    errors.push('a table has no url')
    return undefined
  }
  const dialect = { ...(isThing(group.dialect) ? group.dialect : {}), ...(isThing(table.dialect) ? table.dialect : {}) }
  checkThing(dialect, { type: 'Dialect', known: DIALECT }, found)
  const schema = schemaOf(table.tableSchema ?? group.tableSchema, read, found)
  checkThing(schema, { type: 'Schema', known: SCHEMA }, found)
  const columns = columnsOf(schema, { ...group, ...table }, found)
  const text = read(table.url)
  if (text === undefined) errors.push(`there is no ${table.url}`)
  const [head = [], ...rows] = rowsOf(text ?? '', dialect)
  if (dialect.header === false) rows.unshift(head)
  else checkHead(head, columns, found)
  const all =
    columns.length > 0 ? columns : head.map((name): Column => ({ name, titles: [name], isVirtual: false, rules: {} }))
  for (const row of rows) checkRow(row, all, found)
  const read1 = { url: table.url, schema, columns: all, rows }
  checkKey(read1, found)
  return read1
}

const DIALECT =
  '@id @type commentPrefix delimiter doubleQuote encoding header headerRowCount lineTerminators quoteChar skipBlankRows skipColumns skipInitialSpace skipRows trim'.split(
    ' ',
  )

function schemaOf(schema: unknown, read: ReadFile, found: Found): Thing {
  if (typeof schema === 'string') return parsed(read(schema) ?? '', found) ?? {}
  if (schema !== undefined && !isThing(schema)) found.warnings.push('the schema is no object')
  return isThing(schema) ? schema : {}
}

function columnsOf({ columns: listed }: Thing, around: Thing, found: Found): Column[] {
  const { errors, warnings } = found
  if (listed !== undefined && !Array.isArray(listed)) warnings.push('columns is no list')
  const columns = (Array.isArray(listed) ? listed : []).filter(isThing).map((column, at): Column => {
    checkThing(column, { type: 'Column', known: COLUMN }, found)
    const titles = titlesOf(column.titles, found)
    const name = typeof column.name === 'string' ? column.name : (titles[0] ?? `_col.${at + 1}`)
    if (typeof column.name === 'string' && !/^[^\s_][^\s:]*$/.test(column.name))
      warnings.push(`bad name ${column.name}`)
    const schema = around.tableSchema
    const rules = { ...inheritedOf(around), ...inheritedOf(isThing(schema) ? schema : {}), ...inheritedOf(column) }
    checkDatatype(rules.datatype, found)
    return { name, titles: titles.length > 0 ? titles : [name], isVirtual: column.virtual === true, rules }
  })
  const names = columns.map(({ name }) => name)
  if (new Set(names).size < names.length) errors.push('two columns have one name')
  const first = columns.findIndex(({ isVirtual }) => isVirtual)
  if (first >= 0 && columns.slice(first).some(({ isVirtual }) => !isVirtual))
    errors.push('a virtual column comes first')
  return columns
}

function inheritedOf(thing: Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => INHERITED.includes(name)))
}

function titlesOf(titles: unknown, { warnings }: Found): string[] {
  if (titles === undefined) return []
  if (typeof titles === 'string') return [titles]
  if (Array.isArray(titles)) return titles.filter((each) => typeof each === 'string')
  if (!isThing(titles)) {
    warnings.push('titles are no words')
    return []
  }
  return Object.entries(titles).flatMap(([language, words]) => {
    if (LANGUAGE.test(language)) return [words].flat().map(String)
    warnings.push(`${language} is no language`)
    return []
  })
}

function checkDatatype(given: unknown, { errors, warnings }: Found): void {
  const type = datatypeOf(given)
  if (!isBuiltIn(type.base)) errors.push(`there is no datatype ${type.base}`)
  const id = isThing(given) ? String(given['@id'] ?? '') : ''
  if (id.startsWith('_:') || /XMLSchema#/.test(id)) errors.push('a datatype has a wrong id')
  errors.push(...faultsOfDatatype(type))
  if (given !== undefined && typeof given !== 'string' && !isThing(given)) warnings.push('the datatype is no datatype')
}

function datatypeOf(given: unknown): Datatype {
  if (typeof given === 'string') return { base: given }
  return isThing(given) ? { ...given, base: String(given.base ?? 'string') } : { base: 'string' }
}

function checkHead(given: readonly string[], columns: readonly Column[], { errors }: Found): void {
  const head = given.map((each) => each.trim())
  const own = columns.filter(({ isVirtual }) => !isVirtual)
  if (own.length === 0) return
  if (own.length !== head.length) errors.push(`the file has ${head.length} columns, the metadata ${own.length}`)
  for (const [at, { titles }] of own.entries()) {
    if (head[at] !== undefined && head[at] !== '' && !titles.includes(head[at]))
      errors.push(`the head says ${head[at]}, not ${titles.join(' or ')}`)
  }
}

function checkRow(row: readonly string[], columns: readonly Column[], { errors }: Found): void {
  for (const [at, { name, isVirtual, rules }] of columns.entries()) {
    if (isVirtual) continue
    const type = datatypeOf(rules.datatype)
    const values = valuesOf(row[at] ?? '', rules)
    if (rules.required === true && values.length === 0) errors.push(`${name} is required`)
    for (const value of values) {
      const fault = faultOfValue(type, value)
      if (fault) errors.push(`${name}: ${fault}`)
    }
  }
}

/** What a cell holds: nothing, a value, or a list of values. */
function valuesOf(text: string, rules: Thing): string[] {
  const given = text === '' && typeof rules.default === 'string' ? rules.default : text
  const nulls = rules.null === undefined ? [''] : [rules.null].flat().map(String)
  const { separator } = rules
  if (nulls.includes(given)) return []
  if (typeof separator === 'string')
    return given === '' ? [] : given.split(separator).filter((each) => !nulls.includes(each))
  const isText = /^(string|json|xml|html|anyAtomicType|any)$/.test(datatypeOf(rules.datatype).base)
  return [isText ? given : given.trim()]
}

function cellsOf({ columns }: ReadTable, names: readonly string[], row: readonly string[]): string {
  return names.map((name) => row[columns.findIndex((column) => column.name === name)] ?? '').join('\u0000')
}

function checkKey(table: ReadTable, { errors, warnings }: Found): void {
  const key = [table.schema.primaryKey ?? []].flat().map(String)
  if (key.length === 0) return
  if (key.some((name) => !table.columns.some((column) => column.name === name)))
    warnings.push('the key names no column')
  const rows = table.rows.map((row) => cellsOf(table, key, row))
  if (new Set(rows).size < rows.length) errors.push(`two rows of ${table.url} have one key`)
}

function checkForeignKeys(table: ReadTable, tables: readonly ReadTable[], { errors }: Found): void {
  const keys = Array.isArray(table.schema.foreignKeys) ? table.schema.foreignKeys.filter(isThing) : []
  for (const { columnReference, reference, ...rest } of keys) {
    const target = isThing(reference) ? reference : {}
    const names = [columnReference ?? []].flat().map(String)
    const wanted = [target.columnReference ?? []].flat().map(String)
    const other = tables.find(
      ({ url, schema }) =>
        url === target.resource || (target.schemaReference !== undefined && schema['@id'] === target.schemaReference),
    )
    const strange = [
      ...Object.keys(rest),
      ...Object.keys(target).filter((name) => !/^(resource|schemaReference|columnReference)$/.test(name)),
    ]
    const has = (columns: readonly Column[], list: readonly string[]) =>
      list.length > 0 && list.every((name) => columns.some((each) => each.name === name))
    if (strange.length > 0 || !other || !has(table.columns, names) || !has(other.columns, wanted)) {
      errors.push('a foreign key is wrong')
      continue
    }
    const counts = Map.groupBy(other.rows, (row) => cellsOf(other, wanted, row))
    for (const row of table.rows) {
      const cells = cellsOf(table, names, row)
      if (cells.replaceAll('\u0000', '') !== '' && counts.get(cells)?.length !== 1)
        errors.push(`a row of ${table.url} refers to no one row`)
    }
  }
}

/** The rows of a CSV file in its dialect, read independently of how it was written. */
function rowsOf(text: string, dialect: Thing): string[][] {
  const word = (name: string, usual: string) => (typeof dialect[name] === 'string' ? String(dialect[name]) : usual)
  const [delimiter, quote, comment] = [word('delimiter', ','), word('quoteChar', '"'), word('commentPrefix', '#')]
  const [d, q] = [delimiter, quote].map((each) => each.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const cell = new RegExp(`(${q}(?:[^${q}]|${q}${q})*${q}|(?:(?!${d})[^\\r\\n])*)(${d}|\\r?\\n|$)`, 'y')
  const rows: string[][] = [[]]
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) break
    const [, raw = '', end] = match
    rows.at(-1)?.push(raw.startsWith(quote) ? raw.slice(1, -1).replaceAll(quote + quote, quote) : raw)
    if (end !== delimiter) rows.push([])
  }
  const skipped = rows.slice(Number(dialect.skipRows) || 0)
  return skipped.filter((cells) => !(comment && cells[0]?.startsWith(comment)) && cells.join('') !== '')
}
