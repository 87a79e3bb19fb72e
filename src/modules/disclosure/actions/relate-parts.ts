import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { sumsOfMeasures } from '../data/disclosure.queries.js'
import { replaceParts } from '../data/disclosure.store.js'
import type { Sum } from '../domain/releases.js'

/** Why measures cannot be parts of another. */
export type PartsRefusal = { readonly code: 'part-of-itself' }

/** Says of which measures another is the sum, so that a small part cannot be worked out of the others. None takes it back. */
export async function relateParts(deps: Deps, actor: Actor, { whole, parts }: Sum): Promise<Result<Sum, PartsRefusal>> {
  requirePermission(actor, 'disclosure:decide')
  if (parts.includes(whole)) return err({ code: 'part-of-itself' })
  await deps.db.transaction(async (tx) => {
    const before = (await sumsOfMeasures(tx)).find((each) => each.whole === whole)?.parts ?? []
    await replaceParts(tx, { whole, parts }, { recordedAt: deps.now().toISOString(), recordedBy: actor.name })
    const detail = { before, after: parts }
    await deps.audit(tx, actor, { action: 'disclosure.relate-parts', subject: `measures.measure:${whole}`, detail })
  })
  return ok({ whole, parts })
}
