/** An area that the office knows: what the register calls it, and the names and codes by which files may. */
export type KnownArea = { readonly area: string; readonly names: readonly string[] }

/** A name as it is compared: "Avon & Somerset Constabulary" and "Avon and Somerset" are one. */
function plainArea(name: string): string {
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

/** Finds areas by the names and codes that files may use. */
export class AreaNames {
  readonly #byName = new Map<string, string>()

  constructor(known: readonly KnownArea[]) {
    for (const { area, names } of known) {
      for (const name of names) if (!this.#byName.has(plainArea(name))) this.#byName.set(plainArea(name), area)
    }
  }

  /** What the register calls the area: '' for the office's own. Undefined for a name that nobody knows. */
  find(name: string): string | undefined {
    const written = name.trim()
    if (written === '') return ''
    const plain = plainArea(written)
    const area = this.#byName.get(plain)
    if (area !== undefined) return area
    return CODE.test(written.toUpperCase()) ? written.toUpperCase() : USUAL.get(plain)
  }
}
