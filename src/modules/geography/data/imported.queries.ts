import { type Db, inChunks, reading } from '#platform/db/db.js'
import { type Fact, type FactContents, type FactKind, LOOKUP_KINDS } from '../domain/fact.js'
import type { Lookups } from '../domain/lookups.js'
import type { GeographyTables } from './geography.tables.js'

/** A fact that holds, with its id and the name of the file that says it. */
export type KeptFact<K extends FactKind = FactKind> = Fact<K> & { readonly id: string; readonly source: string }

/** A text that changes whenever a lookup between areas is imported: what was worked out from lookups holds until then. */
export function lookupVersion(db: Db): Promise<string> {
  return versionOf(db, LOOKUP_KINDS)
}

/** Questions under way: those that a page asks at once share one answer. */
const asked = new WeakMap<Db, Map<string, Promise<string>>>()

/** The newest import of some kinds, by its id. */
export function versionOf(db: Db, kinds: readonly FactKind[]): Promise<string> {
  const open = asked.get(db) ?? new Map<string, Promise<string>>()
  asked.set(db, open)
  const key = kinds.join()
  const answer = open.get(key) ?? newestImport(db, kinds).finally(() => open.delete(key))
  open.set(key, answer)
  return answer
}

async function newestImport(db: Db, kinds: readonly FactKind[]): Promise<string> {
  const imports = reading<GeographyTables>(db).selectFrom('geography_import')
  const newest = await imports.select('id').where('kind', 'in', kinds).orderBy('id', 'desc').executeTakeFirst()
  return newest ? `imported-${newest.id}` : 'bundled'
}

/** The facts of a kind that hold, of all areas or of those given. */
export async function factsOf<K extends FactKind>(db: Db, kind: K, codes?: readonly string[]): Promise<KeptFact<K>[]> {
  if (codes === undefined) return factsWhere(db, kind)
  const parts = inChunks(codes)
  return (await Promise.all(parts.map((part) => factsWhere(db, kind, part)))).flat()
}

async function factsWhere<K extends FactKind>(db: Db, kind: K, codes?: readonly string[]): Promise<KeptFact<K>[]> {
  let facts = reading<GeographyTables>(db)
    .selectFrom('geography_fact')
    .innerJoin('geography_import', 'geography_import.id', 'geography_fact.import_id')
    .select(['geography_fact.id', 'code', 'other', 'edition', 'content', 'source'])
    .where('geography_fact.kind', '=', kind)
    .where('replaced_by', 'is', null)
  if (codes) facts = facts.where('code', 'in', codes)
  const rows = await facts.orderBy('code').orderBy('edition').orderBy('other').execute()
  return rows.map(({ content, ...row }) => ({ ...row, content: JSON.parse(content) as FactContents[K] }))
}

/** The lookups that the office imported. */
export async function importedLookups(db: Db): Promise<Lookups> {
  const contents = async <K extends FactKind>(kind: K) => (await factsOf(db, kind)).map(({ content }) => content)
  return {
    lsoas: await contents('lsoa-lookup'),
    changes: await contents('lsoa-changes'),
    links: await contents('area-lookup'),
    codes: await contents('area-codes'),
  }
}
