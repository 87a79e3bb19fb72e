import { err, ok, type Result } from '#kernel/result.js'
import {
  type Action,
  type ActionRefusal,
  type Milestone,
  type MilestoneDraft,
  problemWithCount,
  problemWithDates,
} from './action.js'
import type { Update } from './update.js'

/** Why the milestones cannot be kept as typed. */
export type MilestoneRefusal =
  | ActionRefusal
  | { readonly code: 'unknown-milestone' }
  | { readonly code: 'completed-cannot-go'; readonly title: string }
  | { readonly code: 'would-complete' }

/**
 * Puts milestones in the order of their due dates. One that an update completed stays; and the last open one cannot be
 * taken away to make the action complete, because completion needs evidence.
 */
export function arrangeMilestones(
  action: Pick<Action, 'startsOn' | 'dueOn' | 'milestones'>,
  updates: readonly Pick<Update, 'completes'>[],
  drafts: readonly MilestoneDraft[],
  newId: () => string,
): Result<Milestone[], MilestoneRefusal> {
  const known = new Set(action.milestones.map(({ id }) => id))
  const kept = drafts.flatMap(({ id }) => id ?? [])
  if (kept.some((id) => !known.has(id)) || new Set(kept).size !== kept.length) return err({ code: 'unknown-milestone' })
  const done = new Set(updates.flatMap((update) => update.completes))
  const lost = action.milestones.find(({ id }) => done.has(id) && !kept.includes(id))
  if (lost) return err({ code: 'completed-cannot-go', title: lost.title })
  const problem = problemWithCount(drafts) ?? problemWithDates(action, drafts)
  if (problem) return err(problem)
  const wasOpen = action.milestones.some(({ id }) => !done.has(id))
  const isOpen = drafts.some(({ id }) => id === null || !done.has(id))
  if (wasOpen && !isOpen && drafts.length > 0) return err({ code: 'would-complete' })
  const ordered = drafts.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
  return ok(ordered.map(({ id, title, dueOn }, index) => ({ id: id ?? newId(), title, dueOn, position: index + 1 })))
}
