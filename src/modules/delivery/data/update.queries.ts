import { isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import { OVERRIDE_STATUSES, type OverrideStatus, type Update } from '../domain/update.js'
import type { DeliveryTables } from './delivery.tables.js'

type UpdateRow = DeliveryTables['delivery_update']

/** Every update of these actions, published or not. */
export async function updatesOf(db: Db, actionIds: readonly string[]): Promise<Update[]> {
  const rows: UpdateRow[] = []
  for (const ids of inChunks(actionIds)) {
    const some = reading<DeliveryTables>(db).selectFrom('delivery_update').selectAll().where('action_id', 'in', ids)
    rows.push(...(await some.orderBy('id').execute()))
  }
  return withCompletions(db, rows)
}

/** The updates with these ids. */
export async function updatesById(db: Db, updateIds: readonly string[]): Promise<Update[]> {
  const rows: UpdateRow[] = []
  for (const ids of inChunks(updateIds)) {
    const some = reading<DeliveryTables>(db).selectFrom('delivery_update').selectAll().where('id', 'in', ids)
    rows.push(...(await some.orderBy('id').execute()))
  }
  return withCompletions(db, rows)
}

/** The updates that the public cannot see yet, the oldest day first. */
export async function unpublishedUpdates(db: Db): Promise<Update[]> {
  const rows = await reading<DeliveryTables>(db)
    .selectFrom('delivery_update')
    .selectAll()
    .where('published_at', 'is', null)
    .orderBy('on_date')
    .orderBy('id')
    .execute()
  return withCompletions(db, rows)
}

async function withCompletions(db: Db, rows: readonly UpdateRow[]): Promise<Update[]> {
  const completions: DeliveryTables['delivery_update_milestone'][] = []
  for (const ids of inChunks(rows.map((row) => row.id))) {
    const some = reading<DeliveryTables>(db).selectFrom('delivery_update_milestone').selectAll()
    completions.push(...(await some.where('update_id', 'in', ids).orderBy('milestone_id').execute()))
  }
  const completionsOf = Map.groupBy(completions, (completion) => completion.update_id)
  return rows.map((row) =>
    updateOf(
      row,
      (completionsOf.get(row.id) ?? []).map(({ milestone_id }) => milestone_id),
    ),
  )
}

function updateOf(row: UpdateRow, completes: readonly string[]): Update {
  const status = OVERRIDE_STATUSES.find((each): each is OverrideStatus => each === row.override_status)
  return {
    id: row.id,
    actionId: row.action_id,
    on: isoDate(row.on_date),
    text: row.text,
    evidence: row.evidence_title === null ? null : { title: row.evidence_title, url: row.evidence_url },
    completes,
    override: status ? { status, reason: row.override_reason ?? '' } : null,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    publishedAt: row.published_at,
  }
}
