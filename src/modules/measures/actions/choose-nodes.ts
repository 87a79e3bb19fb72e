import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { unknownNodes } from './unknown-nodes.js'

/** The places in plans that a measure informs from now on. */
export type NodesRequest = {
  readonly measureId: string
  readonly version: number
  readonly nodeIds: readonly string[]
}

/** Says which places in plans a measure informs. */
export async function chooseNodes(
  deps: Deps,
  actor: Actor,
  { measureId, version, nodeIds }: NodesRequest,
): Promise<Result<null, { readonly code: 'unknown-nodes' }>> {
  requirePermission(actor, 'measures:edit')
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, measureId), 'There is no such measure')
    if ((await unknownNodes(tx, nodeIds)).length > 0) return err({ code: 'unknown-nodes' })
    await saveMeasure(tx, { ...measure, nodeIds, version })
    const detail = { before: measure.nodeIds, after: nodeIds }
    await deps.audit(tx, actor, { action: 'measures.choose-nodes', subject: subjectOf(measureId), detail })
    return ok(null)
  })
}
