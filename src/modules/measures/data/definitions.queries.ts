import { isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import type { Definition } from '../domain/definition.js'
import type { Measure, MeasureDescription } from '../domain/measure.js'
import type { HistoryTables } from './history.tables.js'
import type { KnownOn } from './observations.queries.js'

/** Every wording that a measure has had, the first first. None when it was never changed. */
export async function definitionsOf(db: Db, measureId: string, { knownOn }: KnownOn = {}): Promise<Definition[]> {
  const rows = (await definitionRows(db, [measureId])).filter((row) => knownOn === undefined || row.known_on <= knownOn)
  return rows.map(definitionOf)
}

/** These measures as they were known on a day: with the wording of that day, public if they were so then. */
export async function asKnownOn(db: Db, measures: readonly Measure[], { knownOn }: KnownOn): Promise<Measure[]> {
  if (knownOn === undefined) return [...measures]
  const ids = measures.map(({ id }) => id)
  const definitions = Map.groupBy(await definitionRows(db, ids), ({ measure_id }) => measure_id)
  const publications = Map.groupBy(await publicationRows(db, ids), ({ measure_id }) => measure_id)
  return measures.map((measure) => {
    const wording = definitions.get(measure.id)?.findLast(({ known_on }) => known_on <= knownOn)
    const state = publications.get(measure.id)?.findLast(({ known_on }) => known_on <= knownOn)
    const description = wording ? descriptionIn(wording.description) : {}
    return { ...measure, ...description, publishedAt: state?.is_public === 1 ? state.recorded_at : null }
  })
}

/** A kept wording. What could not yet be said when it was kept is what is usual. */
function descriptionIn(json: string): MeasureDescription {
  const later = { controlChart: 'xmr', beyondWhole: 'asked' } as const
  return { ...later, ...(JSON.parse(json) as Omit<MeasureDescription, keyof typeof later>) }
}

async function definitionRows(db: Db, measureIds: readonly string[]) {
  const rows: HistoryTables['measures_definition'][] = []
  for (const chunk of inChunks(measureIds)) {
    const definitions = reading<HistoryTables>(db).selectFrom('measures_definition').selectAll()
    rows.push(...(await definitions.where('measure_id', 'in', chunk).orderBy('number').execute()))
  }
  return rows
}

async function publicationRows(db: Db, measureIds: readonly string[]) {
  const rows: HistoryTables['measures_publication'][] = []
  for (const chunk of inChunks(measureIds)) {
    const publications = reading<HistoryTables>(db).selectFrom('measures_publication').selectAll()
    const own = publications.where('measure_id', 'in', chunk)
    rows.push(...(await own.orderBy('known_on').orderBy('recorded_at').orderBy('id').execute()))
  }
  return rows
}

function definitionOf(row: HistoryTables['measures_definition']): Definition {
  return {
    id: row.id,
    measureId: row.measure_id,
    number: Number(row.number),
    description: descriptionIn(row.description),
    reason: row.reason,
    changesMeaning: row.changes_meaning === 1,
    knownOn: row.known_on === '' ? null : isoDate(row.known_on),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }
}
