import type { AreaKind, OrganisationKind } from './body.js'

/** What several areas of a kind are called together. */
export const AREA_KIND_WORDS: Readonly<Record<AreaKind, string>> = {
  'police-area': 'Police area',
  district: 'Districts',
  'community-safety-partnership': 'Community safety partnerships',
}

/** What kind of organisation one is. */
export const ORGANISATION_KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
  office: 'The office',
  force: 'Police force',
  council: 'Council',
  partnership: 'Partnership',
  'criminal-justice': 'Criminal justice agency',
  health: 'Health body',
  fire: 'Fire and rescue service',
  charity: 'Charity or voluntary body',
  other: 'Other',
}
