import type { Metrics } from './metrics.js'

/** How a running server is watched: what it logs and counts, and whether it is about to stop. */
export type Watch = {
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
  /** Whether every request is logged, rather than faults alone. */
  readonly logsRequests: boolean
  readonly metrics: Metrics
  /** Told to stop: it still answers, and says that it is not ready for more. */
  readonly isDraining: () => boolean
}
