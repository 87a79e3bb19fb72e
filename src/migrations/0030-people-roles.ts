import type { SchemaMigration } from '#platform/db/schema.js'

/** What the one role "office" stood for. */
const OF_THE_OFFICE = [
  'policy',
  'performance',
  'commissioning',
  'finance',
  'engagement',
  'custody-scheme',
  'communications',
  'chief-executive',
  'chief-finance-officer',
  'office-holder',
  'administrator',
]

export const peopleRoles: SchemaMigration = {
  name: '0030-people-roles',
  up: async (schema) => {
    // What somebody may do, from a day on and until a day: several at once.
    await schema.createTable(
      'people_role',
      `account_id text not null references people_account (id),
       role text not null,
       from_on text not null,
       until_on text,
       primary key (account_id, role)`,
    )
    // Until now one role was everything of the office: nobody loses what they could do.
    const columns = 'insert into people_role (account_id, role, from_on, until_on)'
    const since = 'substr(created_at, 1, 10), null from people_account where role'
    await schema.run(`${columns} select id, role, ${since} <> 'office'`)
    for (const role of OF_THE_OFFICE) await schema.run(`${columns} select id, '${role}', ${since} = 'office'`)
    await schema.run('alter table people_account drop column role')
    // The day by which somebody looks again whether the roles are still right.
    await schema.addColumn('people_account', 'review_on text')
    // Who acts for somebody else while they are away.
    await schema.createTable(
      'people_stand_in',
      `id text primary key,
       account_id text not null references people_account (id),
       stand_in_id text not null references people_account (id),
       from_on text not null,
       until_on text not null,
       made_by text not null,
       made_at text not null,
       ended_at text`,
    )
    await schema.createIndex('people_stand_in', ['account_id'])
    await schema.createIndex('people_stand_in', ['stand_in_id'])
    // Whom the person of this session acts for just now.
    await schema.addColumn('people_session', 'standing_in_id text')
    // The link itself, sealed, until whoever made it has passed it on.
    await schema.addColumn('people_link', 'sealed text')
    // Recovery codes that are to be written down stand in people_shown_codes.
    await schema.run('alter table people_factor drop column shown_codes')
  },
}
