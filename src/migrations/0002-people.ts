import type { SchemaMigration } from '#platform/db/schema.js'

export const people: SchemaMigration = {
  name: '0002-people',
  up: async (schema) => {
    await schema.createTable(
      'people_account',
      `id text primary key,
       email text not null unique,
       name text not null,
       role text not null,
       organisation_id text,
       password_hash text not null,
       is_active integer not null check (is_active in (0, 1)),
       created_at text not null,
       version integer not null`,
    )
    await schema.createTable(
      'people_session',
      `id text primary key,
       token_hash text not null unique,
       account_id text not null references people_account (id),
       created_at text not null,
       seen_at text not null,
       expires_at text not null,
       address text not null`,
    )
    await schema.createIndex('people_session', ['account_id'])
    // One row for each thing that failed attempts are counted against: an account, an address, one from the other.
    await schema.createTable(
      'people_throttle',
      `key text primary key,
       failures integer not null,
       last_failed_at text not null`,
    )
  },
}
