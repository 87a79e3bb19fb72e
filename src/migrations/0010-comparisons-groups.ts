import type { SchemaMigration } from '#platform/db/schema.js'

export const comparisonsGroups: SchemaMigration = {
  name: '0010-comparisons-groups',
  up: async (schema) => {
    await schema.createTable(
      'comparisons_area',
      `code text primary key,
       name text not null,
       aliases text not null`,
    )
    await schema.createTable(
      'comparisons_group',
      `id text primary key,
       slug text not null unique,
       kind text not null,
       name text not null,
       source text not null,
       source_url text,
       is_publishable integer not null check (is_publishable in (0, 1)),
       version integer not null`,
    )
    await schema.createTable(
      'comparisons_member',
      `id text primary key,
       group_id text not null references comparisons_group (id),
       area_code text not null references comparisons_area (code),
       starts_on text not null,
       ends_on text`,
    )
    await schema.createIndex('comparisons_member', ['group_id'])
    await schema.createIndex('comparisons_member', ['area_code'])
    const quoted = (text: string) => `'${text.replaceAll(`'`, `''`)}'`
    const rows = AREAS.map(([code, name, aliases = '']) => `(${[code, name, aliases].map(quoted).join(', ')})`)
    await schema.run(`insert into comparisons_area (code, name, aliases) values ${rows.join(', ')}`)
  },
}

/**
 * The 43 police force areas of England and Wales by the Office for National Statistics' codes, with names that other
 * publishers use where they are more than "Police" or "Constabulary" added; several are parted by a bar.
 */
const AREAS: readonly (readonly [string, string, string?])[] = [
  ['E23000001', 'Metropolitan Police', 'Metropolitan|London'],
  ['E23000002', 'Cumbria'],
  ['E23000003', 'Lancashire'],
  ['E23000004', 'Merseyside'],
  ['E23000005', 'Greater Manchester'],
  ['E23000006', 'Cheshire'],
  ['E23000007', 'Northumbria'],
  ['E23000008', 'Durham'],
  ['E23000009', 'North Yorkshire'],
  ['E23000010', 'West Yorkshire'],
  ['E23000011', 'South Yorkshire'],
  ['E23000012', 'Humberside'],
  ['E23000013', 'Cleveland'],
  ['E23000014', 'West Midlands'],
  ['E23000015', 'Staffordshire'],
  ['E23000016', 'West Mercia'],
  ['E23000017', 'Warwickshire'],
  ['E23000018', 'Derbyshire'],
  ['E23000019', 'Nottinghamshire'],
  ['E23000020', 'Lincolnshire'],
  ['E23000021', 'Leicestershire'],
  ['E23000022', 'Northamptonshire'],
  ['E23000023', 'Cambridgeshire', 'Cambridgeshire and Peterborough'],
  ['E23000024', 'Norfolk'],
  ['E23000025', 'Suffolk'],
  ['E23000026', 'Bedfordshire'],
  ['E23000027', 'Hertfordshire'],
  ['E23000028', 'Essex'],
  ['E23000029', 'Thames Valley'],
  ['E23000030', 'Hampshire', 'Hampshire and Isle of Wight|Hampshire and the Isle of Wight'],
  ['E23000031', 'Surrey'],
  ['E23000032', 'Kent'],
  ['E23000033', 'Sussex'],
  ['E23000034', 'City of London', 'London, City of'],
  ['E23000035', 'Devon and Cornwall'],
  ['E23000036', 'Avon and Somerset'],
  ['E23000037', 'Gloucestershire'],
  ['E23000038', 'Wiltshire'],
  ['E23000039', 'Dorset'],
  ['W15000001', 'North Wales'],
  ['W15000002', 'Gwent'],
  ['W15000003', 'South Wales'],
  ['W15000004', 'Dyfed-Powys', 'Dyfed Powys'],
]
