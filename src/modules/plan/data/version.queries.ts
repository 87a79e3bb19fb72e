import type { IsoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import type { PlanContent } from '../domain/content.js'
import { type PlanVersion, type PublishedPlan, versionNumberIn } from '../domain/version.js'
import type { PlanTables } from './plan.tables.js'

type VersionRow = PlanTables['plan_version']

/** Every version of a plan, newest first. */
export async function versionsOf(db: Db, planId: string): Promise<PlanVersion[]> {
  return (await versionRows(db, planId)).map(versionOf).reverse()
}

/** One version of a plan by its number. */
export async function versionByNumber(db: Db, planId: string, number: number): Promise<PlanVersion | undefined> {
  const row = await versions(db)
    .selectAll()
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && versionOf(row)
}

/** The same by the number as it stands in an address or a command: what is no number is no version. */
export async function versionByText(db: Db, planId: string, text: string): Promise<PlanVersion | undefined> {
  const number = versionNumberIn(text)
  return number === undefined ? undefined : versionByNumber(db, planId, number)
}

/** The newest version of a plan, if it was ever published. */
export async function latestVersion(db: Db, planId: string): Promise<PlanVersion | undefined> {
  const row = await versions(db)
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && versionOf(row)
}

/** The versions of a plan just as they are stored, oldest first: for checking that nobody has changed them. */
export async function versionRows(db: Db, planId: string): Promise<VersionRow[]> {
  return versions(db).selectAll().where('plan_id', '=', planId).orderBy('number').execute()
}

/** What the public may read: the newest version of every plan that has one, the newest planning period first. */
export async function publishedPlans(db: Db): Promise<PublishedPlan[]> {
  const rows = await versions(db)
    .select(['id', 'plan_id', 'number', 'sha256', 'published_at'])
    .where(({ eb, selectFrom }) =>
      eb(
        'plan_version.number',
        '=',
        selectFrom('plan_version as other')
          .select(({ fn }) => fn.max('other.number').as('latest'))
          .whereRef('other.plan_id', '=', 'plan_version.plan_id'),
      ),
    )
    .orderBy('plan_id')
    .execute()
  const contents = await frozenContents(db, rows)
  const published = rows.map((row) => publishedOf(row, found(contents.get(row.sha256))))
  return published.sort((a, b) => -(compareTexts(startOf(a), startOf(b)) || compareTexts(a.publishedAt, b.publishedAt)))
}

/** What these versions hold. It is frozen under its fingerprint, so that it is read once and not for every page. */
async function frozenContents(
  db: Db,
  rows: readonly Pick<VersionRow, 'id' | 'sha256'>[],
): Promise<ReadonlyMap<string, PlanContent>> {
  const unread = rows.filter(({ sha256 }) => !CONTENTS.has(sha256)).map(({ id }) => id)
  for (const chunk of inChunks(unread)) {
    const read = await versions(db).select(['sha256', 'content']).where('id', 'in', chunk).execute()
    for (const { sha256, content } of read) CONTENTS.set(sha256, contentFrom(content))
  }
  const contents = new Map(rows.map(({ sha256 }) => [sha256, found(CONTENTS.get(sha256))]))
  for (const sha256 of CONTENTS.keys()) if (CONTENTS.size > MOST_KEPT) CONTENTS.delete(sha256)
  return contents
}

const CONTENTS = new Map<string, PlanContent>()
const MOST_KEPT = 50

/** What the public may read of one plan, by its address. */
export async function publishedPlanBySlug(db: Db, slug: string): Promise<PublishedPlan | undefined> {
  return (await publishedPlans(db)).find((plan) => plan.slug === slug)
}

/**
 * The published plan that holds on a day: the one that started last, on or before it.
 * A plan stays in force until another replaces it (Police Reform and Social Responsibility Act 2011 s.7).
 */
export async function planInForce(db: Db, on: IsoDate): Promise<PublishedPlan | undefined> {
  return (await publishedPlans(db)).find((plan) => startOf(plan) <= on)
}

const versions = (db: Db) => reading<PlanTables>(db).selectFrom('plan_version')

function startOf({ content }: PublishedPlan): IsoDate {
  return content.plan.startsOn
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function versionOf(row: VersionRow): PlanVersion {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    note: row.note,
    sha256: row.sha256,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    content: contentFrom(row.content),
  }
}

/** What a version holds was written by this module from a `PlanContent`, and its hash is checked by `plan verify`. */
function contentFrom(text: string): PlanContent {
  const content: PlanContent = JSON.parse(text)
  return content
}

function publishedOf(
  { plan_id: planId, number, published_at: publishedAt, sha256 }: Omit<VersionRow, 'content' | 'note' | 'published_by'>,
  content: PlanContent,
): PublishedPlan {
  return { planId, slug: content.plan.slug, latest: number, content, publishedAt, sha256 }
}
