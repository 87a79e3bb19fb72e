import { type IsoDate, isoDate } from '#kernel/dates.js'
import type { Month } from './month.js'
import { nearestNames, plainName } from './nearest-names.js'

/** Incidents, not crimes: they are counted apart and have no outcome. */
export const ASB = 'Anti-social behaviour'

/** A kind of crime as published, in which months it was in use, and its name in addresses. */
export type CrimeType = {
  readonly name: string
  readonly slug: string
  /** The first month in which it was used; null from the beginning, December 2010. */
  readonly from: Month | null
  /** The last month in which it was used; null while it is. */
  readonly until: Month | null
  /** The months from which it does not mean what it meant before, and why. */
  readonly breaks: readonly TypeBreak[]
}

/** From which day on a kind of crime is not counted as before, and why. */
export type TypeBreak = { readonly startsOn: IsoDate; readonly reason: string }

const IN_2011 = isoDate('2011-09-01')
const IN_2013 = isoDate('2013-05-01')

const from2011 = { from: '2011-09', until: null }
const from2013 = { from: '2013-05', until: null }
const always = { from: null, until: null }
const divided = (names: string): TypeBreak => ({
  startsOn: IN_2011,
  reason: `${names} were counted as Other crime until August 2011`,
})
const splitOut = {
  startsOn: IN_2013,
  reason: 'Bicycle theft and Theft from the person were counted here until April 2013',
}

/**
 * The kinds of crime of data.police.uk: six until August 2011, 11 until April 2013, 14 since. Months of 2013 may hold
 * both of the later lists, since forces changed over at different times.
 */
export const CRIME_TYPES: readonly CrimeType[] = [
  { name: ASB, slug: 'anti-social-behaviour', ...always, breaks: [] },
  { name: 'Bicycle theft', slug: 'bicycle-theft', ...from2013, breaks: [] },
  { name: 'Burglary', slug: 'burglary', ...always, breaks: [] },
  { name: 'Criminal damage and arson', slug: 'criminal-damage-arson', ...from2011, breaks: [] },
  { name: 'Drugs', slug: 'drugs', ...from2011, breaks: [] },
  {
    name: 'Other crime',
    slug: 'other-crime',
    ...always,
    breaks: [divided('Criminal damage, drugs, other theft, public order, weapons and shoplifting')],
  },
  { name: 'Other theft', slug: 'other-theft', ...from2011, breaks: [splitOut] },
  {
    name: 'Possession of weapons',
    slug: 'possession-of-weapons',
    ...from2013,
    breaks: [],
  },
  { name: 'Public order', slug: 'public-order', ...from2013, breaks: [] },
  { name: 'Robbery', slug: 'robbery', ...always, breaks: [] },
  { name: 'Shoplifting', slug: 'shoplifting', ...from2011, breaks: [] },
  { name: 'Theft from the person', slug: 'theft-from-the-person', ...from2013, breaks: [] },
  { name: 'Vehicle crime', slug: 'vehicle-crime', ...always, breaks: [] },
  { name: 'Violence and sexual offences', slug: 'violent-crime', ...from2013, breaks: [] },
  { name: 'Violent crime', slug: 'violent-crime-until-2013', from: null, until: '2013-04', breaks: [] },
  {
    name: 'Public disorder and weapons',
    slug: 'public-disorder-weapons',
    from: '2011-09',
    until: '2013-04',
    breaks: [],
  },
]

/** The kinds in use in a month. */
export function crimeTypesIn(month: Month): CrimeType[] {
  return CRIME_TYPES.filter(({ from, until }) => (from ?? '') <= month && month <= (until ?? '9999'))
}

/** Of which kind a name or slug is, however it is written; undefined for one that nobody publishes. */
export function crimeTypeNamed(text: string): CrimeType | undefined {
  const [written, asked] = [text.trim().toLowerCase(), plainName(text)]
  return CRIME_TYPES.find(({ slug }) => slug === written) ?? CRIME_TYPES.find(({ name }) => plainName(name) === asked)
}

/** The kinds whose names are nearest to a name that is none of them. */
export function nearestTypes(text: string): string[] {
  return nearestNames(
    text,
    CRIME_TYPES.filter(({ until }) => until === null).map(({ name }) => name),
  )
}

/**
 * The days on which a series of these kinds breaks. Kinds that were only divided among each other do not break when all
 * of them are counted together: without any named, all are.
 */
export function breaksOfTypes(names: readonly string[]): TypeBreak[] {
  if (names.length === 0) return []
  const asked = new Set(names)
  const own = CRIME_TYPES.filter(({ name }) => asked.has(name))
  const begun = own.flatMap(({ name, from }): TypeBreak[] => {
    if (from === null) return []
    const startsOn = from === '2011-09' ? IN_2011 : IN_2013
    return [
      { startsOn, reason: `${name} is counted by itself from ${from === '2011-09' ? 'September 2011' : 'May 2013'}` },
    ]
  })
  const all = [...own.flatMap(({ breaks }) => breaks), ...begun].filter((each) => !isKeptWhole(each, asked))
  return [...new Map(all.map((each) => [each.startsOn, each])).values()].sort((a, b) =>
    a.startsOn < b.startsOn ? -1 : 1,
  )
}

/** What was divided in 2013, with what came of it: counted all together the series goes on. */
const DIVISIONS: readonly (readonly [IsoDate, readonly string[]])[] = [
  [IN_2013, ['Other theft', 'Bicycle theft', 'Theft from the person']],
  [IN_2013, ['Violent crime', 'Violence and sexual offences']],
  [IN_2013, ['Public disorder and weapons', 'Public order', 'Possession of weapons']],
]

function isKeptWhole({ startsOn }: TypeBreak, asked: ReadonlySet<string>): boolean {
  const touched = DIVISIONS.filter(([day, names]) => day === startsOn && names.some((name) => asked.has(name)))
  return touched.length > 0 && touched.every(([, names]) => names.every((name) => asked.has(name)))
}
