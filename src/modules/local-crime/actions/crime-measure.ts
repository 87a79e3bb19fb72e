import type { MeasureDraft } from '#modules/measures/index.js'
import type { CrimeType, OwnForce } from '#modules/police-data/index.js'
import type { Place } from '../domain/place.js'

/** The publisher of police records. */
export const SOURCE = 'data.police.uk, street-level files'
export const SOURCE_URL = 'https://data.police.uk/data/'

/** Said of a month whose file is not there. */
export const MISSING_MONTH = 'The force’s file of this month is not there'

/** Said wherever places are counted. */
export const POINTS =
  'Places are approximate: each crime is moved to the nearest of a fixed list of map points before it is published.'

/** Said wherever all of the crimes are counted. */
export const CAVEAT =
  'Records that were later cancelled or recorded as something else stay in, so totals read 2% to 3% higher than the Home Office’s. A rise can mean more crime, more reporting or better recording.'

/** What is counted on a page of local crime, in the words of a measure. */
export function crimeMeasure(force: OwnForce, place: Place, type: CrimeType | undefined): MeasureDraft {
  const what = type ? type.name.toLowerCase() : 'crime'
  return {
    ...common(force, place),
    title: type ? `${type.name} in ${place.name}` : `Crime in ${place.name}`,
    definition: `Records of ${what} in the street-level files of the month${type ? '' : ', without anti-social behaviour'}.`,
    unitLabel: unitOf(type),
  }
}

/** Anti-social behaviour: incidents, told apart from crime. */
export function asbMeasure(force: OwnForce, place: Place): MeasureDraft {
  return {
    ...common(force, place),
    title: `Anti-social behaviour in ${place.name}`,
    definition: 'Incidents of anti-social behaviour in the street-level files of the month.',
    unitLabel: 'incidents',
  }
}

/** The crimes of a kind as they follow a number. */
const UNITS: Readonly<Record<string, string>> = {
  burglary: 'burglaries',
  'bicycle-theft': 'bicycle thefts',
  'criminal-damage-arson': 'crimes of criminal damage and arson',
  drugs: 'drug crimes',
  'other-crime': 'other crimes',
  'other-theft': 'other thefts',
  'possession-of-weapons': 'crimes of possession of weapons',
  'public-order': 'public order crimes',
  robbery: 'robberies',
  shoplifting: 'crimes of shoplifting',
  'theft-from-the-person': 'thefts from the person',
  'vehicle-crime': 'vehicle crimes',
  'violent-crime': 'crimes of violence and sexual offences',
  'anti-social-behaviour': 'incidents',
}

/** What a question counts, as it follows a number: "crimes", "burglaries". */
export function unitOf(type: CrimeType | undefined): string {
  return type ? (UNITS[type.slug] ?? `records of ${type.name.toLowerCase()}`) : 'crimes'
}

function common({ name }: OwnForce, place: Place): Omit<MeasureDraft, 'title' | 'definition' | 'unitLabel'> {
  return {
    ...{ unit: 'count', polarity: 'neither', frequency: 'month', denominator: '', isHeadline: false },
    numerator: `Records of ${name}`,
    source: SOURCE,
    sourceUrl: SOURCE_URL,
    owner: name,
    geography: `${place.name} (${place.code})`,
    caveat: CAVEAT,
  }
}
