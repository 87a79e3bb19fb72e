import { type Db, reading } from '#platform/db/db.js'
import type { Binding, BindingSource } from '../domain/binding.js'
import type { BindingsTables } from './bindings.tables.js'

/** Everything of a source that fills a measure now, first bound first. */
export async function activeBindings<Slice>(db: Db, source: BindingSource): Promise<Binding<Slice>[]> {
  const rows = await standing(db).where('source', '=', source).orderBy('bound_at').orderBy('id').execute()
  return rows.map((row) => bindingOf<Slice>(row))
}

/** What fills a measure now for an area, whatever its source; '' is the measure's own area. */
export async function bindingOfMeasure(db: Db, measureId: string, area: string): Promise<Binding | undefined> {
  const row = await standing(db).where('measure_id', '=', measureId).where('area', '=', area).executeTakeFirst()
  return row && bindingOf(row)
}

/** A binding by its id, whether it was ended or not. */
export async function bindingById(db: Db, source: BindingSource, id: string): Promise<Binding | undefined> {
  const query = reading<BindingsTables>(db).selectFrom('bindings_binding').selectAll()
  const row = await query.where('source', '=', source).where('id', '=', id).executeTakeFirst()
  return row && bindingOf(row)
}

function standing(db: Db) {
  return reading<BindingsTables>(db).selectFrom('bindings_binding').selectAll().where('ended_at', 'is', null)
}

function bindingOf<Slice>(row: BindingsTables['bindings_binding']): Binding<Slice> {
  return {
    ...{ id: row.id, source: row.source as BindingSource, measureId: row.measure_id, area: row.area },
    slice: JSON.parse(row.slice) as Slice,
    ...{ boundAt: row.bound_at, boundBy: row.bound_by, endedAt: row.ended_at },
  }
}
