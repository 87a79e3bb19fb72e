import type { IsoDate } from '#kernel/dates.js'

/** The kinds of local policing body (Police Reform and Social Responsibility Act 2011 and the orders made since). */
export const BODY_TYPES = ['pcc', 'pfcc', 'mopac', 'mayor', 'policing-and-crime-board'] as const
export type BodyType = (typeof BODY_TYPES)[number]

/** What the law calls each kind of body. */
export const BODY_TYPE_NAMES: Readonly<Record<BodyType, string>> = {
  pcc: 'Police and crime commissioner',
  pfcc: 'Police, fire and crime commissioner',
  mopac: 'Mayor’s office for policing and crime',
  mayor: 'Mayor with policing functions',
  'policing-and-crime-board': 'Policing and crime board',
}

/** What a body is called and which titles it uses. Pages and reports take every title from here. */
export type Description = {
  readonly type: BodyType
  /** In full: "Police and Crime Commissioner for Wessex". */
  readonly name: string
  /** The place alone, for headers: "Wessex". */
  readonly shortName: string
  /** The staff's own organisation: "Office of the Police and Crime Commissioner". */
  readonly officeName: string
  /** "Commissioner", "Mayor", "Chair". */
  readonly officeHolderTitle: string
  readonly deputyTitle: string
  /** "Chief Constable", "Commissioner of Police of the Metropolis". */
  readonly chiefOfficerTitle: string
  /** "Wessex Police and Crime Panel". */
  readonly scrutinyPanelName: string
}

/** The days on which something holds, both included; no last day while it still holds. */
export type Term = { readonly from: IsoDate; readonly until: IsoDate | null }

/** A description with the days for which it holds. */
export type DatedDescription = Description & Term & { readonly id: string }

/** What a body keeps whatever it is called. `version` goes up by one on every save. */
export type BodyRecord = {
  readonly id: string
  /** The body that took over its functions, if one has. */
  readonly successorId: string | null
  /** `#rrggbb`, at least 4.5:1 on white. */
  readonly brandColour: string
  /** Shown under the header of every page. */
  readonly notice: string | null
  /** The day as at which an example office is shown; null for a real office. */
  readonly demonstrationOn: IsoDate | null
  readonly version: number
}

/** The local policing body that an office serves, as described on one day. */
export type LocalPolicingBody = Description & BodyRecord

/** The police force that the body holds to account. */
export type PoliceForce = { readonly id: string; readonly name: string; readonly shortName: string }

export const AREA_KINDS = ['police-area', 'district', 'community-safety-partnership'] as const
export type AreaKind = (typeof AREA_KINDS)[number]

/** A police area, a district within it, or a community safety partnership, with its official code. */
export type Area = Term & {
  readonly id: string
  readonly kind: AreaKind
  /** The Office for National Statistics' code: "E23000023". */
  readonly code: string
  readonly name: string
}

export const ORGANISATION_KINDS = [
  'office',
  'force',
  'council',
  'partnership',
  'criminal-justice',
  'health',
  'fire',
  'charity',
  'other',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Anyone who can lead or support part of the plan: the office, the force, councils, partnerships, charities. */
export type Organisation = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
}

/** What an official code of an area looks like: a letter for the nation and eight digits. */
export const AREA_CODE = /^[EW]\d{8}$/

/** Whether something holds on a day. */
export function holdsOn({ from, until }: Term, day: IsoDate): boolean {
  return from <= day && (until === null || day <= until)
}

const byName = new Intl.Collator('en-GB', { numeric: true })
const FIRST: readonly OrganisationKind[] = ['office', 'force']

/** The order in which organisations are offered: the office, then forces, then everyone else by name. */
export function inOrder<T extends Organisation>(organisations: readonly T[]): T[] {
  const place = ({ kind }: Organisation) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length)
  return organisations.toSorted(
    (a, b) => place(a) - place(b) || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  )
}

/** The body and every body before it whose functions it has taken over, itself first. */
export function lineOf(bodies: readonly { id: string; successorId: string | null }[], bodyId: string): string[] {
  const line = [bodyId]
  for (const id of line) {
    const before = bodies.filter((body) => body.successorId === id && !line.includes(body.id))
    line.push(...before.map((body) => body.id))
  }
  return line
}
