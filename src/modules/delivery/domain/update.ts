import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Action } from './action.js'

/** What shows that an update is true: a document or page by its title, with its address where it has one. */
export type Evidence = { readonly title: string; readonly url: string | null }

/** The states that a person may set over the computed one. "Not updated" is never a choice. */
export const OVERRIDE_STATUSES = ['on-course', 'behind', 'not-started', 'complete'] as const
export type OverrideStatus = (typeof OVERRIDE_STATUSES)[number]

/** A state set by a person, with the reason that is published beside it. */
export type Override = { readonly status: OverrideStatus; readonly reason: string }

/** A dated account of what was done. Never rewritten: a correction is a newer update. */
export type Update = {
  readonly id: string
  readonly actionId: string
  /** The day that it speaks of. */
  readonly on: IsoDate
  readonly text: string
  readonly evidence: Evidence | null
  /** Ids of the milestones that it says are done. */
  readonly completes: readonly string[]
  readonly override: Override | null
  readonly recordedAt: string
  /** The account that wrote it. */
  readonly recordedBy: string
  readonly publishedAt: string | null
}

/** What someone says in a new update. */
export type UpdateDraft = Pick<Update, 'on' | 'text' | 'evidence' | 'completes' | 'override'>

/** Why an update cannot be recorded. */
export type UpdateRefusal = {
  readonly code:
    | 'in-the-future'
    | 'unknown-milestone'
    | 'milestone-already-done'
    | 'complete-needs-evidence'
    | 'override-needs-reason'
}

/**
 * An update must not be dated after today, may complete only milestones of its own action that are still open, gives a
 * reason when it sets the state itself, and has evidence when it makes the action complete.
 */
export function checkUpdate(
  action: Pick<Action, 'milestones'>,
  earlier: readonly Pick<Update, 'completes'>[],
  draft: UpdateDraft,
  today: IsoDate,
): Result<UpdateDraft, UpdateRefusal> {
  const done = new Set(earlier.flatMap((update) => update.completes))
  const own = new Set(action.milestones.map((milestone) => milestone.id))
  if (draft.on > today) return err({ code: 'in-the-future' })
  if (!draft.completes.every((id) => own.has(id))) return err({ code: 'unknown-milestone' })
  if (draft.completes.some((id) => done.has(id))) return err({ code: 'milestone-already-done' })
  if (draft.override && draft.override.reason.trim() === '') return err({ code: 'override-needs-reason' })
  if (!draft.evidence && makesComplete(action, done, draft)) return err({ code: 'complete-needs-evidence' })
  return ok({ ...draft, completes: [...new Set(draft.completes)] })
}

/** Whether this update does the last that was open, or says in so many words that the action is complete. */
function makesComplete(action: Pick<Action, 'milestones'>, done: ReadonlySet<string>, draft: UpdateDraft): boolean {
  if (draft.override?.status === 'complete') return true
  return draft.completes.length > 0 && action.milestones.every(({ id }) => done.has(id) || draft.completes.includes(id))
}

/** Newest first: by the day spoken of, then by when it was recorded. */
export function newestFirst(updates: readonly Update[]): Update[] {
  return [...updates].sort((a, b) => compare(b.on, a.on) || compare(b.recordedAt, a.recordedAt) || compare(b.id, a.id))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
