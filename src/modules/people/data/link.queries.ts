import { type Db, reading } from '#platform/db/db.js'
import type { Link } from '../domain/link.js'
import type { PeopleTables } from './people.tables.js'

/** A link as stored: with itself, sealed, until whoever made it has passed it on. */
export type StoredLink = Link & { readonly sealed: string | null }

/** The link that this token's hash belongs to. It may be over. */
export async function linkByHash(db: Db, tokenHash: string): Promise<Link | undefined> {
  const links = reading<PeopleTables>(db).selectFrom('people_link')
  const row = await links.selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && linkFrom(row)
}

/** One link. */
export async function linkById(db: Db, id: string): Promise<Link | undefined> {
  const links = reading<PeopleTables>(db).selectFrom('people_link')
  const row = await links.selectAll().where('id', '=', id).executeTakeFirst()
  return row && linkFrom(row)
}

/** The links of an account, the latest first. Some are over. */
export async function linksOf(db: Db, accountId: string): Promise<StoredLink[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_link')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...linkFrom(row), sealed: row.sealed }))
}

/** When the one-time codes for the first account were made, by their hash. */
export async function setUpCodes(db: Db): Promise<Map<string, string>> {
  const rows = await reading<PeopleTables>(db).selectFrom('people_set_up').selectAll().execute()
  return new Map(rows.map(({ code_hash, made_at }) => [code_hash, made_at]))
}

function linkFrom(row: PeopleTables['people_link']): Link {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind === 'pass' ? 'pass' : 'invitation',
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  }
}
