import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { insertArea } from '../data/body.store.js'
import { areasOf } from '../data/place.queries.js'
import type { Area } from '../domain/body.js'
import { isBackwards, type TermRefusal } from '../domain/term.js'

/** An area to add to a body. */
export type AreaRequest = Omit<Area, 'id'> & { readonly bodyId: string }

/** Adds a police area, district or community safety partnership, for the days that it exists. */
export async function addArea(
  deps: Deps,
  actor: Actor,
  { bodyId, kind, code, name, from, until }: AreaRequest,
): Promise<Result<Area, TermRefusal | { readonly code: 'already-there' }>> {
  requirePermission(actor, 'body:manage')
  if (isBackwards({ from, until })) return err({ code: 'ends-before-it-begins' })
  return deps.db.transaction(async (tx) => {
    found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const there = await areasOf(tx, bodyId, from)
    if (there.some((each) => each.kind === kind && each.code === code)) return err({ code: 'already-there' })
    const area: Area = { id: deps.newId(), kind, code, name, from, until }
    await insertArea(tx, bodyId, area)
    await deps.audit(tx, actor, { action: 'body.add-area', subject: `body.area:${area.id}`, detail: area })
    return ok(area)
  })
}
