import type { IsoDate } from '#kernel/dates.js'
import type { Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { saveLastDay } from '../data/body.store.js'
import { entriesOf } from '../data/place.queries.js'
import { type Entry, type EntryKind, type LastDayRefusal, versionOf, withLastDay } from '../domain/entry.js'

/**
 * Until when something is there: `until` is its last day, or null. `wasRead` is the
 * last day that was read, or "none": whoever read another is told that somebody saved first.
 */
export type LastDayRequest = {
  readonly bodyId: string
  readonly kind: EntryKind
  readonly id: string
  readonly wasRead: string
  readonly until: IsoDate | null
}

/** Ends an organisation, an area or a force after a day, or puts its last day right. Its name and past stay. */
export async function setLastDay(
  deps: Deps,
  actor: Actor,
  { bodyId, kind, id, wasRead, until }: LastDayRequest,
): Promise<Result<Entry, LastDayRefusal>> {
  requirePermission(actor, 'body:manage')
  return deps.db.transaction(async (tx) => {
    const entries = await entriesOf(tx, kind, bodyId)
    const entry = found(
      entries.find((each) => each.id === id),
      `There is no ${kind} ${id}`,
    )
    if (versionOf(entry) !== wasRead) throw new Conflict(`body.${kind}:${id}`)
    const result = withLastDay(entries, entry, until)
    if (!result.ok) return result
    await saveLastDay(tx, result.value, entry.until)
    await deps.audit(tx, actor, {
      action: 'body.set-last-day',
      subject: `body.${kind}:${id}`,
      detail: { name: entry.name, before: entry.until, after: until },
    })
    return result
  })
}
