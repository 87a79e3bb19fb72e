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

/** Whether this may be begun now: nobody has, or whoever did is dead or has failed and the wait is over. */
export function mayBegin(run: Run | undefined, now: Date): boolean {
  if (!run) return true
  if (run.outcome === 'well' || run.attempts >= MOST_ATTEMPTS) return false
  const minutes = (now.getTime() - new Date(run.startedAt).getTime()) / 60_000
  return minutes >= (run.outcome === 'failed' ? AGAIN_AFTER_MINUTES : LEASE_MINUTES)
}
