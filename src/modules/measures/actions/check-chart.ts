import type { ControlChart } from '#modules/statistics/index.js'
import type { Db } from '#platform/db/db.js'
import { bookOf } from '../data/facts.queries.js'
import { chartProblem } from '../domain/control.js'
import { chartsFor } from '../domain/control-method.js'
import type { Measure } from '../domain/measure.js'

/** Why figures are not drawn on the control chart that is wanted. */
export type ChartRefusal =
  /** Not for figures of this kind. */
  | { readonly code: 'no-such-chart'; readonly allowed: readonly ControlChart[] }
  /** Not for the figures that are held; `why` says which. */
  | { readonly code: 'chart-unfit'; readonly why: string }

/**
 * Whether a measure's figures can be drawn on its control chart: by their kind, and by those that are held. What was
 * drawn on it `before` stays as it is, so that a later figure without its parts does not bar every edit.
 */
export async function chartRefusal(db: Db, measure: Measure, before?: Measure): Promise<ChartRefusal | undefined> {
  const { controlChart: chart } = measure
  const allowed = chartsFor(measure)
  if (!allowed.includes(chart)) return { code: 'no-such-chart', allowed }
  if (chart === before?.controlChart) return undefined
  const { series = [] } = (await bookOf(db, [measure])).get(measure.slug) ?? {}
  const why = chartProblem(measure, series)
  return why === undefined ? undefined : { code: 'chart-unfit', why }
}
