/** A kind of national table: what it is, who publishes it, and under what licence. */
export type TableKindFacts = {
  readonly title: string
  readonly publisher: string
  /** What an office does with it, in a line. */
  readonly use: string
}

const HOME_OFFICE = 'Home Office'
const ONS = 'Office for National Statistics'
const MHCLG = 'Ministry of Housing, Communities and Local Government'

/** Every kind that can be taken in. */
export const TABLE_KINDS = {
  'recorded-crime': {
    ...{ title: 'Recorded crime by force, rolling years', publisher: ONS },
    use: 'Comparing forces; checking counts of police open data',
  },
  'recorded-crime-open-data': {
    ...{ title: 'Recorded crime by force, quarter and offence', publisher: HOME_OFFICE },
    use: 'Comparing forces by offence; checking counts of police open data',
  },
  'recorded-crime-totals': {
    ...{ title: 'Recorded crime by force and financial year, without fraud', publisher: HOME_OFFICE },
    use: 'Checking counts of police open data',
  },
  outcomes: {
    ...{ title: 'Outcomes of crimes by force, quarter and offence', publisher: HOME_OFFICE },
    use: 'Shares of outcomes, by crimes recorded and by outcomes recorded, which are never added',
  },
  workforce: {
    ...{ title: 'Police workforce by force, rank and sex (open data table)', publisher: HOME_OFFICE },
    use: 'Officers and staff of each force at 31 March',
  },
  'workforce-summary': {
    ...{ title: 'Police workforce, summary tables', publisher: HOME_OFFICE },
    use: 'Officers and staff of each force, March and September',
  },
  'council-tax': {
    ...{ title: 'Council tax requirement returns: precepts', publisher: MHCLG },
    use: 'The precept of every commissioner, with its tax base and all bands',
  },
  severity: {
    ...{ title: 'Crime severity score by force', publisher: ONS },
    use: 'Comparing how serious crime is',
  },
  population: {
    ...{ title: 'Residents by area and year', publisher: ONS },
    use: 'Rates per 1,000 residents',
  },
  'population-ethnicity': {
    ...{ title: 'Residents by area, ethnic group and year', publisher: ONS },
    use: 'Rates of stop and search by ethnic group',
  },
  deprivation: {
    ...{ title: 'Indices of Deprivation by small area (LSOA)', publisher: MHCLG },
    use: 'Deprivation of the places where crime is; two editions are never compared',
  },
  'lsoa-lookup': {
    ...{ title: 'Small areas (LSOAs) with their ward and district', publisher: ONS },
    use: 'Counting by ward and district',
  },
  'lsoa-changes': {
    ...{ title: 'Small areas (LSOAs) of 2011 with those of 2021', publisher: ONS },
    use: 'Counting older crimes in the areas of today',
  },
  'area-lookup': {
    ...{ title: 'Which area lies in which: ward, district, partnership, force, county, region', publisher: ONS },
    use: 'Counting by partnership and force',
  },
  'area-codes': {
    ...{ title: 'Codes of local authorities, in use or not', publisher: ONS },
    use: 'Following a district through reorganisations',
  },
  boundaries: {
    ...{ title: 'Boundaries of areas (GeoJSON, TopoJSON)', publisher: ONS },
    use: 'Maps',
  },
} as const satisfies Record<string, TableKindFacts>

export type TableKind = keyof typeof TABLE_KINDS

/** Kinds that say something of places; all others hold figures of forces. */
export const PLACE_KINDS = [
  'population',
  'population-ethnicity',
  'deprivation',
  'lsoa-lookup',
  'lsoa-changes',
  'area-lookup',
  'area-codes',
  'boundaries',
] as const satisfies readonly TableKind[]
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** The licence of all these tables, unless whoever imports one says another. */
export const OPEN_GOVERNMENT_LICENCE = 'Open Government Licence v3.0'

/** Whether a text names a kind. */
export function isTableKind(text: string): text is TableKind {
  return Object.hasOwn(TABLE_KINDS, text)
}

/** Whether a kind is of places. */
export function isPlaceKind(kind: TableKind): kind is PlaceKind {
  return PLACE_KINDS.some((each) => each === kind)
}

/** The words that the licence asks for beside what is shown of a table. */
export function attributionFor(publisher: string, licence: string): string {
  return licence === OPEN_GOVERNMENT_LICENCE
    ? `Source: ${publisher}. Contains public sector information licensed under the ${licence}.`
    : `Source: ${publisher}. ${licence}.`
}
