import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Acknowledgement, Recorded, SeriesBreak, SeriesPhase, SeriesTarget } from '../domain/series-marks.js'
import type { HistoryTables } from './history.tables.js'
import type { MarkKind } from './marks.queries.js'

/** Records that a series breaks. */
export async function insertBreak(tx: Tx, mark: SeriesBreak): Promise<void> {
  const { kind, acknowledgement } = mark
  await writing<HistoryTables>(tx)
    .insertInto('measures_break')
    .values({
      ...{ ...rowOf(mark), kind },
      acknowledged_reason: acknowledgement?.reason ?? null,
      acknowledged_on: acknowledgement?.on ?? null,
      acknowledged_by: acknowledgement?.by ?? null,
    })
    .execute()
}

/** Records why figures across a break may be compared all the same; once only. */
export async function acknowledgeBreakRow(tx: Tx, id: string, { reason, on, by }: Acknowledgement): Promise<void> {
  const { numUpdatedRows } = await writing<HistoryTables>(tx)
    .updateTable('measures_break')
    .set({ acknowledged_reason: reason, acknowledged_on: on, acknowledged_by: by })
    .where('id', '=', id)
    .where('acknowledged_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`measures.break:${id}`)
}

/** Records that average and limits are set anew. */
export async function insertPhase(tx: Tx, mark: SeriesPhase): Promise<void> {
  const row = { ...rowOf(mark), baseline_points: mark.baselinePoints }
  await writing<HistoryTables>(tx).insertInto('measures_phase').values(row).execute()
}

/** Records a target. */
export async function insertTarget(tx: Tx, mark: SeriesTarget): Promise<void> {
  const { value, source } = mark
  await writing<HistoryTables>(tx)
    .insertInto('measures_target')
    .values({ ...rowOf(mark), value, source })
    .execute()
}

/** Takes back what was recorded by mistake; it stays readable as known on the days between. */
export async function withdrawMarkRow(
  tx: Tx,
  mark: { readonly kind: MarkKind; readonly id: string; readonly measureId: string },
  { reason, on, by }: Acknowledgement,
): Promise<void> {
  const { numUpdatedRows } = await writing<HistoryTables>(tx)
    .updateTable(`measures_${mark.kind}` as const)
    .set({ withdrawn_reason: reason, withdrawn_on: on, withdrawn_by: by })
    .where('id', '=', mark.id)
    .where('measure_id', '=', mark.measureId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`measures.${mark.kind}:${mark.id}`)
}

function rowOf({ id, measureId, startsOn, reason, knownOn, recordedAt, recordedBy }: Recorded) {
  const nothing = { withdrawn_reason: null, withdrawn_on: null, withdrawn_by: null }
  const when = { starts_on: startsOn, known_on: knownOn, recorded_at: recordedAt }
  return { id, reason, measure_id: measureId, recorded_by: recordedBy, ...when, ...nothing }
}
