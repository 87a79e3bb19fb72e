import type { IsoDate } from '#kernel/dates.js'
import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { ComparisonGroup, GroupDescription, Member } from '../domain/group.js'
import type { ComparisonsTables } from './comparisons.tables.js'

/** How a group is named in the audit trail and when two people save at once. */
export const groupSubject = (groupId: string) => `comparisons.group:${groupId}`

/** Adds a group. */
export async function insertGroup(tx: Tx, group: ComparisonGroup): Promise<void> {
  const { id, slug, version } = group
  await writing<ComparisonsTables>(tx)
    .insertInto('comparisons_group')
    .values({ id, slug, version, ...columnsOf(group) })
    .execute()
}

/** Saves a group only if nobody else has since `group` was read. */
export async function saveGroup(tx: Tx, group: ComparisonGroup): Promise<void> {
  const { numUpdatedRows } = await writing<ComparisonsTables>(tx)
    .updateTable('comparisons_group')
    .set({ ...columnsOf(group), version: group.version + 1 })
    .where('id', '=', group.id)
    .where('version', '=', group.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(groupSubject(group.id))
}

/** Adds an area to a group. */
export async function insertMember(tx: Tx, groupId: string, member: Omit<Member, 'areaName'>): Promise<void> {
  const { id, areaCode, from, until } = member
  await writing<ComparisonsTables>(tx)
    .insertInto('comparisons_member')
    .values({ id, group_id: groupId, area_code: areaCode, starts_on: from, ends_on: until })
    .execute()
}

/** Sets or takes away the last day of a member. */
export async function saveMemberLastDay(tx: Tx, memberId: string, until: IsoDate | null): Promise<void> {
  await writing<ComparisonsTables>(tx)
    .updateTable('comparisons_member')
    .set({ ends_on: until })
    .where('id', '=', memberId)
    .execute()
}

function columnsOf({ kind, name, source, sourceUrl, isPublishable }: GroupDescription) {
  return { kind, name, source, source_url: sourceUrl, is_publishable: isPublishable ? 1 : 0 }
}
