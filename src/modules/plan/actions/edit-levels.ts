import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { planTree } from '../data/plan.queries.js'
import { insertLevel, saveLevel, savePlan } from '../data/plan.store.js'
import type { Level } from '../domain/plan.js'

/** A level to add, or with an id one to change. What a level hangs from is settled when it is added. */
type LevelEdit = Pick<Level, 'name' | 'plural' | 'isTracked' | 'holdsActions'> & {
  readonly id?: string
  readonly parentId?: string | null
}

/** Levels to add and change, by someone who saw this version of the plan. Levels that are not named stay. */
export type LevelsEdit = { readonly planId: string; readonly version: number; readonly levels: readonly LevelEdit[] }

/** Why levels cannot be so. */
export type LevelRefusal = { readonly code: 'no-such-level' } | { readonly code: 'name-taken'; readonly name: string }

/** Adds levels to a draft and changes what they are called and what they are for. */
export async function editLevels(
  deps: Deps,
  actor: Actor,
  request: LevelsEdit,
): Promise<Result<Level[], LevelRefusal>> {
  requirePermission(actor, 'plan:edit')
  return deps.db.transaction(async (tx) => {
    const { plan, levels } = found(await planTree(tx, request.planId), 'There is no such plan')
    const edited = applied(levels, request, deps.newId)
    if (!edited.ok) return edited
    await savePlan(tx, { ...plan, version: request.version })
    await saveAll(tx, levels, edited.value)
    const detail = request.levels.map((level) => ({ ...level }))
    await deps.audit(tx, actor, { action: 'plan.edit-levels', subject: `plan.plan:${plan.id}`, detail })
    return edited
  })
}

async function saveAll(tx: Tx, before: readonly Level[], after: readonly Level[]): Promise<void> {
  const old = new Set(before.map(({ id }) => id))
  for (const level of after) await (old.has(level.id) ? saveLevel(tx, level) : insertLevel(tx, level))
}

function applied(
  levels: readonly Level[],
  { planId, levels: edits }: LevelsEdit,
  newId: () => string,
): Result<Level[], LevelRefusal> {
  const result = [...levels]
  for (const { id, parentId = null, ...traits } of edits) {
    const taken = result.some((level) => level.id !== id && sameName(level.name, traits.name))
    if (taken) return err({ code: 'name-taken', name: traits.name })
    const index = result.findIndex((level) => level.id === (id ?? parentId))
    const known = result[index]
    if (!known && (id !== undefined || parentId !== null)) return err({ code: 'no-such-level' })
    if (known && id !== undefined) result[index] = { ...known, ...traits }
    else result.push({ ...traits, id: newId(), planId, parentId, position: nextPosition(result) })
  }
  return ok(result)
}

function nextPosition(levels: readonly Level[]): number {
  return Math.max(-1, ...levels.map((level) => level.position)) + 1
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
