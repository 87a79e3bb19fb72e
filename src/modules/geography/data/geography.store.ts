import { inChunks, type Tx, writing } from '#platform/db/db.js'
import { type Fact, type FactKind, factText } from '../domain/fact.js'
import type { GeographyTables } from './geography.tables.js'

/** One file that told something of places. */
export type GeographyImport = {
  readonly id: string
  readonly kind: FactKind
  readonly source: string
  readonly importedAt: string
}

/** Keeps that a file was read. */
export async function insertImport(tx: Tx, { id, kind, source, importedAt }: GeographyImport): Promise<void> {
  await writing<GeographyTables>(tx)
    .insertInto('geography_import')
    .values({ id, kind, source, imported_at: importedAt })
    .execute()
}

/** Marks facts as replaced by a file. They stay. */
export async function replaceFacts(tx: Tx, ids: readonly string[], importId: string): Promise<void> {
  for (const chunk of inChunks(ids))
    await writing<GeographyTables>(tx)
      .updateTable('geography_fact')
      .set({ replaced_by: importId })
      .where('id', 'in', chunk)
      .execute()
}

/** Adds facts of a file, each with the file's id and its place in it. */
export async function insertFacts(
  tx: Tx,
  { id, kind }: Pick<GeographyImport, 'id' | 'kind'>,
  facts: readonly Fact[],
): Promise<void> {
  const rows = facts.map(({ code, other, edition, content }, at) => ({
    ...{ id: `${id}:${at}`, kind, code, other, edition, content: factText(content) },
    ...{ import_id: id, replaced_by: null },
  }))
  for (const chunk of inChunks(rows))
    await writing<GeographyTables>(tx).insertInto('geography_fact').values(chunk).execute()
}
