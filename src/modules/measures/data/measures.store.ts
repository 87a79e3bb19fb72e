import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Measure, MeasureDescription } from '../domain/measure.js'
import type { MeasuresTables } from './measures.tables.js'

/** How a measure is named in the audit trail and when two people save at once. */
export const subjectOf = (measureId: string) => `measures.measure:${measureId}`

/** Adds a measure to the register, with the places that it informs. */
export async function insertMeasure(tx: Tx, measure: Measure): Promise<void> {
  const { id, slug, publishedAt, version, nodeIds } = measure
  await writing<MeasuresTables>(tx)
    .insertInto('measures_measure')
    .values({ id, slug, published_at: publishedAt, version, ...columnsOf(measure) })
    .execute()
  await replaceNodes(tx, id, nodeIds)
}

/** Saves a measure only if nobody else has since `measure` was read; its places in plans are saved with it. */
export async function saveMeasure(tx: Tx, measure: Measure): Promise<void> {
  const { numUpdatedRows } = await writing<MeasuresTables>(tx)
    .updateTable('measures_measure')
    .set({ ...columnsOf(measure), published_at: measure.publishedAt, version: measure.version + 1 })
    .where('id', '=', measure.id)
    .where('version', '=', measure.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(subjectOf(measure.id))
  await replaceNodes(tx, measure.id, measure.nodeIds)
}

async function replaceNodes(tx: Tx, measureId: string, nodeIds: readonly string[]): Promise<void> {
  const tables = writing<MeasuresTables>(tx)
  await tables.deleteFrom('measures_measure_node').where('measure_id', '=', measureId).execute()
  for (const nodeId of new Set(nodeIds)) {
    await tables.insertInto('measures_measure_node').values({ measure_id: measureId, node_id: nodeId }).execute()
  }
}

function columnsOf(measure: MeasureDescription) {
  const { title, definition, unit, polarity, frequency, numerator, denominator, source, owner, geography, caveat } =
    measure
  return {
    ...{ title, definition, unit, polarity, frequency, numerator, denominator, source, owner, geography, caveat },
    unit_label: measure.unitLabel,
    source_url: measure.sourceUrl,
    is_headline: measure.isHeadline ? 1 : 0,
  }
}
