import { type Tx, writing } from '#platform/db/db.js'
import type { Framework, FrameworkEntry } from '../domain/framework.js'
import type { FrameworksTables } from './frameworks.tables.js'

/** Adds a framework, or writes over one of the same id. */
export async function putFramework(tx: Tx, framework: Framework): Promise<void> {
  const { id, slug, name, kind, source, version } = framework
  const row = { slug, name, kind, source, version, source_url: framework.sourceUrl }
  const days = { starts_on: framework.startsOn, ends_on: framework.endsOn }
  const tables = writing<FrameworksTables>(tx)
  const { numUpdatedRows } = await tables
    .updateTable('measures_framework')
    .set({ ...row, ...days })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    await tables
      .insertInto('measures_framework')
      .values({ id, ...row, ...days })
      .execute()
}

/** Writes which measures a framework has, in order. */
export async function putEntries(tx: Tx, frameworkId: string, entries: readonly FrameworkEntry[]): Promise<void> {
  const tables = writing<FrameworksTables>(tx)
  await tables.deleteFrom('measures_framework_entry').where('framework_id', '=', frameworkId).execute()
  const rows = entries.map(({ measureId, label }, index) => ({
    ...{ framework_id: frameworkId, measure_id: measureId, position: index + 1, label },
  }))
  if (rows.length > 0) await tables.insertInto('measures_framework_entry').values(rows).execute()
}

/** Writes what a plan calls a measure at a place that it informs. Says whether there is such a place. */
export async function putNodeLabel(
  tx: Tx,
  { measureId, nodeId, label }: { readonly measureId: string; readonly nodeId: string; readonly label: string },
): Promise<boolean> {
  const { numUpdatedRows } = await writing<FrameworksTables>(tx)
    .updateTable('measures_measure_node')
    .set({ label })
    .where('measure_id', '=', measureId)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
