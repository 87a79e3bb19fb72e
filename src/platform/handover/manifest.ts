import { z } from 'zod'
import type { Column, Table } from '../db/catalogue.js'

/** The name of the file that says what else is in the folder. */
export const MANIFEST = 'office.json'

const HASH = z.string().regex(/^[0-9a-f]{64}$/)
const NAME = z.string().regex(/^[a-z][a-z0-9_]*$/)

const COLUMN: z.ZodType<Column> = z.object({
  name: NAME,
  kind: z.enum(['text', 'integer', 'real', 'blob']),
  isRequired: z.boolean(),
})

const TABLE = z.object({
  name: NAME,
  rows: z.number().int().nonnegative(),
  sha256: HASH,
  columns: z.array(COLUMN).min(1),
  key: z.array(NAME).min(1),
})

/** One file with its fingerprint, by its path in a folder. */
export const HANDED_FILE = z.object({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: HASH })

/** What a folder of a whole office says of itself: every table and file in it with its fingerprint. */
export const OFFICE_MANIFEST = z.object({
  format: z.literal('frankpledge-office'),
  formatVersion: z.literal(1),
  madeAt: z.string(),
  /** The steps of the schema's history that the office had taken. */
  schema: z.array(z.string()).min(1),
  audit: z.object({ entries: z.number().int().nonnegative(), head: HASH }),
  tables: z.array(TABLE),
  /** Files that rows refer to by their SHA-256: as they came, and as they were published. */
  files: z.array(HANDED_FILE),
  /** The police data's files. */
  lake: z.array(HANDED_FILE),
})

/** The same as a type. */
export type OfficeManifest = z.infer<typeof OFFICE_MANIFEST>

/** One table as the manifest tells of it. */
export type HandedTable = OfficeManifest['tables'][number]

/** One file as the manifest tells of it. */
export type HandedFile = z.infer<typeof HANDED_FILE>

/** Where a table's rows stand in the folder. */
export function tableFile(name: string): string {
  return `tables/${name}.jsonl`
}

/** Where a file stands in the folder, by its fingerprint. */
export function keptFile(sha256: string): string {
  return `files/${sha256}`
}

/** A JSON Schema of a table's lines, for whoever reads them with other programs. */
export function schemaOf({ name, columns, key }: Table): string {
  const described = columns.map((column) => [column.name, typeOf(column)])
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    description: `One line of ${tableFile(name)}. Lines stand in the order of ${key.join(', ')}.`,
    type: 'object',
    properties: Object.fromEntries(described),
    required: columns.map((column) => column.name),
    additionalProperties: false,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

function typeOf({ kind, isRequired }: Column): object {
  const types = { text: 'string', integer: 'integer', real: 'number', blob: 'object' } as const
  const type = isRequired ? types[kind] : [types[kind], 'null']
  if (kind !== 'blob') return { type }
  return {
    type,
    description: 'A file: it stands in files/ under its SHA-256.',
    properties: { bytes: { type: 'integer' }, sha256: { type: 'string' } },
    required: ['bytes', 'sha256'],
  }
}
