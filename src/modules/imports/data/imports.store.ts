import { type Tx, writing } from '#platform/db/db.js'
import { keepBytes } from '#platform/db/kept-files.js'
import type { Draft } from '../domain/draft.js'
import type { Mapping } from '../domain/mapping.js'
import type { ImportsTables } from './imports.tables.js'

/** When something was kept, and by whom. */
type Keeping = { readonly at: string; readonly by: string }

/** Keeps a file exactly as it came. The same file is kept once. */
export async function keepFile(
  tx: Tx,
  file: { readonly sha256: string; readonly fileName: string; readonly bytes: Uint8Array },
  { at, by }: Keeping,
): Promise<void> {
  await keepBytes(tx, file.sha256, file.bytes)
  await writing<ImportsTables>(tx)
    .insertInto('imports_file')
    .values({ sha256: file.sha256, file_name: file.fileName, kept_at: at, kept_by: by })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** Keeps a way of reading under its name, instead of the one that had it. */
export async function saveMapping(tx: Tx, name: string, mapping: Mapping, { at, by }: Keeping): Promise<void> {
  const row = { mapping: JSON.stringify(mapping), saved_at: at, saved_by: by }
  await writing<ImportsTables>(tx)
    .insertInto('imports_mapping')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/** Keeps a file until someone has said yes. */
export async function insertDraft(tx: Tx, draft: Draft, { at, by }: Keeping): Promise<void> {
  const { id, fileName, bytes, source, mapping, knownOn } = draft
  await writing<ImportsTables>(tx)
    .insertInto('imports_draft')
    .values({
      ...{ id, bytes },
      file_name: fileName,
      source: JSON.stringify(source),
      mapping: JSON.stringify(mapping),
      known_on: knownOn,
      created_at: at,
      created_by: by,
    })
    .execute()
}

/** Changes how a waiting file is read. */
export async function changeDraftMapping(tx: Tx, id: string, mapping: Mapping): Promise<void> {
  const change = { mapping: JSON.stringify(mapping) }
  await writing<ImportsTables>(tx).updateTable('imports_draft').set(change).where('id', '=', id).execute()
}

/** Forgets a file that was taken in. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await writing<ImportsTables>(tx).deleteFrom('imports_draft').where('id', '=', id).execute()
}

/** Forgets the files that have waited since before a moment. */
export async function deleteDraftsBefore(tx: Tx, moment: string): Promise<void> {
  await writing<ImportsTables>(tx).deleteFrom('imports_draft').where('created_at', '<', moment).execute()
}
