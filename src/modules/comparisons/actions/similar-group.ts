import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import { allGroups, membersOf } from '../data/comparisons.queries.js'
import { type ComparisonGroup, membersOn } from '../domain/group.js'

/** A group that the public may see, and who beside us belongs to it on a day. */
export type SimilarGroup = { readonly group: ComparisonGroup; readonly codes: readonly string[] }

/**
 * The areas that are most like ours on a day: of the first most similar group that may be published, else of the
 * neighbours that the office chose; null where neither is entered.
 */
export async function similarGroupOn(db: Db, own: string, day: IsoDate): Promise<SimilarGroup | null> {
  const groups = (await allGroups(db)).filter(({ kind, isPublishable }) => isPublishable && kind !== 'national')
  for (const group of groups) {
    const codes = membersOn(await membersOf(db, group.id), day).map(({ areaCode }) => areaCode)
    const others = codes.filter((code) => code !== own)
    if (others.length > 0) return { group, codes: others }
  }
  return null
}
