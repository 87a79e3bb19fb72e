import { canonicalJson } from '#kernel/canonical-json.js'
import type { Instant, IsoDate } from '#kernel/dates.js'
import { type Tx, writing } from '#platform/db/db.js'
import type { Definition } from '../domain/definition.js'
import type { HistoryTables } from './history.tables.js'

/** Keeps a wording of a measure for ever. */
export async function insertDefinition(tx: Tx, definition: Definition): Promise<void> {
  const { id, number, reason } = definition
  await writing<HistoryTables>(tx)
    .insertInto('measures_definition')
    .values({
      ...{ id, number, reason },
      measure_id: definition.measureId,
      description: canonicalJson(definition.description),
      changes_meaning: definition.changesMeaning ? 1 : 0,
      known_on: definition.knownOn ?? '',
      recorded_at: definition.recordedAt,
      recorded_by: definition.recordedBy,
    })
    .execute()
}

/** That a measure became public on a day, or ceased to be. */
export type Publication = {
  readonly id: string
  readonly measureId: string
  readonly isPublic: boolean
  readonly knownOn: IsoDate
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** Records that a measure became public, or ceased to be. */
export async function insertPublication(tx: Tx, publication: Publication): Promise<void> {
  const { id, measureId, isPublic, knownOn, recordedAt, recordedBy } = publication
  const row = { id, measure_id: measureId, is_public: isPublic ? 1 : 0, known_on: knownOn }
  await writing<HistoryTables>(tx)
    .insertInto('measures_publication')
    .values({ ...row, recorded_at: recordedAt, recorded_by: recordedBy })
    .execute()
}
