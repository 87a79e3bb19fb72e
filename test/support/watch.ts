import { Metrics } from '#platform/web/metrics.js'
import type { Watch } from '#platform/web/watch.js'

/** What watches a server under test: every line of its log goes to the test. */
export function aWatch(log: (entry: Readonly<Record<string, unknown>>) => void): Watch & { isStopping: boolean } {
  const watch = {
    log,
    logsRequests: false,
    metrics: new Metrics(),
    isStopping: false,
    isDraining: () => watch.isStopping,
  }
  return watch
}
