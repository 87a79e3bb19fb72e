import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { measureById } from '../data/measures.queries.js'
import { subjectOf } from '../data/measures.store.js'
import type { Measure } from '../domain/measure.js'
import type { Recorded } from '../domain/series-marks.js'

/** What is said of a series must have a reason and somebody who says it; at the command line, `by` names them. */
export type Said = { readonly measureId: string; readonly reason: string; readonly by?: string | undefined }

/** Why nothing is recorded: no reason is given, or nobody is named. */
export type SaidRefusal = { readonly code: 'no-reason' } | { readonly code: 'no-name' }

/** Who says it: the person signed in, or whoever the command line names. */
function whoSays(actor: Actor, { reason, by = '' }: Said): Result<string, SaidRefusal> {
  if (reason.trim() === '') return err({ code: 'no-reason' })
  const name = actor.kind === 'person' ? actor.name : by.trim()
  return name === '' ? err({ code: 'no-name' }) : ok(name)
}

type Work<T, E> = (
  tx: Tx,
  measure: Measure,
  recorded: Omit<Recorded, 'startsOn'>,
) => Promise<Result<{ readonly value: T; readonly detail: Readonly<Record<string, string | number | null>> }, E>>

/** Records something that a named person says of a series, with its line of the audit trail, in one transaction. */
export async function sayOfSeries<T, E>(
  deps: Deps,
  actor: Actor,
  { said, action }: { readonly said: Said; readonly action: string },
  work: Work<T, E>,
): Promise<Result<T, E | SaidRefusal>> {
  requirePermission(actor, 'measures:edit')
  const who = whoSays(actor, said)
  if (!who.ok) return who
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, said.measureId), 'There is no such measure')
    const { measureId, reason } = said
    const when = { knownOn: deps.today(), recordedAt: deps.now().toISOString(), recordedBy: who.value }
    const done = await work(tx, measure, { id: deps.newId(), measureId, reason: reason.trim(), ...when })
    if (!done.ok) return done
    const detail = { slug: measure.slug, reason, by: who.value, ...done.value.detail }
    await deps.audit(tx, actor, { action, subject: subjectOf(measureId), detail })
    return ok(done.value.value)
  })
}
