import { freeSlug } from '#kernel/slug.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { groupById, takenGroupSlugs } from '../data/comparisons.queries.js'
import { groupSubject, insertGroup, saveGroup } from '../data/comparisons.store.js'
import type { ComparisonGroup, GroupDescription } from '../domain/group.js'

/** A group as it is to be; with an id and the version that was read, one that is there already. */
export type GroupRequest = GroupDescription & { readonly change?: { readonly id: string; readonly version: number } }

/** Adds a group of areas, or puts right what is said of one. */
export async function describeGroup(deps: Deps, actor: Actor, request: GroupRequest): Promise<ComparisonGroup> {
  requirePermission(actor, 'comparisons:manage')
  const { change, ...description } = request
  return deps.db.transaction(async (tx) => {
    if (!change) {
      const slug = freeSlug(description.name, await takenGroupSlugs(tx))
      const group = { ...description, id: deps.newId(), slug, version: 1 }
      await insertGroup(tx, group)
      await deps.audit(tx, actor, { action: 'comparisons.add-group', subject: groupSubject(group.id), detail: group })
      return group
    }
    const before = found(await groupById(tx, change.id), `There is no group ${change.id}`)
    if (before.version !== change.version) throw new Conflict(groupSubject(before.id))
    const after = { ...before, ...description }
    await saveGroup(tx, after)
    const detail = { before, after }
    await deps.audit(tx, actor, { action: 'comparisons.describe-group', subject: groupSubject(before.id), detail })
    return { ...after, version: before.version + 1 }
  })
}
