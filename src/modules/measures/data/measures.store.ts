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

/** The label that a plan has for the measure outlives a new choice of places. */
async function replaceNodes(tx: Tx, measureId: string, nodeIds: readonly string[]): Promise<void> {
  const tables = writing<MeasuresTables>(tx)
  const before = await tables
    .selectFrom('measures_measure_node')
    .selectAll()
    .where('measure_id', '=', measureId)
    .execute()
  const labels = new Map(before.map(({ node_id, label }) => [node_id, label]))
  await tables.deleteFrom('measures_measure_node').where('measure_id', '=', measureId).execute()
  for (const nodeId of new Set(nodeIds)) {
    const label = labels.get(nodeId) ?? ''
    await tables.insertInto('measures_measure_node').values({ measure_id: measureId, node_id: nodeId, label }).execute()
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
    pooling: measure.pooling,
    per: measure.per,
    formula: measure.formula,
    is_seasonal: measure.isSeasonal ? 1 : 0,
    is_survey: measure.isSurvey ? 1 : 0,
    suppress_below: measure.suppressBelow,
    control_chart: measure.controlChart,
    beyond_whole: measure.beyondWhole,
  }
}
