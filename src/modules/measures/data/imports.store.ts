import { inChunks, type Tx, writing } from '#platform/db/db.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { Observation } from '../domain/observation.js'
import type { MeasuresTables } from './measures.tables.js'

/** Records that a file of figures was taken in. */
export async function insertImport(tx: Tx, facts: ImportFacts): Promise<void> {
  const { id, sha256, title, publisher, licence, attribution, url, reason } = facts
  await writing<MeasuresTables>(tx)
    .insertInto('measures_import')
    .values({
      ...{ id, sha256, title, publisher, licence, attribution, url, reason },
      file_name: facts.fileName,
      files: JSON.stringify(facts.files),
      kind: facts.kind,
      known_on: facts.knownOn,
      imported_at: facts.importedAt,
      imported_by: facts.importedBy,
    })
    .execute()
}

/** Adds figures beside those that are known already. */
export async function insertObservations(tx: Tx, observations: readonly Observation[]): Promise<void> {
  for (const chunk of inChunks(observations, 50)) {
    await writing<MeasuresTables>(tx).insertInto('measures_observation').values(chunk.map(rowOf)).execute()
  }
}

function rowOf({ id, measureId, importId, period, recordedAt, ...rest }: Observation) {
  const { area, numerator, denominator, value, status, note, interval, knownOn } = rest
  return {
    ...{ id, area, numerator, denominator, value, status, note },
    interval_lower: interval?.lower ?? null,
    interval_upper: interval?.upper ?? null,
    known_on: knownOn,
    measure_id: measureId,
    import_id: importId,
    period: period.code,
    recorded_at: recordedAt,
  }
}
