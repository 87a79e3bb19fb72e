import { sql } from 'kysely'
import type { Db } from './db.js'

/** What a column holds, in the words of migrations. */
export type ColumnKind = 'text' | 'integer' | 'real' | 'blob'

/** One column of a table as it stands in the database. */
export type Column = { readonly name: string; readonly kind: ColumnKind; readonly isRequired: boolean }

/** One table of the register: its columns in order, and those that tell its rows apart. */
export type Table = { readonly name: string; readonly columns: readonly Column[]; readonly key: readonly string[] }

type Found = { tableName: string; name: string; type: string; required: number; keyPosition: number }

/** Where SQLite's seals stand (seals.ts): about the register, and no part of it. */
export const SEALS = 'register_seal'

/** Every table of the register, by name; those of the migrator and of the seals apart. The same on both engines. */
export async function tablesOf(db: Db): Promise<Table[]> {
  const { rows } = await (db.engine === 'sqlite' ? IN_SQLITE : IN_POSTGRES).execute(db.source)
  const tables = new Map<string, Found[]>()
  for (const row of rows) tables.set(row.tableName, [...(tables.get(row.tableName) ?? []), row])
  const names = [...tables.keys()].filter((name) => name !== SEALS && !name.startsWith('schema_migration')).sort()
  return names.map((name) => tableOf(name, tables.get(name) ?? []))
}

function tableOf(name: string, found: readonly Found[]): Table {
  const key = found.filter(({ keyPosition }) => keyPosition > 0).sort((a, b) => a.keyPosition - b.keyPosition)
  if (key.length === 0) throw new Error(`The table ${name} has no primary key`)
  const columns = found.map((column) => ({
    name: column.name,
    kind: kindOf(column.type),
    isRequired: column.required > 0 || column.keyPosition > 0,
  }))
  return { name, columns: columns.sort((a, b) => (a.name < b.name ? -1 : 1)), key: key.map((column) => column.name) }
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  ...{ text: 'text', integer: 'integer', real: 'real', blob: 'blob' },
  ...{ bigint: 'integer', 'double precision': 'real', bytea: 'blob' },
}

function kindOf(type: string): ColumnKind {
  const kind = KINDS[type.toLowerCase()]
  if (!kind) throw new Error(`A column has the type ${type}, which no migration may use`)
  return kind
}

const IN_SQLITE = sql<Found>`
  select t.name as "tableName", c.name as "name", c.type as "type", c."notnull" as "required", c.pk as "keyPosition"
  from sqlite_schema t, pragma_table_info(t.name) c
  where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'
  order by t.name, c.cid`

const IN_POSTGRES = sql<Found>`
  select t.relname as "tableName", c.attname as "name", format_type(c.atttypid, null) as "type",
    c.attnotnull::int as "required", coalesce(array_position(k.indkey::int2[], c.attnum) + 1, 0) as "keyPosition"
  from pg_class t
  join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
  left join pg_index k on k.indrelid = t.oid and k.indisprimary
  where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
  order by t.relname, c.attnum`

/** The steps of the schema's history that this register has taken, in order. */
export async function stepsTaken(db: Db): Promise<string[]> {
  const isThere = await hasMigrations(db)
  if (!isThere) return []
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(db.source)
  return rows.map(({ name }) => name)
}

async function hasMigrations(db: Db): Promise<boolean> {
  const query =
    db.engine === 'sqlite'
      ? sql`select 1 from sqlite_schema where name = 'schema_migration'`
      : sql`select 1 from pg_tables where schemaname = current_schema() and tablename = 'schema_migration'`
  return (await query.execute(db.source)).rows.length > 0
}
