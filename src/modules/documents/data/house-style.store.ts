import { type Tx, writing } from '#platform/db/db.js'
import { keepBytes } from '#platform/db/kept-files.js'
import type { StoredImage, StoredStyle } from '../domain/house-style.js'
import type { DocumentsTables } from './documents.tables.js'

/** Who did it, and when. */
type Done = { readonly at: string; readonly by: string }

/** How the audit trail names the house style. */
export const STYLE_SUBJECT = 'documents.style'

/** Keeps a picture; one that is there already stays as it is. */
export async function insertImage(tx: Tx, { sha256, type, bytes, width, height }: StoredImage, done: Done) {
  await keepBytes(tx, sha256, bytes)
  await writing<DocumentsTables>(tx)
    .insertInto('documents_image')
    .values({ sha256, type, width, height, added_at: done.at, added_by: done.by })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** Sets a further style; those before it stay on record. */
export async function insertStyle(tx: Tx, style: StoredStyle, done: Done): Promise<void> {
  const { number, typeface, cover, logo, logoAlt, picture, pictureAlt } = style
  await writing<DocumentsTables>(tx)
    .insertInto('documents_style')
    .values({
      ...{ number, typeface, cover, logo, logo_alt: logoAlt, picture, picture_alt: pictureAlt },
      ...{ set_at: done.at, set_by: done.by },
    })
    .execute()
}
