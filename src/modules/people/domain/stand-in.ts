import type { IsoDate } from '#kernel/dates.js'
import { type Account, rolesOn, sideOf } from './account.js'

/** Somebody who may act for another while they are away, on these days. */
export type StandIn = {
  readonly id: string
  /** Who is away. */
  readonly accountId: string
  /** Who acts for them. */
  readonly standInId: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly endedAt: string | null
}

/** Why somebody may not act for another. */
export type StandInRefusal = {
  readonly code: 'not-oneself' | 'not-active' | 'another-side' | 'ends-before' | 'is-over' | 'too-long'
}

/** An absence has an end: at most half a year at a time. */
const MOST_DAYS = 184

/** Whether one may act for another on these days, and if not, why: both must sit on the same side of the table. */
export function problemWithStandIn(
  { away, standIn }: { readonly away: Account; readonly standIn: Account },
  { from, until, today }: { readonly from: IsoDate; readonly until: IsoDate; readonly today: IsoDate },
): StandInRefusal | undefined {
  if (away.id === standIn.id) return { code: 'not-oneself' }
  if (!away.isActive || !standIn.isActive) return { code: 'not-active' }
  if (until < from) return { code: 'ends-before' }
  if (until < today) return { code: 'is-over' }
  if (Date.parse(until) - Date.parse(from) > MOST_DAYS * 86_400_000) return { code: 'too-long' }
  return isSameSide(away, standIn, today) ? undefined : { code: 'another-side' }
}

/** Whether somebody could act for another at all, to offer them. */
export function mayEverStandIn(away: Account, standIn: Account, today: IsoDate): boolean {
  return away.id !== standIn.id && standIn.isActive && isSameSide(away, standIn, today)
}

/** Whether one may act for the other today: it is the day, and both are still who they were. */
export function isStandingIn(
  { from, until, endedAt }: StandIn,
  { away, standIn }: { readonly away: Account; readonly standIn: Account },
  today: IsoDate,
): boolean {
  return endedAt === null && from <= today && today <= until && away.isActive && isSameSide(away, standIn, today)
}

/** The same side, and the same body when they speak for one: nobody sees more through another than their own side may. */
function isSameSide(away: Account, standIn: Account, today: IsoDate): boolean {
  const sides = (account: Account) => [...new Set(rolesOn(account, today).map(sideOf))].toSorted().join(' ')
  return sides(away) === sides(standIn) && sides(away) !== '' && away.organisationId === standIn.organisationId
}
