import { type Db, inChunks, reading } from '#platform/db/db.js'
import type { Measure } from '../domain/measure.js'
import { asKnownOn } from './definitions.queries.js'
import type { MeasuresTables } from './measures.tables.js'
import type { KnownOn } from './observations.queries.js'
import { beyondWholeOf, controlChartOf, frequencyOf, polarityOf, poolingOf, unitOf } from './stored-words.js'

/** Every measure of the register, by title. */
export async function allMeasures(db: Db): Promise<Measure[]> {
  const rows = await reading<MeasuresTables>(db).selectFrom('measures_measure').selectAll().execute()
  return measuresOf(db, rows)
}

/**
 * The measures that the public may read, by title. As known on a day: those that it could read then and may still
 * read, with the wording of that day.
 */
export async function publishedMeasures(db: Db, options: KnownOn = {}): Promise<Measure[]> {
  const measures = reading<MeasuresTables>(db).selectFrom('measures_measure')
  const now = await measuresOf(db, await measures.selectAll().where('published_at', 'is not', null).execute())
  return (await asKnownOn(db, now, options)).filter(({ publishedAt }) => publishedAt !== null)
}

/** One measure by its id, published or not. */
export async function measureById(db: Db, id: string): Promise<Measure | undefined> {
  const measures = reading<MeasuresTables>(db).selectFrom('measures_measure')
  const [measure] = await measuresOf(db, await measures.selectAll().where('id', '=', id).execute())
  return measure
}

/** One measure by its address, published or not. */
export async function measureBySlug(db: Db, slug: string): Promise<Measure | undefined> {
  const measures = reading<MeasuresTables>(db).selectFrom('measures_measure')
  const [measure] = await measuresOf(db, await measures.selectAll().where('slug', '=', slug).execute())
  return measure
}

/** One measure by its address, if the public may read it. */
export async function publishedMeasureBySlug(
  db: Db,
  slug: string,
  options: KnownOn = {},
): Promise<Measure | undefined> {
  const now = await measureBySlug(db, slug)
  if (!now?.publishedAt) return undefined
  const [measure] = await asKnownOn(db, [now], options)
  return measure?.publishedAt ? measure : undefined
}

/** The measures that inform any of these places in a plan, published or not, by title. */
export async function measuresForNodes(db: Db, nodeIds: readonly string[]): Promise<Measure[]> {
  const ids = new Set<string>()
  for (const chunk of inChunks(nodeIds)) {
    const links = reading<MeasuresTables>(db).selectFrom('measures_measure_node').select('measure_id')
    for (const { measure_id } of await links.where('node_id', 'in', chunk).execute()) ids.add(measure_id)
  }
  return measuresById(db, [...ids])
}

/** The measures with these ids, published or not, by title. */
export async function measuresById(db: Db, ids: readonly string[]): Promise<Measure[]> {
  const rows: Row[] = []
  for (const chunk of inChunks(ids)) {
    const measures = reading<MeasuresTables>(db).selectFrom('measures_measure')
    rows.push(...(await measures.selectAll().where('id', 'in', chunk).execute()))
  }
  return measuresOf(db, rows)
}

/** The measures with these slugs, published or not, by title. */
export async function measuresBySlug(db: Db, slugs: readonly string[]): Promise<Measure[]> {
  const rows: Row[] = []
  for (const chunk of inChunks([...new Set(slugs)])) {
    const measures = reading<MeasuresTables>(db).selectFrom('measures_measure')
    rows.push(...(await measures.selectAll().where('slug', 'in', chunk).execute()))
  }
  return measuresOf(db, rows)
}

/** The published measures that inform any of these places in a plan, by title. */
export async function publishedMeasuresForNodes(db: Db, nodeIds: readonly string[]): Promise<Measure[]> {
  return (await measuresForNodes(db, nodeIds)).filter(({ publishedAt }) => publishedAt !== null)
}

/** Every slug that is taken. */
export async function takenSlugs(db: Db): Promise<Set<string>> {
  const rows = await reading<MeasuresTables>(db).selectFrom('measures_measure').select('slug').execute()
  return new Set(rows.map(({ slug }) => slug))
}

type Row = MeasuresTables['measures_measure']

async function measuresOf(db: Db, rows: readonly Row[]): Promise<Measure[]> {
  const nodeIds = await nodeIdsOf(db, rows)
  const measures = rows.map((row) => measureOf(row, nodeIds.get(row.id) ?? []))
  return measures.sort((a, b) => BY_NAME.compare(a.title, b.title) || BY_NAME.compare(a.id, b.id))
}

const BY_NAME = new Intl.Collator('en-GB')

async function nodeIdsOf(db: Db, rows: readonly Row[]): Promise<Map<string, string[]>> {
  const byMeasure = new Map<string, string[]>()
  for (const chunk of inChunks(rows.map(({ id }) => id))) {
    const links = reading<MeasuresTables>(db).selectFrom('measures_measure_node').selectAll()
    const found = await links.where('measure_id', 'in', chunk).orderBy('node_id').execute()
    for (const { measure_id, node_id } of found) {
      byMeasure.set(measure_id, [...(byMeasure.get(measure_id) ?? []), node_id])
    }
  }
  return byMeasure
}

function measureOf(row: Row, nodeIds: readonly string[]): Measure {
  const { id, slug, title, definition, numerator, denominator, source, owner, geography, caveat, version } = row
  return {
    ...{ id, slug, title, definition, numerator, denominator, source, owner, geography, caveat, version, nodeIds },
    unit: unitOf(row.unit),
    unitLabel: row.unit_label,
    polarity: polarityOf(row.polarity),
    frequency: frequencyOf(row.frequency),
    sourceUrl: row.source_url,
    isHeadline: row.is_headline === 1,
    pooling: poolingOf(row.pooling),
    per: Number(row.per),
    formula: row.formula,
    isSeasonal: row.is_seasonal === 1,
    isSurvey: row.is_survey === 1,
    suppressBelow: row.suppress_below === null ? null : Number(row.suppress_below),
    controlChart: controlChartOf(row.control_chart),
    beyondWhole: beyondWholeOf(row.beyond_whole),
    publishedAt: row.published_at,
  }
}
