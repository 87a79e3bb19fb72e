import { type Db, reading } from '#platform/db/db.js'
import { keptBytes } from '#platform/db/kept-files.js'
import { type StoredImage, type StoredStyle, UNSTYLED } from '../domain/house-style.js'
import type { DocumentsTables } from './documents.tables.js'

/** The style that stands: the newest that was set. */
export async function newestStyle(db: Db): Promise<StoredStyle> {
  const row = await reading<DocumentsTables>(db)
    .selectFrom('documents_style')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return UNSTYLED
  const { number, typeface, cover, logo, picture } = row
  return { number, typeface, cover, logo, picture, logoAlt: row.logo_alt, pictureAlt: row.picture_alt }
}

/** A picture of any style, newest or past, by its fingerprint. */
export async function imageCalled(db: Db, sha256: string): Promise<StoredImage | undefined> {
  const row = await reading<DocumentsTables>(db)
    .selectFrom('documents_image')
    .select(['sha256', 'type', 'width', 'height'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const bytes = row && (await keptBytes(db, sha256))
  return bytes && { ...row, bytes }
}
