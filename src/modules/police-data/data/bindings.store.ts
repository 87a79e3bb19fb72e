import { type Tx, writing } from '#platform/db/db.js'
import type { Binding } from '../domain/binding.js'
import type { BindingsTables } from './bindings.tables.js'

/** Keeps a new binding. */
export async function insertBinding(tx: Tx, { id, measureId, slice, area, boundAt, boundBy }: Binding): Promise<void> {
  await writing<BindingsTables>(tx)
    .insertInto('police_data_binding')
    .values({
      ...{ id, measure_id: measureId, slice: JSON.stringify({ ...slice, area }) },
      ...{ bound_at: boundAt, bound_by: boundBy, ended_at: null },
    })
    .execute()
}

/** Marks a binding as ended: it fills its measure no more, and stays on record. */
export async function endBindingRow(tx: Tx, id: string, endedAt: string): Promise<void> {
  await writing<BindingsTables>(tx)
    .updateTable('police_data_binding')
    .set({ ended_at: endedAt })
    .where('id', '=', id)
    .execute()
}
