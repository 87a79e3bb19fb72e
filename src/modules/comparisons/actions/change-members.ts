import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { allComparedAreas, groupById, membersOf } from '../data/comparisons.queries.js'
import { groupSubject, insertMember, saveMemberLastDay } from '../data/comparisons.store.js'
import { areaNamed } from '../domain/area.js'
import { checkMember, type Member, type MemberRefusal } from '../domain/group.js'

/** An area, by its code or name, that belongs to a group from a day. */
export type MemberRequest = {
  readonly groupId: string
  readonly area: string
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** Adds an area to a group for the days that it belongs to it. */
export async function addMember(
  deps: Deps,
  actor: Actor,
  { groupId, area, from, until }: MemberRequest,
): Promise<Result<Member, MemberRefusal>> {
  requirePermission(actor, 'comparisons:manage')
  return deps.db.transaction(async (tx) => {
    found(await groupById(tx, groupId), `There is no group ${groupId}`)
    const named = areaNamed(await allComparedAreas(tx), area)
    if (!named) return err({ code: 'no-such-area' })
    const member: Member = { id: deps.newId(), areaCode: named.code, areaName: named.name, from, until }
    const checked = checkMember(await membersOf(tx, groupId), member)
    if (!checked.ok) return checked
    await insertMember(tx, groupId, member)
    await deps.audit(tx, actor, { action: 'comparisons.add-member', subject: groupSubject(groupId), detail: member })
    return ok(member)
  })
}

/** The last day of a member, or null; `wasRead` is the one that was read, or "none". */
export type LastDayRequest = {
  readonly groupId: string
  readonly memberId: string
  readonly wasRead: string
  readonly until: IsoDate | null
}

/** Ends an area's time in a group after a day, or puts its last day right. Comparisons of earlier periods keep it. */
export async function setMemberLastDay(
  deps: Deps,
  actor: Actor,
  { groupId, memberId, wasRead, until }: LastDayRequest,
): Promise<Result<Member, MemberRefusal>> {
  requirePermission(actor, 'comparisons:manage')
  return deps.db.transaction(async (tx) => {
    const members = await membersOf(tx, groupId)
    const before = found(
      members.find(({ id }) => id === memberId),
      `There is no member ${memberId}`,
    )
    if ((before.until ?? 'none') !== wasRead) throw new Conflict(groupSubject(groupId))
    const after = { ...before, until }
    const checked = checkMember(members, after)
    if (!checked.ok) return checked
    await saveMemberLastDay(tx, memberId, until)
    const detail = { area: before.areaCode, before: before.until, after: until }
    await deps.audit(tx, actor, { action: 'comparisons.set-last-day', subject: groupSubject(groupId), detail })
    return ok(after)
  })
}
