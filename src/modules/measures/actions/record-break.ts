import type { IsoDate } from '#kernel/dates.js'
import { ok, type Result } from '#kernel/result.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { marksOf } from '../data/marks.queries.js'
import { acknowledgeBreakRow, insertBreak } from '../data/marks.store.js'
import type { BreakKind, SeriesBreak } from '../domain/series-marks.js'
import { type Said, type SaidRefusal, sayOfSeries } from './who-says.js'

/** From which day on figures are not like those before, and why. */
export type BreakRequest = Said & { readonly startsOn: IsoDate; readonly kind: BreakKind }

/** Records that a series breaks: from then on no line and no comparison crosses that day. */
export async function recordBreak(
  deps: Deps,
  actor: Actor,
  request: BreakRequest,
): Promise<Result<SeriesBreak, SaidRefusal>> {
  const { startsOn, kind } = request
  return sayOfSeries(deps, actor, { said: request, action: 'measures.record-break' }, async (tx, _, recorded) => {
    const mark: SeriesBreak = { ...recorded, startsOn, kind, acknowledgement: null }
    await insertBreak(tx, mark)
    return ok({ value: mark, detail: { break: mark.id, startsOn, kind } })
  })
}

/** Records in writing why figures across a break may be compared all the same. It is shown with every such comparison. */
export async function acknowledgeBreak(
  deps: Deps,
  actor: Actor,
  request: Said & { readonly breakId: string },
): Promise<Result<null, SaidRefusal>> {
  const { breakId, measureId } = request
  return sayOfSeries(deps, actor, { said: request, action: 'measures.acknowledge-break' }, async (tx, _, recorded) => {
    const marks = (await marksOf(tx, [measureId])).get(measureId)
    found(
      marks?.breaks.find(({ id }) => id === breakId),
      'There is no such break',
    )
    const { reason, knownOn: on, recordedBy: by } = recorded
    await acknowledgeBreakRow(tx, breakId, { reason, on, by })
    return ok({ value: null, detail: { break: breakId } })
  })
}
