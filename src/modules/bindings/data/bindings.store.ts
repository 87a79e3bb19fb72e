import { type Tx, writing } from '#platform/db/db.js'
import type { Binding } from '../domain/binding.js'
import type { BindingsTables } from './bindings.tables.js'

/** Keeps a new binding. */
export async function insertBinding(tx: Tx, binding: Binding): Promise<void> {
  const { id, source, measureId, slice, area, boundAt, boundBy, endedAt } = binding
  await writing<BindingsTables>(tx)
    .insertInto('bindings_binding')
    .values({
      ...{ id, source, measure_id: measureId, area, slice: JSON.stringify(slice) },
      ...{ bound_at: boundAt, bound_by: boundBy, ended_at: endedAt },
    })
    .execute()
}

/** Marks a binding as ended: it fills its measure no more, and stays on record. */
export async function endBindingRow(tx: Tx, id: string, endedAt: string): Promise<void> {
  await writing<BindingsTables>(tx)
    .updateTable('bindings_binding')
    .set({ ended_at: endedAt })
    .where('id', '=', id)
    .execute()
}
