import { type Db, reading } from '#platform/db/db.js'
import type { Binding, BoundSlice } from '../domain/binding.js'
import type { BindingsTables } from './bindings.tables.js'

/** Every slice that fills a measure now, first bound first. */
export async function activeBindings(db: Db): Promise<Binding[]> {
  const rows = await reading<BindingsTables>(db)
    .selectFrom('police_data_binding')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('bound_at')
    .orderBy('id')
    .execute()
  return rows.map(bindingOf)
}

/** A binding by its id, whether it was ended or not. */
export async function bindingById(db: Db, id: string): Promise<Binding | undefined> {
  const query = reading<BindingsTables>(db).selectFrom('police_data_binding').selectAll().where('id', '=', id)
  const row = await query.executeTakeFirst()
  return row && bindingOf(row)
}

function bindingOf(row: BindingsTables['police_data_binding']): Binding {
  const { area, ...slice } = JSON.parse(row.slice) as BoundSlice & { readonly area: string }
  return {
    ...{ id: row.id, measureId: row.measure_id, slice, area },
    ...{ boundAt: row.bound_at, boundBy: row.bound_by, endedAt: row.ended_at },
  }
}
