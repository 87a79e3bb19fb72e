import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Db } from './db.js'
import { type SchemaMigration, schemaOver } from './schema.js'

/** Brings the register's schema up to date, all steps or none, and names the steps that were taken. */
export async function migrate(db: Db, migrations: readonly SchemaMigration[]): Promise<string[]> {
  return db.transaction(async (tx) => {
    const migrator = new Migrator({
      db: tx.source as unknown as Kysely<unknown>,
      provider: { getMigrations: async () => asKysely(tx, migrations) },
      migrationTableName: 'schema_migration',
      migrationLockTableName: 'schema_migration_lock',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return (results ?? []).map((step) => step.migrationName)
  })
}

function asKysely(db: Db, migrations: readonly SchemaMigration[]): Record<string, Migration> {
  const step = (migration: SchemaMigration): Migration => ({
    up: (source: Kysely<never>) => migration.up(schemaOver(db.engine, source)),
  })
  return Object.fromEntries(migrations.map((migration) => [migration.name, step(migration)]))
}
