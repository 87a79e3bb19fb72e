import type { Instant } from '#kernel/dates.js'
import type { Finding } from '#modules/passages/index.js'

/** What a person made of a finding: right, and to be mended; or not a fault, for a reason; or undecided again. */
export type DecisionKind = 'accepted' | 'dismissed' | 'reopened'

/** A decision on a finding. It holds for the document and as long as the passage keeps its words. */
export type Decision = {
  readonly id: string
  /** Which document, whatever its version: 'report:<id>', 'file:<name>' or 'text:<hash>'. */
  readonly documentKey: string
  readonly findingId: string
  readonly kind: string
  /** The passage, as it was quoted when decided. */
  readonly quote: string
  readonly decision: DecisionKind
  /** Why it is no fault; may be empty otherwise. */
  readonly reason: string
  readonly decidedAt: Instant
  readonly decidedBy: string
}

/** The errors that nobody dismissed: they bar a report from being published. */
export function openErrors(findings: readonly Finding[], decisions: ReadonlyMap<string, Decision>): Finding[] {
  return findings.filter(({ id, verdict }) => verdict === 'error' && decisions.get(id)?.decision !== 'dismissed')
}

/** The last decision on each finding of a document, by the finding's id. */
export function lastDecisions(decisions: readonly Decision[]): Map<string, Decision> {
  const sorted = decisions.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
  return new Map(sorted.map((decision) => [decision.findingId, decision]))
}
