import { type Tx, writing } from '#platform/db/db.js'
import type { LakeFile } from './lake-file.queries.js'
import type { OperationsTables } from './operations.tables.js'

/** Notes a file of the police data the first time that it is seen. */
export async function insertLakeFile(tx: Tx, { path, sha256, bytes }: LakeFile, seenAt: string): Promise<void> {
  await writing<OperationsTables>(tx)
    .insertInto('operations_lake_file')
    .values({ path, sha256, content_bytes: bytes, seen_at: seenAt })
    .execute()
}
