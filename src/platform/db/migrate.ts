import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Db } from './db.js'
import { type SchemaMigration, schemaOver } from './schema.js'

/** Brings the register's schema up to date, all steps or none, and names the steps that were taken. */
export async function migrate(db: Db, migrations: readonly SchemaMigration[]): Promise<string[]> {
  return db.transaction(async (tx) => {
    const source = tx.source as unknown as Kysely<unknown>
    const migrator = new Migrator({
      db: source,
      provider: { getMigrations: async () => asKysely(tx, migrations) },
      migrationTableName: 'schema_migration',
      migrationLockTableName: 'schema_migration_lock',
      ...(tx.engine === 'postgres' && { migrationTableSchema: await currentSchema(source) }),
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    const taken = (results ?? []).map((step) => step.migrationName)
    if (taken.length > 0) tx.sealAnew?.()
    return taken
  })
}

/** Named, because the migrator otherwise takes a table of that name in any other schema for its own. */
async function currentSchema(source: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(source)
  return rows[0]?.name ?? 'public'
}

function asKysely(db: Db, migrations: readonly SchemaMigration[]): Record<string, Migration> {
  const step = (migration: SchemaMigration): Migration => ({
    up: (source: Kysely<never>) => migration.up(schemaOver(db.engine, source)),
  })
  return Object.fromEntries(migrations.map((migration) => [migration.name, step(migration)]))
}
