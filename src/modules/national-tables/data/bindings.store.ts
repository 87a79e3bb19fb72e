import { type Tx, writing } from '#platform/db/db.js'
import type { TableBinding } from '../domain/table-binding.js'
import type { TableBindingsTables } from './bindings.tables.js'

/** Keeps a new binding. */
export async function insertTableBinding(tx: Tx, binding: TableBinding): Promise<void> {
  const { id, measureId, slice, area, boundAt, boundBy } = binding
  await writing<TableBindingsTables>(tx)
    .insertInto('national_tables_binding')
    .values({
      ...{ id, measure_id: measureId, slice: JSON.stringify({ ...slice, area }) },
      ...{ bound_at: boundAt, bound_by: boundBy, ended_at: null },
    })
    .execute()
}

/** Marks a binding as ended: it fills its measure no more, and stays on record. */
export async function endTableBindingRow(tx: Tx, id: string, endedAt: string): Promise<void> {
  await writing<TableBindingsTables>(tx)
    .updateTable('national_tables_binding')
    .set({ ended_at: endedAt })
    .where('id', '=', id)
    .execute()
}
