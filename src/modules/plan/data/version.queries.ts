import type { IsoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
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
    .selectAll()
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
  const published = rows.map(versionOf).map(publishedOf)
  return published.sort((a, b) => -(compareTexts(startOf(a), startOf(b)) || compareTexts(a.publishedAt, b.publishedAt)))
}

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

function publishedOf({ planId, number, content, publishedAt, sha256 }: PlanVersion): PublishedPlan {
  return { planId, slug: content.plan.slug, latest: number, content, publishedAt, sha256 }
}
