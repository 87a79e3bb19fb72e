import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { marksOf } from '../data/marks.queries.js'
import { acknowledgeBreakRow, insertBreak } from '../data/marks.store.js'
import type { BreakKind, SeriesBreak } from '../domain/series-marks.js'
import { type Said, type SaidRefusal, sayOfSeries } from './who-says.js'

/** From which day on figures are not like those before, and why. */
export type BreakRequest = Said & { readonly startsOn: IsoDate; readonly kind: BreakKind }

/** Why no break is recorded: one is recorded for that day already, which would be drawn and told twice. */
export type BreakRefusal = SaidRefusal | { readonly code: 'breaks-there' }

/** Records that a series breaks: from then on no line and no comparison crosses that day. */
export async function recordBreak(
  deps: Deps,
  actor: Actor,
  request: BreakRequest,
): Promise<Result<SeriesBreak, BreakRefusal>> {
  const { startsOn, kind, measureId } = request
  const what = { said: request, action: 'measures.record-break' }
  return sayOfSeries<SeriesBreak, BreakRefusal>(deps, actor, what, async (tx, _, recorded) => {
    const marks = (await marksOf(tx, [measureId])).get(measureId)
    if (marks?.breaks.some((each) => each.startsOn === startsOn)) return err({ code: 'breaks-there' })
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
