import type { Instant } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import { latestSeries, type Observation } from '../domain/observation.js'
import { periodFrom } from '../domain/period.js'
import type { MeasuresTables } from './measures.tables.js'
import { statusOf } from './stored-words.js'

/** Which records count: those known at a moment, or all. */
export type KnownAt = { readonly knownAt?: Instant }

/** Every record ever taken in for these measures, earliest record first. */
export async function observationsOf(
  db: Db,
  measureIds: readonly string[],
  { knownAt }: KnownAt = {},
): Promise<Observation[]> {
  const found: Observation[] = []
  for (const chunk of inChunks(measureIds)) {
    let records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('measure_id', 'in', chunk)
    if (knownAt !== undefined) records = records.where('recorded_at', '<=', knownAt)
    const rows = await records.selectAll().orderBy('recorded_at').orderBy('id').execute()
    found.push(...rows.map(observationOf))
  }
  return found
}

/** The series of one measure as last known, or as known at a moment. Earlier periods first; gaps are not filled. */
export async function seriesOf(db: Db, measureId: string, options: KnownAt = {}): Promise<Observation[]> {
  return latestSeries(await observationsOf(db, [measureId], options))
}

/** How many figures with a value each measure has, whatever their vintage. */
export async function figureCounts(db: Db): Promise<Map<string, number>> {
  const records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('value', 'is not', null)
  const rows = await records
    .select(({ fn }) => ['measure_id', fn.countAll<number | string | bigint>().as('figures')])
    .groupBy('measure_id')
    .execute()
  return new Map(rows.map(({ measure_id, figures }) => [measure_id, Number(figures)]))
}

function observationOf(row: MeasuresTables['measures_observation']): Observation {
  const { id, numerator, denominator, value, note } = row
  return {
    ...{ id, numerator, denominator, value, note },
    measureId: row.measure_id,
    period: periodFrom(row.period),
    status: statusOf(row.status),
    importId: row.import_id,
    recordedAt: row.recorded_at,
  }
}
