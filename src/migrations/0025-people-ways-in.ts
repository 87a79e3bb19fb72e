import type { SchemaMigration } from '#platform/db/schema.js'

export const peopleWaysIn: SchemaMigration = {
  name: '0025-people-ways-in',
  up: async (schema) => {
    // A passkey (WebAuthn): its id and public key; the private key never leaves the person's device.
    await schema.createTable(
      'people_passkey',
      `id text primary key,
       account_id text not null references people_account (id),
       name text not null,
       public_key text not null,
       counter integer not null,
       transports text not null,
       made_at text not null,
       used_at text`,
    )
    await schema.createIndex('people_passkey', ['account_id'])
    // Who an account is at the organisation's own sign-in service: by its ids, never by an e-mail address.
    await schema.createTable(
      'people_identity',
      `issuer text not null,
       subject text not null,
       account_id text not null references people_account (id),
       linked_at text not null,
       primary key (issuer, subject)`,
    )
    await schema.createIndex('people_identity', ['account_id'])
    // A link that lets somebody in: an invitation, taken once, or a pass to their own items until a day.
    await schema.createTable(
      'people_link',
      `id text primary key,
       token_hash text not null unique,
       account_id text not null references people_account (id),
       kind text not null,
       made_by text not null,
       made_at text not null,
       expires_at text not null,
       ended_at text`,
    )
    await schema.createIndex('people_link', ['account_id'])
    // The one-time codes printed at start while nobody can sign in.
    await schema.createTable('people_set_up', 'code_hash text primary key, made_at text not null')
    // Recovery codes, sealed, until they were written down.
    await schema.createTable(
      'people_shown_codes',
      'account_id text primary key references people_account (id), sealed text not null',
    )
    // How a session was begun ('password', 'provider', 'link'), and by which link.
    await schema.addColumn('people_session', "begun_by text not null default 'password'")
    await schema.addColumn('people_session', 'link_id text')
    // 1 when somebody else chose the password: it opens nothing until it was changed.
    await schema.addColumn('people_account', 'must_change_password integer not null default 0')
  },
}
