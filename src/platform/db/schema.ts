import { type Kysely, sql } from 'kysely'
import type { Engine } from './db.js'

/** What a migration can do, written once for both engines. */
export type Schema = {
  /** Columns are `text`, `integer` (64 bits: counts, pence, 0/1), `real` or `blob` (the bytes of a file). */
  readonly createTable: (name: string, columns: string) => Promise<void>
  readonly createIndex: (table: string, columns: readonly string[], options?: { unique?: boolean }) => Promise<void>
  readonly addColumn: (table: string, column: string) => Promise<void>
  /** From now on rows of this table can be added, and never changed or removed. */
  readonly makeAppendOnly: (table: string) => Promise<void>
  /** Runs one statement over the rows of an append-only table, which a new column may need, and guards it again. */
  readonly amendAppendOnly: (table: string, statement: string) => Promise<void>
  /** Statements that mean the same on both engines. */
  readonly run: (statement: string) => Promise<void>
  /** Rows that a step must see to change them: texts only. */
  readonly read: (query: string) => Promise<readonly Readonly<Record<string, string>>[]>
}

/** One step of the register's history. Forward only: a bad one is mended by the next. */
export type SchemaMigration = { readonly name: string; readonly up: (schema: Schema) => Promise<void> }

/** The schema language over one engine. */
export function schemaOver(engine: Engine, db: Kysely<never>): Schema {
  const run = async (statement: string) => {
    await sql.raw(statement).execute(db)
  }
  const guard = async (table: string) => {
    for (const statement of engine === 'sqlite' ? sqliteGuards(table) : postgresGuards(table)) await run(statement)
  }
  return {
    run,
    read: async (query) => (await sql.raw<Record<string, string>>(query).execute(db)).rows,
    createTable: (name, columns) =>
      run(
        engine === 'sqlite'
          ? `create table ${name} (${columns}) strict`
          : `create table ${name} (${inPostgresTypes(columns)})`,
      ),
    createIndex: (table, columns, options) =>
      run(
        `create ${options?.unique ? 'unique ' : ''}index ${table}_by_${columns.join('_')} on ${table} (${columns.join(', ')})`,
      ),
    addColumn: (table, column) =>
      run(`alter table ${table} add column ${engine === 'sqlite' ? column : inPostgresTypes(column)}`),
    makeAppendOnly: guard,
    amendAppendOnly: async (table, statement) => {
      for (const lift of engine === 'sqlite' ? sqliteLifts(table) : postgresLifts(table)) await run(lift)
      await run(statement)
      await guard(table)
    },
  }
}

function inPostgresTypes(columns: string): string {
  return columns
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(/\breal\b/g, 'double precision')
    .replaceAll(/\bblob\b/g, 'bytea')
}

function sqliteGuards(table: string): string[] {
  return ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
  )
}

function postgresGuards(table: string): string[] {
  return [
    `create function ${table}_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception '${table} is append-only'; end $$`,
    `create trigger ${table}_no_change before update or delete or truncate on ${table}
      for each statement execute function ${table}_is_append_only()`,
  ]
}

function sqliteLifts(table: string): string[] {
  return ['update', 'delete'].map((verb) => `drop trigger ${table}_no_${verb}`)
}

function postgresLifts(table: string): string[] {
  return [`drop trigger ${table}_no_change on ${table}`, `drop function ${table}_is_append_only()`]
}
