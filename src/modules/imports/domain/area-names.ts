/** An area that the office knows: what the register calls it, and the names and codes by which files may. */
export type KnownArea = { readonly area: string; readonly names: readonly string[] }

/** A name as it is compared: "Avon & Somerset Constabulary" and "Avon and Somerset" are one. */
export function plainArea(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/&/g, ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
  const turned = plain.replace(/^london city of$/, 'city of london')
  const bare = turned
    .replace(/^the /, '')
    .replace(/ (constabulary|police service|police force|police area|police|force area|heddlu)$/, '')
    .replace(/ (constabulary|police service|police)$/, '')
  return bare === '' ? turned : bare
}

/** The 43 territorial forces of England and Wales, by the names that national tables use. */
const FORCES: readonly string[] = [
  ...['Avon and Somerset', 'Bedfordshire', 'Cambridgeshire', 'Cheshire', 'City of London', 'Cleveland', 'Cumbria'],
  ...['Derbyshire', 'Devon and Cornwall', 'Dorset', 'Durham', 'Dyfed-Powys', 'Essex', 'Gloucestershire'],
  ...['Greater Manchester', 'Gwent', 'Hampshire', 'Hertfordshire', 'Humberside', 'Kent', 'Lancashire'],
  ...['Leicestershire', 'Lincolnshire', 'Merseyside', 'Metropolitan Police', 'Norfolk', 'North Wales'],
  ...['North Yorkshire', 'Northamptonshire', 'Northumbria', 'Nottinghamshire', 'South Wales', 'South Yorkshire'],
  ...['Staffordshire', 'Suffolk', 'Surrey', 'Sussex', 'Thames Valley', 'Warwickshire', 'West Mercia'],
  ...['West Midlands', 'West Yorkshire', 'Wiltshire'],
]

const USUAL = new Map<string, string>([
  ...FORCES.map((name) => [plainArea(name), name] as const),
  ...['Metropolitan', 'Met', 'MPS', 'Metropolitan Police Service'].map(
    (name) => [plainArea(name), 'Metropolitan Police'] as const,
  ),
  ...['Hampshire and Isle of Wight', 'Hants'].map((name) => [plainArea(name), 'Hampshire'] as const),
  ...['GMP'].map((name) => [plainArea(name), 'Greater Manchester'] as const),
  ...['England and Wales', 'England', 'Wales'].map((name) => [plainArea(name), name] as const),
])

/** A code of the Office for National Statistics: one letter and eight figures. */
const CODE = /^[EWNSK]\d{8}$/

/** What the register calls the area: '' for the office's own. Undefined for a name that nobody knows. */
export function areaOf(name: string, known: readonly KnownArea[]): string | undefined {
  const written = name.trim()
  if (written === '') return ''
  const plain = plainArea(written)
  const match = known.find(({ names }) => names.some((each) => plainArea(each) === plain))
  if (match) return match.area
  if (CODE.test(written.toUpperCase())) return written.toUpperCase()
  return USUAL.get(plain)
}
