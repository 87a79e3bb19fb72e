import type { IsoDate } from '#kernel/dates.js'
import { bodyById, organisationNames } from '#modules/body/index.js'
import type { Db } from '#platform/db/db.js'
import { frozen } from '../data/content-hash.js'
import { latestVersion } from '../data/version.queries.js'
import type { Change } from '../domain/change.js'
import { compareContents } from '../domain/compare.js'
import { contentOf, type PlanContent } from '../domain/content.js'
import { type Barrier, barriersTo } from '../domain/readiness.js'
import type { PlanTree } from '../domain/tree.js'
import type { PlanVersion } from '../domain/version.js'

/** The draft as it would be published today, with the names that bodies have today. */
export async function draftContent(db: Db, tree: PlanTree, today: IsoDate): Promise<PlanContent> {
  const body = await bodyById(db, tree.plan.bodyId, today)
  return contentOf(tree, { bodyName: body?.name ?? '', organisations: await organisationNames(db) })
}

/** What stands between a draft and its publication. */
export type Prospect = {
  readonly content: PlanContent
  /** The fingerprint of the draft that was looked at: publication is refused when it has changed since. */
  readonly seen: string
  readonly last: PlanVersion | undefined
  readonly barriers: readonly Barrier[]
  /** What differs from the last version; empty when there is none. */
  readonly changes: readonly Change[]
  readonly isUnchanged: boolean
}

/** The draft beside the last version: what would change for the public, and what bars publication. */
export async function prospectOf(db: Db, tree: PlanTree, today: IsoDate): Promise<Prospect> {
  const content = await draftContent(db, tree, today)
  const last = await latestVersion(db, tree.plan.id)
  const { sha256 } = frozen(content)
  return {
    content,
    seen: sha256,
    last,
    barriers: barriersTo(content),
    changes: last ? compareContents(last.content, content) : [],
    isUnchanged: last?.sha256 === sha256,
  }
}
