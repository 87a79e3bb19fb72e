import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { Framework, FrameworkEntry } from '../domain/framework.js'
import type { FrameworksTables } from './frameworks.tables.js'
import { frameworkKindOf } from './stored-words.js'

/** Every framework, by name. */
export async function allFrameworks(db: Db): Promise<Framework[]> {
  const frameworks = reading<FrameworksTables>(db).selectFrom('measures_framework')
  const rows = await frameworks.selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(frameworkOf)
}

/** The measures of a framework, in its own order. */
export async function entriesOf(db: Db, frameworkId: string): Promise<FrameworkEntry[]> {
  const entries = reading<FrameworksTables>(db).selectFrom('measures_framework_entry').selectAll()
  const own = entries.where('framework_id', '=', frameworkId).orderBy('position').orderBy('measure_id')
  return (await own.execute()).map(entryOf)
}

/** The frameworks that a measure belongs to. */
export async function entriesWith(db: Db, measureId: string): Promise<FrameworkEntry[]> {
  const entries = reading<FrameworksTables>(db).selectFrom('measures_framework_entry').selectAll()
  return (await entries.where('measure_id', '=', measureId).execute()).map(entryOf)
}

/** What plans call a measure at the places that it informs, by the id of the place; places without a label are left out. */
export async function nodeLabels(db: Db, measureId: string): Promise<Map<string, string>> {
  const nodes = reading<FrameworksTables>(db).selectFrom('measures_measure_node').selectAll()
  const rows = await nodes.where('measure_id', '=', measureId).where('label', '<>', '').execute()
  return new Map(rows.map(({ node_id, label }) => [node_id, label]))
}

type EntryRow = FrameworksTables['measures_framework_entry']

function entryOf({ framework_id, measure_id, label }: EntryRow): FrameworkEntry {
  return { frameworkId: framework_id, measureId: measure_id, label }
}

function frameworkOf(row: FrameworksTables['measures_framework']): Framework {
  const { id, slug, name, source } = row
  return {
    ...{ id, slug, name, source, kind: frameworkKindOf(row.kind), sourceUrl: row.source_url },
    startsOn: row.starts_on === null ? null : isoDate(row.starts_on),
    endsOn: row.ends_on === null ? null : isoDate(row.ends_on),
    version: Number(row.version),
  }
}
