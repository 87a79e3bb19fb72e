import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { insertPhase } from '../data/marks.store.js'
import type { SeriesPhase } from '../domain/series-marks.js'
import { type Said, type SaidRefusal, sayOfSeries } from './who-says.js'

/** From which month on average and limits are set anew, and from how many of its first figures, if not from all. */
export type RebaseRequest = Said & { readonly startsOn: IsoDate; readonly baselinePoints: number | null }

/** Why average and limits are not set anew. */
export type RebaseRefusal =
  | SaidRefusal
  /** Only monthly figures have limits. */
  | { readonly code: 'not-monthly' }
  | { readonly code: 'not-a-baseline'; readonly fewest: number; readonly most: number }

const BASELINE = { fewest: 7, most: 120 }

/** Sets average and limits anew from a month on. Only a named person may, with a reason, since it can hide a change. */
export async function rebaseMeasure(
  deps: Deps,
  actor: Actor,
  request: RebaseRequest,
): Promise<Result<SeriesPhase, RebaseRefusal>> {
  const { startsOn, baselinePoints } = request
  return sayOfSeries<SeriesPhase, RebaseRefusal>(
    deps,
    actor,
    { said: request, action: 'measures.rebase' },
    async (tx, measure, recorded) => {
      if (measure.frequency !== 'month') return err({ code: 'not-monthly' })
      if (baselinePoints !== null && !isBaseline(baselinePoints)) return err({ code: 'not-a-baseline', ...BASELINE })
      const mark: SeriesPhase = { ...recorded, startsOn, baselinePoints }
      await insertPhase(tx, mark)
      return ok({ value: mark, detail: { phase: mark.id, startsOn, baselinePoints } })
    },
  )
}

function isBaseline(points: number): boolean {
  return Number.isInteger(points) && points >= BASELINE.fewest && points <= BASELINE.most
}
