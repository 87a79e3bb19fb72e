import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord, descriptionsOf, hasBody } from '../data/body.queries.js'
import { insertBody, saveBody, saveHistory } from '../data/body.store.js'
import type { Description } from '../domain/body.js'
import { brandColour, type ColourRefusal } from '../domain/brand.js'
import { describeFrom, type EndRefusal, endBefore } from '../domain/describing.js'

/** A body to found. `succeeds` names the body whose functions it takes over on its first day. */
export type FoundRequest = {
  readonly description: Description
  readonly from: IsoDate
  readonly brandColour: string
  readonly notice?: string | null
  readonly demonstrationOn?: IsoDate | null
  readonly succeeds?: string
}

/** Why a body was not founded: a register serves one body at a time. */
export type FoundRefusal = { readonly code: 'another-body-stands' } | EndRefusal | ColourRefusal

/** Founds the body that this office serves: the first, or the successor of the one before, whose history stays. */
export async function foundBody(
  deps: Deps,
  actor: Actor,
  request: FoundRequest,
): Promise<Result<{ id: string }, FoundRefusal>> {
  requirePermission(actor, 'body:manage')
  const colour = brandColour(request.brandColour)
  if (!colour.ok) return colour
  const id = deps.newId()
  return deps.db.transaction(async (tx) => {
    if (request.succeeds === undefined && (await hasBody(tx))) return err({ code: 'another-body-stands' })
    const { demonstrationOn = null, notice = null, from } = request
    const before = await endOfPredecessor(tx, request)
    if (!before.ok) return before
    await insertBody(tx, { id, brandColour: colour.value, notice, demonstrationOn })
    const history = describeFrom([], { ...request.description, id: deps.newId() }, from)
    if (history.ok) await saveHistory(tx, id, history.value)
    if (before.value) {
      await saveBody(tx, { ...before.value.body, successorId: id })
      await saveHistory(tx, before.value.body.id, before.value.history)
    }
    const detail = { ...request.description, from, succeeds: request.succeeds ?? null }
    await deps.audit(tx, actor, { action: 'body.found-body', subject: `body.body:${id}`, detail })
    return ok({ id })
  })
}

/** The predecessor with its last description ended, or nothing for a first body. */
async function endOfPredecessor(tx: Tx, { succeeds, from }: FoundRequest) {
  if (succeeds === undefined) return ok(undefined)
  const body = found(await bodyRecord(tx, succeeds), `There is no body ${succeeds}`)
  if (body.successorId !== null) return err({ code: 'ended-already' } as const)
  const history = endBefore(await descriptionsOf(tx, succeeds), from)
  return history.ok ? ok({ body, history: history.value }) : history
}
