import { type Db, reading } from '#platform/db/db.js'
import type { TableBinding } from '../domain/table-binding.js'
import type { TableSlice } from '../domain/table-slice.js'
import type { TableBindingsTables } from './bindings.tables.js'

/** Every table that fills a measure now, first bound first. */
export async function activeTableBindings(db: Db): Promise<TableBinding[]> {
  const rows = await reading<TableBindingsTables>(db)
    .selectFrom('national_tables_binding')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('bound_at')
    .orderBy('id')
    .execute()
  return rows.map(bindingOf)
}

/** A binding by its id, whether it was ended or not. */
export async function tableBindingById(db: Db, id: string): Promise<TableBinding | undefined> {
  const query = reading<TableBindingsTables>(db).selectFrom('national_tables_binding').selectAll().where('id', '=', id)
  const row = await query.executeTakeFirst()
  return row && bindingOf(row)
}

function bindingOf(row: TableBindingsTables['national_tables_binding']): TableBinding {
  const { area, ...slice } = JSON.parse(row.slice) as TableSlice & { readonly area: string }
  return {
    ...{ id: row.id, measureId: row.measure_id, slice, area },
    ...{ boundAt: row.bound_at, boundBy: row.bound_by, endedAt: row.ended_at },
  }
}
