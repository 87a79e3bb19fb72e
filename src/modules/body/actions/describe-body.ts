import type { IsoDate } from '#kernel/dates.js'
import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord, descriptionsOf } from '../data/body.queries.js'
import { saveBody, saveHistory } from '../data/body.store.js'
import type { DatedDescription, Description } from '../domain/body.js'
import { type DescribeRefusal, describeFrom, descriptionOn, wordsOf } from '../domain/describing.js'

/** New words for a body from a day; `version` is the one that was read. */
export type DescribeRequest = {
  readonly bodyId: string
  readonly version: number
  readonly from: IsoDate
  readonly description: Description
}

/** Changes a body's name, type or titles from a day. What it was called before stays on record. */
export async function describeBody(
  deps: Deps,
  actor: Actor,
  { bodyId, version, from, description }: DescribeRequest,
): Promise<Result<DatedDescription, DescribeRefusal>> {
  requirePermission(actor, 'body:manage')
  return deps.db.transaction(async (tx) => {
    const body = found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const before = await descriptionsOf(tx, bodyId)
    const history = describeFrom(before, { ...description, id: deps.newId() }, from)
    if (!history.ok) return history
    await saveBody(tx, { ...body, version })
    await saveHistory(tx, bodyId, history.value)
    const previous = descriptionOn(before, from)
    await deps.audit(tx, actor, {
      action: 'body.describe-body',
      subject: `body.body:${bodyId}`,
      detail: { from, before: previous ? wordsOf(previous) : null, after: wordsOf(description) },
    })
    return ok(found(descriptionOn(history.value, from)))
  })
}
