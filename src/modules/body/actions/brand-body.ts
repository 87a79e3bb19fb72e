import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { saveBody } from '../data/body.store.js'
import { brandColour, type ColourRefusal } from '../domain/brand.js'

/** How the office's pages look and what they all say; `version` is the one that was read. */
export type BrandRequest = {
  readonly bodyId: string
  readonly version: number
  readonly brandColour: string
  /** A line under the header of every page; empty for none. */
  readonly notice: string
}

/** Changes the office's colour, which must be readable on white, and the notice on every page. */
export async function brandBody(
  deps: Deps,
  actor: Actor,
  request: BrandRequest,
): Promise<Result<{ brandColour: string }, ColourRefusal>> {
  requirePermission(actor, 'body:manage')
  const colour = brandColour(request.brandColour)
  if (!colour.ok) return colour
  return deps.db.transaction(async (tx) => {
    const body = found(await bodyRecord(tx, request.bodyId))
    const after = { brandColour: colour.value, notice: request.notice.trim() || null }
    await saveBody(tx, { ...body, ...after, version: request.version })
    await deps.audit(tx, actor, {
      action: 'body.brand-body',
      subject: `body.body:${body.id}`,
      detail: { before: { brandColour: body.brandColour, notice: body.notice }, after },
    })
    return ok({ brandColour: colour.value })
  })
}
