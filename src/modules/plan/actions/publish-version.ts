import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { frozen } from '../data/content-hash.js'
import { planTree } from '../data/plan.queries.js'
import { insertVersion } from '../data/version.store.js'
import type { Barrier } from '../domain/readiness.js'
import type { PlanVersion } from '../domain/version.js'
import { prospectOf } from './draft-content.js'

/** A draft to publish, with what the office says of it. */
export type Publication = {
  readonly planId: string
  readonly note: string
  /** The fingerprint of the draft that the person looked at; left out by the command line. */
  readonly seen?: string
}

/** Why a draft was not published. */
export type PublicationRefusal =
  | { readonly code: 'not-ready'; readonly barriers: readonly Barrier[] }
  | { readonly code: 'nothing-changed'; readonly number: number }

/** The subject of a version in the audit trail, by plan and number, so that a missing one can be looked for. */
export function versionSubject(planId: string, number: number): string {
  return `plan.version:${planId}:${number}`
}

/**
 * Freezes the draft as the plan's next version, for ever, and puts its SHA-256 in the audit trail
 * (issue and publication: Police Reform and Social Responsibility Act 2011 s.5(10)).
 */
export async function publishVersion(
  deps: Deps,
  actor: Actor,
  { planId, note, seen }: Publication,
): Promise<Result<Omit<PlanVersion, 'content'>, PublicationRefusal>> {
  requirePermission(actor, 'plan:publish')
  return deps.db.transaction(async (tx) => {
    const tree = found(await planTree(tx, planId), 'There is no such plan')
    const prospect = await prospectOf(tx, tree, deps.today())
    if (seen !== undefined && seen !== prospect.seen) throw new Conflict(`plan.draft:${planId}`)
    if (prospect.barriers.length > 0) return err({ code: 'not-ready', barriers: prospect.barriers })
    if (prospect.last && prospect.isUnchanged) return err({ code: 'nothing-changed', number: prospect.last.number })
    const { text, sha256 } = frozen(prospect.content)
    const number = (prospect.last?.number ?? 0) + 1
    const publishedAt = deps.now().toISOString()
    const version = { id: deps.newId(), planId, number, note, sha256, publishedAt, publishedBy: actor.id }
    await insertVersion(tx, { ...version, content: text })
    const detail = { versionId: version.id, number, note, sha256 }
    await deps.audit(tx, actor, { action: 'plan.publish-version', subject: versionSubject(planId, number), detail })
    return ok(version)
  })
}
