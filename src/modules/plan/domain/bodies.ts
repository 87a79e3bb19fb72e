import { err, ok, type Result } from '#kernel/result.js'
import type { NodeBody } from './plan.js'

/** Who leads a part and who supports it, as asked for. */
export type Assignment = {
  readonly leadId: string | null
  readonly supporting: readonly { readonly organisationId: string; readonly part: string }[]
}

/** Why bodies cannot be assigned so. */
export type AssignmentRefusal =
  | { readonly code: 'unknown-body'; readonly organisationId: string }
  | { readonly code: 'named-twice'; readonly organisationId: string }
  | { readonly code: 'too-many'; readonly most: number }

/** The most bodies that may support one part: more than these, and nobody is answerable. */
export const MOST_SUPPORTING = 8

/** A body stands once on a part: it leads or it supports, and every one is a body that the office knows. */
export function assign(wanted: Assignment, known: ReadonlySet<string>): Result<NodeBody[], AssignmentRefusal> {
  const lead: NodeBody[] = wanted.leadId === null ? [] : [{ organisationId: wanted.leadId, role: 'lead', part: '' }]
  const support = wanted.supporting.map(
    ({ organisationId, part }): NodeBody => ({ organisationId, role: 'support', part }),
  )
  if (support.length > MOST_SUPPORTING) return err({ code: 'too-many', most: MOST_SUPPORTING })
  const bodies = [...lead, ...support]
  const seen = new Set<string>()
  for (const { organisationId } of bodies) {
    if (!known.has(organisationId)) return err({ code: 'unknown-body', organisationId })
    if (seen.has(organisationId)) return err({ code: 'named-twice', organisationId })
    seen.add(organisationId)
  }
  return ok(bodies)
}
