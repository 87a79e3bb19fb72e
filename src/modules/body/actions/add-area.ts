import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { insertArea } from '../data/body.store.js'
import { entriesOf } from '../data/place.queries.js'
import type { Area } from '../domain/body.js'
import { type AddRefusal, areaEntry, checkNew } from '../domain/entry.js'

/** An area to add to a body. */
export type AreaRequest = Omit<Area, 'id'> & { readonly bodyId: string }

/** Adds a police area, district or community safety partnership, for the days that it exists. */
export async function addArea(
  deps: Deps,
  actor: Actor,
  { bodyId, kind, code, name, from, until }: AreaRequest,
): Promise<Result<Area, AddRefusal>> {
  requirePermission(actor, 'body:manage')
  return deps.db.transaction(async (tx) => {
    found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const area: Area = { id: deps.newId(), kind, code, name, from, until }
    const checked = checkNew(await entriesOf(tx, 'area', bodyId), areaEntry(area))
    if (!checked.ok) return checked
    await insertArea(tx, bodyId, area)
    await deps.audit(tx, actor, { action: 'body.add-area', subject: `body.area:${area.id}`, detail: area })
    return ok(area)
  })
}
