import type { SchemaMigration } from '#platform/db/schema.js'

export const peopleSecondFactor: SchemaMigration = {
  name: '0022-people-second-factor',
  up: async (schema) => {
    // The recovery codes stand in plain words only until the first code confirms the factor.
    await schema.createTable(
      'people_factor',
      `account_id text primary key references people_account (id),
       secret text not null,
       begun_at text not null,
       confirmed_at text,
       shown_codes text,
       last_step integer not null`,
    )
    await schema.createTable(
      'people_recovery_code',
      `account_id text not null references people_account (id),
       code_hash text not null,
       used_at text,
       primary key (account_id, code_hash)`,
    )
    // 1 while the password was right and the second factor is still to come.
    await schema.addColumn('people_session', 'is_half integer not null default 0')
  },
}
