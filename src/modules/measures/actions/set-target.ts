import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { insertTarget } from '../data/marks.store.js'
import type { SeriesTarget } from '../domain/series-marks.js'
import { type Said, type SaidRefusal, sayOfSeries } from './who-says.js'

/** What is to be reached from which day on, and where that was decided. */
export type TargetRequest = Said & { readonly value: number; readonly startsOn: IsoDate; readonly source: string }

/** Why no target is set. */
export type TargetRefusal = SaidRefusal | { readonly code: 'no-source' } | { readonly code: 'not-a-value' }

/** Sets a target. Until there is one, a measure is only watched: nothing of it is coloured good or bad. */
export async function setTarget(
  deps: Deps,
  actor: Actor,
  request: TargetRequest,
): Promise<Result<SeriesTarget, TargetRefusal>> {
  const { value, startsOn } = request
  const source = request.source.trim()
  return sayOfSeries<SeriesTarget, TargetRefusal>(
    deps,
    actor,
    { said: request, action: 'measures.set-target' },
    async (tx, _, recorded) => {
      if (source === '') return err({ code: 'no-source' })
      if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return err({ code: 'not-a-value' })
      const mark: SeriesTarget = { ...recorded, value, startsOn, source }
      await insertTarget(tx, mark)
      return ok({ value: mark, detail: { target: mark.id, value, startsOn, source } })
    },
  )
}
