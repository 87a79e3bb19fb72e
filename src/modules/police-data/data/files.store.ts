import { inChunks, type Tx, writing } from '#platform/db/db.js'
import type { FilesTables } from './files.tables.js'

/** The rows of one import and of everything that came with it. */
export type NewImport = {
  readonly done: FilesTables['police_data_import']
  readonly files: readonly FilesTables['police_data_file'][]
  readonly setAside: readonly FilesTables['police_data_set_aside'][]
  readonly changes: readonly FilesTables['police_data_change'][]
}

/** Enters an import in the register: from then on its rows in the lake count. */
export async function insertImport(tx: Tx, { done, files, setAside, changes }: NewImport): Promise<void> {
  const tables = writing<FilesTables>(tx)
  await tables.insertInto('police_data_import').values(done).execute()
  for (const rows of inChunks(files, 200)) await tables.insertInto('police_data_file').values(rows).execute()
  for (const rows of inChunks(setAside)) await tables.insertInto('police_data_set_aside').values(rows).execute()
  for (const rows of inChunks(changes)) await tables.insertInto('police_data_change').values(rows).execute()
}
