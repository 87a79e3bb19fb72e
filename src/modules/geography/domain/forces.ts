import { plainAreaName } from '#kernel/names.js'
/** A police force as open data name it. A force without a territory of its own in England and Wales has no code. */
export type PoliceForceArea = {
  /** As data.police.uk writes it in file names: 'avon-and-somerset'. */
  readonly slug: string
  /** The official code of the police force area: E23… in England, W15… in Wales. */
  readonly code: string | null
  /** The force's own name. */
  readonly name: string
  /** The name of its area. */
  readonly area: string
  /** What else publishers call it. */
  readonly aliases: readonly string[]
}

/** The force with this slug, whatever the case. */
export function forceOfSlug(slug: string): PoliceForceArea | undefined {
  return BY_SLUG.get(slug.trim().toLowerCase())
}

/** The force whose area has this official code. */
export function forceOfCode(code: string): PoliceForceArea | undefined {
  return FORCES.find((force) => force.code === code.trim().toUpperCase())
}

/** The force that a publisher means by a slug, a code or a name: "Devon & Cornwall", "London, City of", "GMP". */
export function forceNamed(text: string): PoliceForceArea | undefined {
  return forceOfSlug(text) ?? forceOfCode(text) ?? BY_NAME.get(plainAreaName(text))
}

/** Slug, code, name, name of the area, and other names parted by bars. */
const ROWS: readonly (readonly [string, string | null, string, string, string])[] = [
  [
    'avon-and-somerset',
    'E23000036',
    'Avon and Somerset Constabulary',
    'Avon and Somerset',
    'Avon & Somerset|Avon and Somerset Police',
  ],
  ['bedfordshire', 'E23000026', 'Bedfordshire Police', 'Bedfordshire', ''],
  ['btp', null, 'British Transport Police', 'British Transport Police', 'BTP'],
  [
    'cambridgeshire',
    'E23000023',
    'Cambridgeshire Constabulary',
    'Cambridgeshire',
    'Cambridgeshire Police|Cambridgeshire and Peterborough',
  ],
  ['cheshire', 'E23000006', 'Cheshire Constabulary', 'Cheshire', 'Cheshire Police'],
  ['city-of-london', 'E23000034', 'City of London Police', 'City of London', 'London, City of'],
  ['cleveland', 'E23000013', 'Cleveland Police', 'Cleveland', ''],
  ['cumbria', 'E23000002', 'Cumbria Constabulary', 'Cumbria', 'Cumbria Police'],
  ['derbyshire', 'E23000018', 'Derbyshire Constabulary', 'Derbyshire', 'Derbyshire Police'],
  [
    'devon-and-cornwall',
    'E23000035',
    'Devon & Cornwall Police',
    'Devon and Cornwall',
    'Devon & Cornwall|Devon and Cornwall Police|Devon and Cornwall Constabulary',
  ],
  ['dorset', 'E23000039', 'Dorset Police', 'Dorset', ''],
  ['durham', 'E23000008', 'Durham Constabulary', 'Durham', 'Durham Police'],
  ['dyfed-powys', 'W15000004', 'Dyfed-Powys Police', 'Dyfed-Powys', 'Dyfed Powys|Heddlu Dyfed-Powys'],
  ['essex', 'E23000028', 'Essex Police', 'Essex', ''],
  ['gloucestershire', 'E23000037', 'Gloucestershire Constabulary', 'Gloucestershire', 'Gloucestershire Police'],
  ['greater-manchester', 'E23000005', 'Greater Manchester Police', 'Greater Manchester', 'GMP'],
  ['gwent', 'W15000002', 'Gwent Police', 'Gwent', 'Heddlu Gwent'],
  [
    'hampshire',
    'E23000030',
    'Hampshire Constabulary',
    'Hampshire',
    'Hampshire Police|Hampshire and Isle of Wight|Hampshire & Isle of Wight|Hampshire and the Isle of Wight|Hampshire and Isle of Wight Constabulary|Hants',
  ],
  ['hertfordshire', 'E23000027', 'Hertfordshire Constabulary', 'Hertfordshire', 'Hertfordshire Police|Herts'],
  ['humberside', 'E23000012', 'Humberside Police', 'Humberside', ''],
  ['kent', 'E23000032', 'Kent Police', 'Kent', ''],
  ['lancashire', 'E23000003', 'Lancashire Constabulary', 'Lancashire', 'Lancashire Police'],
  ['leicestershire', 'E23000021', 'Leicestershire Police', 'Leicestershire', 'Leicestershire Constabulary'],
  ['lincolnshire', 'E23000020', 'Lincolnshire Police', 'Lincolnshire', ''],
  ['merseyside', 'E23000004', 'Merseyside Police', 'Merseyside', ''],
  [
    'metropolitan',
    'E23000001',
    'Metropolitan Police Service',
    'Metropolitan Police',
    'Metropolitan|Met|MPS|Met Police|London',
  ],
  ['norfolk', 'E23000024', 'Norfolk Constabulary', 'Norfolk', 'Norfolk Police'],
  ['north-wales', 'W15000001', 'North Wales Police', 'North Wales', 'Heddlu Gogledd Cymru'],
  ['north-yorkshire', 'E23000009', 'North Yorkshire Police', 'North Yorkshire', ''],
  ['northamptonshire', 'E23000022', 'Northamptonshire Police', 'Northamptonshire', 'Northants'],
  [
    'northern-ireland',
    null,
    'Police Service of Northern Ireland',
    'Police Service of Northern Ireland',
    'PSNI|Northern Ireland',
  ],
  ['northumbria', 'E23000007', 'Northumbria Police', 'Northumbria', ''],
  ['nottinghamshire', 'E23000019', 'Nottinghamshire Police', 'Nottinghamshire', 'Notts'],
  ['south-wales', 'W15000003', 'South Wales Police', 'South Wales', 'Heddlu De Cymru'],
  ['south-yorkshire', 'E23000011', 'South Yorkshire Police', 'South Yorkshire', ''],
  ['staffordshire', 'E23000015', 'Staffordshire Police', 'Staffordshire', ''],
  ['suffolk', 'E23000025', 'Suffolk Constabulary', 'Suffolk', 'Suffolk Police'],
  ['surrey', 'E23000031', 'Surrey Police', 'Surrey', ''],
  ['sussex', 'E23000033', 'Sussex Police', 'Sussex', ''],
  ['thames-valley', 'E23000029', 'Thames Valley Police', 'Thames Valley', 'TVP'],
  ['warwickshire', 'E23000017', 'Warwickshire Police', 'Warwickshire', ''],
  ['west-mercia', 'E23000016', 'West Mercia Police', 'West Mercia', 'West Mercia Constabulary'],
  ['west-midlands', 'E23000014', 'West Midlands Police', 'West Midlands', ''],
  ['west-yorkshire', 'E23000010', 'West Yorkshire Police', 'West Yorkshire', ''],
  ['wiltshire', 'E23000038', 'Wiltshire Police', 'Wiltshire', 'Wiltshire Constabulary'],
]

/** Every force that data.police.uk publishes, by slug: 43 with a territory, the British Transport Police and that of Northern Ireland. */
export const FORCES: readonly PoliceForceArea[] = ROWS.map(([slug, code, name, area, aliases]) => ({
  ...{ slug, code, name, area },
  aliases: aliases === '' ? [] : aliases.split('|'),
}))

const BY_SLUG = new Map(FORCES.map((force) => [force.slug, force]))
const BY_NAME = new Map(
  FORCES.flatMap((force) =>
    [force.name, force.area, ...force.aliases].map((name) => [plainAreaName(name), force] as const),
  ),
)
