import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

/**
 * What makes areas a group: the inspectorate's most similar group, neighbours that the office chose, or the whole
 * nation. The first that there is stands on a page first.
 */
export const GROUP_KINDS = ['most-similar-group', 'neighbours', 'national'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** What the office says of a group of areas. */
export type GroupDescription = {
  readonly kind: GroupKind
  readonly name: string
  /** Who says that these areas belong together, and where. */
  readonly source: string
  readonly sourceUrl: string | null
  /** Whether the public may see it. Figures of some peer groups are for forces and offices only. */
  readonly isPublishable: boolean
}

/** A group of areas. `version` goes up by one on every save. */
export type ComparisonGroup = GroupDescription & {
  readonly id: string
  readonly slug: string
  readonly version: number
}

/** An area that belongs to a group from its first day to its last, both included. */
export type Member = {
  readonly id: string
  readonly areaCode: string
  readonly areaName: string
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** Those who belong to the group on a day. */
export function membersOn(members: readonly Member[], day: IsoDate): Member[] {
  return members.filter(({ from, until }) => from <= day && (until === null || day <= until))
}

/** Why an area cannot belong to a group for the days that were given. */
export type MemberRefusal =
  | { readonly code: 'no-such-area' }
  | { readonly code: 'ends-before-it-begins' }
  | { readonly code: 'already-there' }

/** An area belongs to a group once on any day: it may leave and come back, and never be there twice. */
export function checkMember(others: readonly Member[], member: Omit<Member, 'areaName'>): Result<true, MemberRefusal> {
  const { id, areaCode, from, until } = member
  if (until !== null && until < from) return err({ code: 'ends-before-it-begins' })
  const isThere = others.some(
    (other) =>
      other.id !== id &&
      other.areaCode === areaCode &&
      (until === null || other.from <= until) &&
      (other.until === null || from <= other.until),
  )
  return isThere ? err({ code: 'already-there' }) : ok(true)
}
