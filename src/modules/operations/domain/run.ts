/** What is done once by whichever process comes first. */
export type RunKind = 'backup' | 'rehearsal' | 'verification'

/** One such thing that was begun: due once, for a day or a file. */
export type Run = {
  readonly kind: RunKind
  readonly due: string
  readonly attempts: number
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly outcome: 'well' | 'failed' | null
  /** One sentence for people. */
  readonly summary: string | null
  readonly detail: RunDetail
}

/** What a backup or rehearsal leaves behind for the next one. */
export type RunDetail = { readonly file?: string; readonly bytes?: number }

/** After so long without an end the process is taken for dead. */
const LEASE_MINUTES = 120
/** What failed is tried again so much later, and no more than so often. */
const AGAIN_AFTER_MINUTES = 60
const MOST_ATTEMPTS = 3

/** Whether a person may begin this now: it has not gone well, and nobody is at it. Whoever is at it too long is dead. */
export function mayBegin(run: Run | undefined, now: Date): boolean {
  if (!run || run.outcome === 'failed') return true
  return hasDied(run, now)
}

/** Whether whoever began a run was stopped before its end. */
export function hasDied(run: Run, now: Date): boolean {
  return run.outcome === null && minutesSince(run, now) >= LEASE_MINUTES
}

/** Whether it is to be begun by itself: what failed waits, and is not tried for ever. */
export function isDue(run: Run | undefined, now: Date): boolean {
  if (run && run.attempts >= MOST_ATTEMPTS) return false
  const waits = run?.outcome === 'failed' && minutesSince(run, now) < AGAIN_AFTER_MINUTES
  return !waits && mayBegin(run, now)
}

function minutesSince({ startedAt }: Run, now: Date): number {
  return (now.getTime() - new Date(startedAt).getTime()) / 60_000
}
