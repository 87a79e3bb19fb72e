import { ok, type Result } from '#kernel/result.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { MarkKind } from '../data/marks.queries.js'
import { withdrawMarkRow } from '../data/marks.store.js'
import { type Said, type SaidRefusal, sayOfSeries } from './who-says.js'

/** Which break, rebase or target is taken back. */
export type WithdrawMarkRequest = Said & { readonly kind: MarkKind; readonly markId: string }

/** Takes back a break, a rebase or a target. As known on the days that it stood, it still stands. */
export async function withdrawMark(
  deps: Deps,
  actor: Actor,
  request: WithdrawMarkRequest,
): Promise<Result<null, SaidRefusal>> {
  const { kind, markId: id, measureId } = request
  return sayOfSeries(deps, actor, { said: request, action: `measures.withdraw-${kind}` }, async (tx, _, recorded) => {
    const { reason, knownOn: on, recordedBy: by } = recorded
    await withdrawMarkRow(tx, { kind, id, measureId }, { reason, on, by })
    return ok({ value: null, detail: { [kind]: id } })
  })
}
