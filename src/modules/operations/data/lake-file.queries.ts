import { type Db, reading } from '#platform/db/db.js'
import type { OperationsTables } from './operations.tables.js'

/** A file of the police data as it was first seen. */
export type LakeFile = { readonly path: string; readonly sha256: string; readonly bytes: number }

/** Every file of the police data that was ever seen, by path. */
export async function lakeFilesSeen(db: Db): Promise<LakeFile[]> {
  const rows = await reading<OperationsTables>(db)
    .selectFrom('operations_lake_file')
    .selectAll()
    .orderBy('path')
    .execute()
  return rows.map(({ path, sha256, content_bytes }) => ({ path, sha256, bytes: content_bytes }))
}
