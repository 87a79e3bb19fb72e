import type { AreaKind, OrganisationKind } from './body.js'
import type { EntryKind } from './entry.js'

/** What several areas of a kind are called together. */
export const AREA_KIND_WORDS: Readonly<Record<AreaKind, string>> = {
  'police-area': 'Police area',
  district: 'Districts',
  'community-safety-partnership': 'Community safety partnerships',
}

/** What one area of a kind is called. */
export const ONE_AREA_WORDS: Readonly<Record<AreaKind, string>> = {
  'police-area': 'Police area',
  district: 'District',
  'community-safety-partnership': 'Community safety partnership',
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

/** What one entry of the record is. */
export const ENTRY_WORDS: Readonly<Record<EntryKind, string>> = {
  organisation: 'Organisation',
  area: 'Area',
  force: 'Police force',
}
